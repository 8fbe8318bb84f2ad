import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { z } from 'zod';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { setting } from '#kit/setting.ts';
import { committedGraph } from '../schema/compose.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

/** Mutation -> caller -> what came of it. */
type Verdicts = Record<string, Record<string, string>>;

const file = new URL('./mutation-matrix.json', import.meta.url);
const api = buildSchema(committedGraph().api);
const mutations = Object.values(api.getMutationType()?.getFields() ?? {});
const callers: readonly (PersonaSlug | null)[] = [
  null,
  'food-seller',
  'officer-identity',
  'officer-licensing',
  'officer-civil',
  'officer-tax',
  'officer-elsewhere',
  'mall-clerk',
  'analyst',
  'developer',
  'service-licensing',
  'service-bank',
];

let platform: TestPlatform;
let found: Verdicts;
beforeAll(async () => {
  platform = await startTestPlatform();
  found = {};
  for (const { name } of mutations) {
    found[name] = {};
    for (const as of callers) Object.assign(found[name], { [as ?? 'anonymous']: await verdict(name, as) });
  }
}, 180_000);
afterAll(() => platform.stop());

describe('who may change what', () => {
  it('is as written in the repository (ACCESS_MATRIX=write writes it anew, to be reviewed)', () => {
    if (setting('ACCESS_MATRIX', z.string().optional()) === 'write') {
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
  });

  it('is nothing for somebody who is not signed in', () => {
    const letIn = Object.entries(found).filter(([, verdicts]) => verdicts['anonymous'] !== 'withheld');
    expect(letIn).toEqual([]);
  });
});

/** Asks with inputs that name nothing that exists, so that nothing is changed. */
async function verdict(name: string, as: PersonaSlug | null): Promise<string> {
  const mutation = mutations.find((one) => one.name === name);
  if (!mutation) return 'unknown';
  const declared = mutation.args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = mutation.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const variables = Object.fromEntries(mutation.args.map((argument) => [argument.name, nothing(argument.type)]));
  const text = `mutation (${declared}) { done: ${name}(${given}) { errors { code } } }`;
  const headers = { 'x-purpose': 'the access matrix' };
  const { data, errors } = await platform.ask(text, { ...(as ? { as } : {}), variables, headers });
  const codes = errors.map(({ extensions }) => extensions.code);
  if (codes.some((code) => code === 'UNAUTHORIZED_FIELD_OR_TYPE' || code === 'UNAUTHENTICATED')) return 'withheld';
  if (codes.length > 0) return codes.join(' ');
  const refused = (data as { done: { errors: { code: string }[] } | null } | null)?.done?.errors ?? [];
  return refused.length === 0 ? 'reached' : `reached: ${refused.map(({ code }) => code).join(' ')}`;
}

/** A value of a type that names nothing. */
function nothing(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    return Object.fromEntries(Object.values(inner.getFields()).map((field) => [field.name, nothing(field.type)]));
  }
  const samples: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: false,
    Date: '2020-01-01',
    DateTime: '2020-01-01T00:00:00.000Z',
    RegionCode: '35.10',
  };
  return samples[inner.name] ?? 'nothing';
}
