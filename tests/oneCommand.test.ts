import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { principalOf } from '#kit/sandbox/population.ts';
import { agencyNames } from '../schema/agencies.ts';
import { samplesOfAgencies } from './support/agencySamples.ts';
import type { SampleArguments } from './support/everyField.ts';
import { askersFor } from './support/oneCommand/askers.ts';
import { type Asking, excessOf } from './support/oneCommand/costs.ts';
import { type EntityType, entityTypesOf, questionsTo } from './support/oneCommand/entityTypes.ts';
import { referencesTo } from './support/oneCommand/references.ts';
import { type CopiedAgency, registerOf, rowsOf, startOnCopy } from './support/oneCommand/registers.ts';

/** As many as a page of a list refers to. */
const many = 50;

/** What cannot be read from the schemas: arguments that fields cannot be asked without. */
const ofTheMall: SampleArguments = {
  'Citizen.eligibility': '(service: "LICENSING-BUSINESS-NUMBER", region: "35.10")',
  'Citizen.prefill': '(service: "LICENSING-BUSINESS-NUMBER")',
  'QueueBoard.slotsLeft': '(service: "IDENTITY-ID-CARD-REPLACEMENT", date: "2026-11-24")',
};

/** Rows that the sandbox has none of, and how one comes about. */
const firstOnes: Readonly<Record<string, string>> = {
  Complaint:
    'mutation { fileComplaint(input: { serviceCode: "IDENTITY-ID-CARD-REPLACEMENT", text: "Loket tutup." }) { errors { code } } }',
};

/** Which fields may take one command more for many than for any one of them, and why; never one for each. */
const oneMore: Readonly<Record<string, string>> = {
  'identity IdentityApplication.subject': 'of one subject the parents are read, of another the children, of none both',
};

const agencies: CopiedAgency[] = [];
let samples: SampleArguments;
beforeAll(async () => {
  samples = { ...ofTheMall, ...(await samplesOfAgencies()) };
  agencies.push(...(await Promise.all(agencyNames().map(startOnCopy))));
}, 90_000);
afterAll(() => Promise.all(agencies.map(({ agency }) => agency.stop())));

const types = agencyNames().flatMap((agency) =>
  entityTypesOf(agency).map((type) => ({ agency, name: type.name, type })),
);

describe('fifty references cost no more database commands than one', () => {
  it('is a law that one command for each reference breaks, and one that only some of them need does not', async () => {
    const answering = (commandsFor: (asked: number) => string[]): Asking => {
      const entities = async (asked: readonly object[]) => ({
        status: 200,
        data: { _entities: asked.map(() => null) },
        errors: [],
        commands: commandsFor(asked.length),
        logCommands: [],
      });
      const type = { name: 'Permit', key: ['id'], fields: ['holder'] };
      return { agency: { entities }, type, as: principalOf('nurse') };
    };
    const references = Array.from({ length: many }, (_, index) => ({ __typename: 'Permit', id: String(index) }));
    const each = answering((asked) => ['find permits', ...Array.from({ length: asked }, () => 'find people')]);
    expect(await excessOf(each, references, 'holder')).toEqual(['find people: 50 times for 50, 1 for one']);
    expect(
      await excessOf(
        answering(() => ['find permits', 'find people']),
        references,
        'holder',
      ),
    ).toEqual([]);
    let asked = 0;
    const some = answering(() => (++asked === 2 ? ['find permits'] : ['find permits', 'find people']));
    expect(await excessOf(some, references, 'holder')).toEqual([]);
  });

  it('is asked of every agency', () => {
    expect([...new Set(types.map(({ agency }) => agency))]).toEqual(agencyNames());
  });

  it.each(types)('to $name of $agency, and to each of its fields', async ({ agency, name, type }) => {
    const owner = agencies.find((one) => one.name === agency) as CopiedAgency;
    const questions = questionsTo(owner, type, samples);
    const { askings, isAnswered, most } = await askingsOf(owner, type, questions.join(' '));
    const excesses: string[] = [];
    for (const { asking, references } of askings) {
      for (const question of questions) {
        const field = question.split(/\W/)[0];
        const allowed = `${agency} ${name}.${field}` in oneMore ? 1 : 0;
        const excess = await excessOf(asking, references, question, allowed);
        excesses.push(...excess.map((one) => `${asking.as.kind} asks for ${field}: ${one}`));
      }
    }
    expect(excesses).toEqual([]);
    // Where any reference is answered, all fifty are looked up, whatever comes of it.
    expect(most).toBeGreaterThanOrEqual(isAnswered ? 1 : 2);
  });
});

/** Everybody who is shown anything of a type, with the references to ask for, and how many of them the luckiest one sees. */
async function askingsOf(owner: CopiedAgency, type: EntityType, whole: string) {
  const first = firstOnes[type.name];
  if (first) expect((await owner.agency.ask(first, {}, principalOf('food-seller'))).errors).toEqual([]);
  const register = registerOf(type, owner, agencies);
  const rows = await rowsOf(register);
  const askings = [];
  let most = 0;
  let isAnswered = false;
  for (const as of askersFor(owner.name, rows)) {
    const asking: Asking = { agency: owner.agency, type, as };
    const { references, seen, answersAll } = await referencesTo({ asking, register, rows, whole, many });
    const isNobody = as.kind === 'anonymous';
    if (seen > 0 || (answersAll && !isNobody)) askings.push({ asking, references });
    most = Math.max(most, seen);
    isAnswered = answersAll;
    // What everybody sees costs everybody the same.
    if (isNobody && seen > 0) break;
  }
  return { askings, isAnswered, most };
}
