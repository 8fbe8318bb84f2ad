import { describe, expect, it } from '@jest/globals';
import type { OfferedService } from '#kit/application/clock/standard.ts';
import { services as licensing } from '../subgraphs/business-licensing/rules/services.ts';
import { services as civilRecords } from '../subgraphs/civil-records/rules/services.ts';
import { services as identity } from '../subgraphs/identity/rules/services.ts';
import { services as catalogue } from '../subgraphs/mall/data/services.ts';
import { services as tax } from '../subgraphs/tax/rules/services.ts';

const offered: readonly [string, Readonly<Record<string, OfferedService>>][] = [
  ['business-licensing', licensing],
  ['civil-records', civilRecords],
  ['identity', identity],
  ['tax', tax],
];

function published(code: string) {
  const service = catalogue.find((candidate) => candidate.code === code);
  return service && { workingDays: service.standard.workingDays, clockStart: service.standard.clockStarts };
}

// No agency imports another, so each keeps the terms of its services; here the two sides are held together.
describe.each(offered)('the services of %s', (_agency, services) => {
  it.each(Object.values(services).map(({ code, standard }) => [code, standard] as const))(
    'promise for %s what the catalogue publishes',
    (code, { workingDays, clockStart, silentApproval }) => {
      expect({ workingDays, clockStart }).toEqual(published(code));
      expect(catalogue.find((service) => service.code === code)?.standard.silentApproval).toBe(silentApproval);
    },
  );

  it('have a code each', () => {
    const codes = Object.values(services).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
