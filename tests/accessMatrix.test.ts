import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { z } from 'zod';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { createPopulation } from '#kit/sandbox/population.ts';
import { setting } from '#kit/setting.ts';
import { committedGraph } from '../schema/compose.ts';
import { samplesOfAgencies } from './support/agencySamples.ts';
import { coordinatesOf, everyFieldBelow, seenIn, textOf } from './support/everyField.ts';
import { startTestPlatform, type TestPlatform, withoutQueryLimits } from './support/platform.ts';
import { nodesAt, valueAt } from './support/reading.ts';

/** What stands in the repository: below each root field, who sees which field of the sample. */
type Matrix = Record<string, Record<string, string>>;

const file = new URL('./access-matrix.json', import.meta.url);
const api = buildSchema(committedGraph().api);

/** Everybody who can ask, as seen from the food seller of Banyuwangi, whose records the samples are. */
const callers: readonly { readonly name: string; readonly as?: PersonaSlug }[] = [
  { name: 'anonymous' },
  { name: 'owner', as: 'food-seller' },
  { name: 'other-citizen', as: 'nurse' },
  { name: 'officer-identity', as: 'officer-identity' },
  { name: 'officer-licensing', as: 'officer-licensing' },
  { name: 'officer-civil', as: 'officer-civil' },
  { name: 'officer-tax', as: 'officer-tax' },
  { name: 'officer-other-region', as: 'officer-elsewhere' },
  { name: 'clerk', as: 'mall-clerk' },
  { name: 'analyst', as: 'analyst' },
  { name: 'developer', as: 'developer' },
  { name: 'service', as: 'service-licensing' },
];

/** Root fields of which every caller asks about themselves, not about the owner of the samples. */
const aboutTheCaller = ['me'];

let platform: TestPlatform;
let found: Matrix;
beforeAll(async () => {
  platform = await startTestPlatform(withoutQueryLimits);
  found = await measure({ ...(await samplesOfAgencies()), ...(await sampleArguments()) });
}, 180_000);
afterAll(() => platform.stop());

describe('who sees what', () => {
  const written = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Matrix) : {};
  const viewersOf = (matrix: Matrix, root: string, coordinate: string) => matrix[root]?.[coordinate];

  it('is written in the repository (ACCESS_MATRIX=write adds to it what is new, to be reviewed)', () => {
    if (setting('ACCESS_MATRIX', z.string().optional()) === 'write') {
      writeFileSync(file, `${JSON.stringify(joined(written, found), null, 2)}\n`);
    }
    const withoutRow = rowsOf(found).filter(([root, coordinate]) => viewersOf(written, root, coordinate) === undefined);
    expect(withoutRow).toEqual([]);
  });

  it('is nowhere more than is written', () => {
    const leaks = rowsOf(found).flatMap(([root, coordinate]) =>
      difference(viewersOf(found, root, coordinate), viewersOf(written, root, coordinate)).map(
        (who) => `${root}: ${coordinate} is seen by ${who}`,
      ),
    );
    expect(leaks).toEqual([]);
  });

  // Other values come and go with the hour and the day: a queue is empty at night.
  it.each(['Citizen', 'Taxpayer', 'Business', 'Family', 'LicenseApplication'])('is no less of a %s', (type) => {
    const lost = rowsOf(found)
      .filter(([root, coordinate]) => root !== 'worklist' && coordinate.startsWith(`${type}.`))
      .flatMap(([root, coordinate]) =>
        difference(viewersOf(written, root, coordinate), viewersOf(found, root, coordinate)).map(
          (who) => `${root}: ${coordinate} is not seen by ${who}`,
        ),
      );
    expect(lost).toEqual([]);
  });

  it('has a row for every root field', () => {
    expect(Object.keys(found)).toEqual(Object.keys(api.getQueryType()?.getFields() ?? {}).sort());
  });

  it.each(['Citizen.nik', 'Taxpayer.npwp', 'Citizen.religion', 'Taxpayer.returns'])(
    'lets nobody but the owner and officers of the register read %s',
    (coordinate) => {
      const readers = Object.entries(found)
        .filter(([root]) => !aboutTheCaller.includes(root))
        .flatMap(([, seenBy]) => (seenBy[coordinate] ?? '').split(' '));
      const allowed = ['', 'owner', 'officer-identity', 'officer-civil', 'officer-tax'];
      expect(readers.filter((reader) => !allowed.includes(reader))).toEqual([]);
    },
  );

  it('tells somebody who is not signed in nothing personal', () => {
    const personal = /^(Citizen|Taxpayer|Business|Family|BirthRecord|LicenseApplication|Document)\./;
    const seen = rowsOf(found).filter(([root, coordinate]) =>
      listed(viewersOf(found, root, coordinate)).includes('anonymous'),
    );
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.filter(([, coordinate]) => personal.test(coordinate))).toEqual([]);
  });
});

async function measure(samples: Record<string, string>): Promise<Matrix> {
  const matrix: Matrix = {};
  for (const root of Object.keys(api.getQueryType()?.getFields() ?? {}).sort()) {
    const asked = everyFieldBelow(api, root, samples);
    const seenBy: Record<string, string[]> = Object.fromEntries(
      [...new Set(coordinatesOf(asked))].sort().map((coordinate) => [coordinate, []]),
    );
    for (const { name, as } of callers) {
      const headers = { 'x-purpose': 'the access matrix' };
      const answer = await platform.ask(textOf(asked), { ...(as ? { as } : {}), headers });
      for (const coordinate of seenIn(answer.data, asked)) seenBy[coordinate]?.push(name);
    }
    matrix[root] = Object.fromEntries(Object.entries(seenBy).map(([key, who]) => [key, named(who)]));
  }
  return matrix;
}

function named(who: readonly string[]): string {
  return who.length === callers.length ? 'everybody' : who.join(' ');
}

function listed(who: string | undefined): string[] {
  return who === 'everybody' ? callers.map(({ name }) => name) : (who ?? '').split(' ').filter(Boolean);
}

function difference(some: string | undefined, others: string | undefined): string[] {
  return listed(some).filter((who) => !listed(others).includes(who));
}

function rowsOf(matrix: Matrix): [root: string, coordinate: string][] {
  return Object.entries(matrix).flatMap(([root, seenBy]) =>
    Object.keys(seenBy).map((coordinate): [string, string] => [root, coordinate]),
  );
}

/** Both matrices in one: what was seen today and what was seen before. Rows of fields that are gone go. */
function joined(before: Matrix, today: Matrix): Matrix {
  const entries = Object.entries(today).map(([root, seenBy]) => {
    const rows = Object.entries(seenBy).map(([coordinate, who]) => {
      const both = [...listed(before[root]?.[coordinate]), ...listed(who)];
      return [coordinate, named(callers.map(({ name }) => name).filter((name) => both.includes(name)))];
    });
    return [root, Object.fromEntries(rows)];
  });
  return Object.fromEntries(entries) as Matrix;
}

/** Arguments that lead to records of the food seller. */
async function sampleArguments(): Promise<Record<string, string>> {
  const sari = createPopulation(0, new Date())
    .flatMap(({ members }) => members)
    .find(({ persona }) => persona === 'food-seller');
  const own = await platform.ask(
    '{ me { taxpayer { id } businesses { nib } civilRecords { registrationNumber } applications { edges { node { id typeName outcome { verificationCode } } } } } }',
    { as: 'food-seller' },
  );
  const license = nodesAt(own.data, 'me.applications').find(({ typeName }) => typeName === 'LicenseApplication');
  const issued = nodesAt(own.data, 'me.applications').find(
    ({ typeName, outcome }) => typeName === 'IdentityApplication' && outcome !== null,
  );
  const record = valueAt(own.data, 'me.civilRecords.0.registrationNumber');
  // A month of one region has more people than a month of one agency there: more is shown.
  const period = '(by: MONTH, period: { from: "2026-01-01", to: "2026-12-31" })';
  return {
    'Citizen.eligibility': '(service: "LICENSING-BUSINESS-NUMBER", region: "35.10")',
    'Citizen.prefill': '(service: "LICENSING-BUSINESS-NUMBER")',
    'Query.application': `(id: "${license?.id}")`,
    'Query.applicationStats': period,
    'Query.business': `(nib: "${sari?.nib}")`,
    'Query.citizen': `(nik: "${sari?.nik}")`,
    'Query.civilRecord': `(registrationNumber: "${record}")`,
    'Query.confirmTaxStatus': `(npwp: "${sari?.nik}", serviceCode: "LICENSING-BUSINESS-NUMBER")`,
    'Query.confirmTaxStatusOf': `(taxpayer: "${valueAt(own.data, 'me.taxpayer.id')}", serviceCode: "LICENSING-BUSINESS-NUMBER")`,
    'Query.licensingRequirement': '(kbli: "56101", scale: MICRO, regionCode: "35.10")',
    'Query.mall': '(id: "mall-35.10")',
    'Query.malls': '(region: "35.10")',
    'Query.queueBoard': '(mallId: "mall-35.10")',
    'Query.region': '(code: "35.10")',
    'Query.regions': '(level: PROVINCE, first: 3)',
    'Query.satisfactionIndex': period,
    'Query.service': '(code: "LICENSING-BUSINESS-NUMBER")',
    'Query.services': '(first: 2)',
    'Query.slaPerformance': period,
    'Query.taxpayer': `(npwp: "${sari?.nik}")`,
    'Query.verifyCertificate': '(code: "unknown")',
    'Query.verifyLicense': '(code: "unknown")',
    'Query.verifyIdentityDocument': `(code: "${valueAt(issued, 'outcome.verificationCode')}")`,
    'Query.verifyIdentity': `(input: { nik: "${sari?.nik}", fullName: "${sari?.fullName}", purpose: "the access matrix" })`,
    'Query.verifyTaxLetter': '(code: "unknown")',
    'Query.worklist': '(first: 1)',
    'QueueBoard.slotsLeft': '(service: "LICENSING-BUSINESS-NUMBER", date: "2026-11-24")',
  };
}
