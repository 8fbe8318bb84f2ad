import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Principal } from '#kit/principal.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import { officerElsewhere, officerWithoutScope, sari, startSeeded } from './seededAgency.ts';

const unknownNik = '3510012508900001';
let agency: TestAgency;
beforeAll(async () => {
  ({ agency } = await startSeeded());
}, 60_000);
afterAll(() => agency.stop());

describe('whoever may not see a person', () => {
  const callers: readonly (readonly [string, Principal])[] = [
    ['nobody', anonymous],
    ['another citizen', principalOf('nurse')],
    ['an officer of another region', officerElsewhere],
    ['an officer without the right', officerWithoutScope],
    ['an analyst', principalOf('analyst')],
    ['a service account', principalOf('service-licensing')],
  ];

  it.each(callers)('learns by no word and no work of the database whether a NIK exists: %s', async (_who, caller) => {
    const askFor = async (nik: string) => {
      const { status, data, errors, commands, logCommands } = await agency.ask(
        'query ($nik: Nik!) { citizen(nik: $nik) { id fullName } }',
        { nik },
        caller,
      );
      return { status, data, errors, commands, logCommands };
    };
    // Once before, so that what is fetched only the first time counts for neither.
    await askFor(unknownNik);
    const known = await askFor(sari.nik);
    expect(known).toEqual(await askFor(unknownNik));
    expect(known.data).toEqual({ citizen: null });
  });
});
