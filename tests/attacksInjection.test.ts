import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { createLog } from '#kit/log.ts';
import { fixSetting } from '#kit/setting.ts';
import { committedGraph } from '../schema/compose.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { connectToSeeded } from './support/seeded.ts';

/** What clients type, where the database could take it for an order of its own (A40), a line of the log or a page (A47). */

const api = buildSchema(committedGraph().api);
const roots = [api.getQueryType(), api.getMutationType()].flatMap((type) => Object.values(type?.getFields() ?? {}));
const canary = 'kanari';

const operators = ['$ne', '$gt', '$regex', '$in', '$where', '$expr', '$function', '$nor'];
const stages = ['$lookup', '$out', '$merge', '$unionWith'];
const keys = ['__proto__', 'constructor', `${canary}.role`];

const askers = [
  'officer-identity',
  'officer-licensing',
  'officer-civil',
  'officer-tax',
  'nurse',
  'analyst',
  'mall-clerk',
  'service-bank',
  'service-licensing',
  'approver-tax',
] as const;

const mayAsk = new Map<string, (typeof askers)[number]>();

let platform: TestPlatform;
const commands: object[] = [];
beforeAll(async () => {
  platform = await startTestPlatform(
    {},
    {
      connect: async (agency) => {
        const connection = await connectToSeeded(agency);
        connection.getClient().on('commandStarted', ({ command }) => void commands.push(command));
        return connection;
      },
    },
  );
}, 90_000);
beforeEach(() => {
  commands.length = 0;
});
afterAll(() => platform.stop());

const samples: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00Z',
  Float: 1,
  ID: canary,
  Int: 1,
  Nib: '9120009000001',
  Nik: '3510012508909001',
  Npwp: '3510012508909001',
  RegionCode: '35.10',
  String: canary,
};

/** Values of an input: each with one leaf changed, and everything else as it could be. */
function withOneLeafChanged(
  type: GraphQLInputType,
  change: (scalar: string) => unknown,
  above: readonly string[] = [],
): unknown[] {
  if (isNonNullType(type)) return withOneLeafChanged(type.ofType, change, above);
  if (isListType(type)) return withOneLeafChanged(type.ofType, change, above).map((item) => [item]);
  if (isEnumType(type)) return [change('String')];
  if (isScalarType(type)) return [change(type.name)];
  if (!isInputObjectType(type) || above.includes(type.name)) return [];
  const fields = Object.values(type.getFields());
  const whole = Object.fromEntries(fields.map((field) => [field.name, plain(field.type, [...above, type.name])]));
  return fields.flatMap((field) =>
    withOneLeafChanged(field.type, change, [...above, type.name]).map((value) => ({ ...whole, [field.name]: value })),
  );
}

function plain(type: GraphQLInputType, above: readonly string[] = []): unknown {
  if (isNonNullType(type)) return plain(type.ofType, above);
  if (isListType(type)) return [plain(type.ofType, above)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isScalarType(type)) return samples[type.name];
  if (!isInputObjectType(type) || above.includes(type.name)) return null;
  const fields = Object.values(type.getFields());
  return Object.fromEntries(fields.map((field) => [field.name, plain(field.type, [...above, type.name])]));
}

/** Asks a root field with these arguments as the first of these who may, for nothing of its answer but the type. */
async function ask(field: (typeof roots)[number], given: Readonly<Record<string, unknown>>) {
  const kind = api.getMutationType()?.getFields()[field.name] === field ? 'mutation' : 'query';
  const parameters = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const text = `${kind} (${parameters}) { ${field.name}(${passed}) { __typename } }`;
  const known = mayAsk.get(field.name);
  for (const as of known ? [known, ...askers] : askers) {
    const answer = await platform.ask(text, { as, variables: given });
    if (answer.errors[0]?.extensions.code === 'UNAUTHORIZED_FIELD_OR_TYPE') continue;
    mayAsk.set(field.name, as);
    return answer;
  }
  throw new Error(`Nobody may ask for ${field.name}.`);
}

function argumentsOf(field: (typeof roots)[number], change: (scalar: string) => unknown): Record<string, unknown>[] {
  const whole = Object.fromEntries(field.args.map(({ name, type }) => [name, plain(type)]));
  return field.args.flatMap(({ name, type }) =>
    withOneLeafChanged(type, change).map((value) => ({ ...whole, [name]: value })),
  );
}

/** Every key of everything that was asked of the databases. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => [key, ...keysIn(below)]);
}

describe('an object where a client should write a text (A40, V20)', () => {
  const asked = roots.filter(({ args }) => args.length > 0);

  it('fits no scalar of the graph', () => {
    const names = Object.values(api.getTypeMap())
      .filter(isScalarType)
      .map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(samples).sort());
  });

  it('is refused at every place of every root field, and no database hears of it', async () => {
    const hostile = [...operators, ...stages, ...keys].map((key) => JSON.parse(`{"${key}":{"${canary}":1}}`) as object);
    let tried = 0;
    for (const field of asked) {
      for (const given of argumentsOf(field, () => hostile[tried++ % hostile.length])) {
        const { data, errors } = await ask(field, given);
        expect([field.name, errors[0]?.extensions.code]).toEqual([field.name, 'BAD_USER_INPUT']);
        expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(200);
    expect(commands.filter((command) => JSON.stringify(command).includes(canary))).toEqual([]);
  }, 120_000);
});

describe('a text that reads like an order to the database', () => {
  const questions = Object.values(api.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0);
  const texts = [`{"$${canary}":null}`, `$${canary}`, `${canary}.$where`, `';return ${canary};//`, `/.*${canary}/`];

  it('is a value at most, never a key', async () => {
    let tried = 0;
    for (const field of questions) {
      const changes = argumentsOf(field, (scalar) => (scalar === 'Int' ? 1 : texts[tried++ % texts.length]));
      for (const given of changes) await ask(field, given);
    }
    expect(commands.length).toBeGreaterThan(20);
    expect(keysIn(commands).filter((key) => key.includes(canary))).toEqual([]);
  }, 60_000);
});

describe('odd texts (A14)', () => {
  it.each([
    ['a NUL', 'a\0b'],
    ['half of a character', '\ud800'],
    ['sixty thousand characters', '1'.repeat(60_000)],
    ['what makes a slow pattern slow', `${'1 '.repeat(29_000)}!`],
    ['letters that look like digits', '３５１００１２５０８９０９００１'],
    ['marks on one letter', `e${'\u0301'.repeat(9_000)}`],
    ['a word to be read from the right', '\u202e3510012508909001'],
    ['a path', '../../../../etc/passwd'],
  ])('are answered with null or a code, and nothing breaks: %s', async (_what, text) => {
    const query =
      'query ($i: ID!, $s: String!) { application(id: $i) { id } service(code: $s) { code } mall(id: $i) { id } }';
    const nik = 'query ($n: Nik!) { citizen(nik: $n) { id } }';
    for (const [asked, variables] of [
      [query, { i: text, s: text }],
      [nik, { n: text }],
    ] as const) {
      const { errors, data } = await platform.ask(asked, { as: 'officer-identity', variables });
      expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
  });
});

describe('a line break or a colour in what is logged (A47)', () => {
  it('makes no second line and no order to a terminal', () => {
    fixSetting('LOG_LEVEL', 'info');
    const lines: string[] = [];
    createLog('test', (line) => void lines.push(line)).info({ said: 'a\r\n{"level":60}\u001b[2J\u0000' }, 'b\nc');
    fixSetting('LOG_LEVEL', 'silent');
    expect(lines).toHaveLength(1);
    for (const mark of ['\r', '\n', '\u001b', '\0']) expect(lines[0]?.trimEnd()).not.toContain(mark);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ said: 'a\r\n{"level":60}\u001b[2J\0', msg: 'b\nc' });
  });
});
