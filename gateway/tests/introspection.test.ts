import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { clientOperation } from '../../schema/clientOperations.ts';
import { type LoneGateway, startLoneGateway } from './support/loneGateway.ts';

let gateway: LoneGateway;
beforeAll(async () => {
  gateway = await startLoneGateway();
}, 60_000);
afterAll(() => gateway.stop());

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

async function ask(body: object, as: PersonaSlug | null): Promise<Answer> {
  const principal = as ? principalOf(as) : null;
  const authorization =
    principal && principal.kind !== 'anonymous'
      ? { authorization: `Bearer ${await gateway.issuer.tokenFor(principal)}` }
      : {};
  return (await (await gateway.post(JSON.stringify(body), authorization)).json()) as Answer;
}

const messages = ({ errors = [] }: Answer) => errors.map(({ message }) => message);

describe('a question for the schema', () => {
  it('is answered to each caller with their part of it, of which a client can build a whole', async () => {
    const query = getIntrospectionQuery();
    const fieldsFor = async (as: PersonaSlug | null) => {
      const { data } = await ask({ query }, as);
      return Object.keys(
        buildClientSchema(data as unknown as IntrospectionQuery)
          .getQueryType()
          ?.getFields() ?? {},
      );
    };

    expect(await fieldsFor(null)).not.toContain('me');
    expect(await fieldsFor('food-seller')).toEqual(expect.not.arrayContaining(['worklist']));
    expect(await fieldsFor('officer-tax')).toEqual(expect.arrayContaining(['me', 'worklist', 'services']));
    expect(await fieldsFor('analyst')).toEqual(expect.arrayContaining(['applicationStats', 'services']));
  });

  it('about one type has no answer for who may not see it, just as for one that is not there', async () => {
    const query = '{ there: __type(name: "Citizen") { name } never: __type(name: "Nothing") { name } }';
    expect((await ask({ query }, null)).data).toEqual({ there: null, never: null });
    expect((await ask({ query }, 'food-seller')).data).toEqual({ there: { name: 'Citizen' }, never: null });
  });
});

describe('what is wrong with a document', () => {
  it('is told as if what the caller may not see were not there', async () => {
    const query = '{ me nothing worklist }';
    expect(messages(await ask({ query }, null))).toEqual([
      'Cannot query field "me" on type "Query".',
      'Cannot query field "nothing" on type "Query".',
      'Cannot query field "worklist" on type "Query".',
    ]);
    expect(messages(await ask({ query }, 'officer-tax'))).toEqual([
      'Field "me" of type "Citizen" must have a selection of subfields.',
      'Cannot query field "nothing" on type "Query".',
      expect.stringMatching(/^Field "worklist" of type "\w+!?" must have a selection of subfields.$/),
    ]);
  });

  it.each([
    ['an argument that is missing', 'mutation { decideTaxApplication { application { id } } }', /input/],
    ['a field that is nearly right', '{ workList { totalCount } }', /worklist/],
    ['a type that is nearly right', '{ __typename ... on Citizens { nik } }', /"Citizen"/],
  ])('tells no hidden name with %s, and nobody what they may have meant', async (_what, query, name) => {
    for (const as of [null, 'food-seller'] as const) {
      const told = messages(await ask({ query }, as)).join('\n');
      expect(told).not.toBe('');
      expect(told).not.toMatch(name);
      expect(told).not.toContain('Did you mean');
    }
  });
});

describe('what is wrong with variables', () => {
  const { document } = clientOperation('Inbox');
  const lanes = [
    ['the short lane', document],
    ['the lane of Apollo Server', `${document} # not the known text`],
  ] as const;

  it.each(lanes)('names in %s no field of an input that the caller may not see', async (_lane, query) => {
    const variables = { filter: { opened: true, status: ['CLOSED'] } };
    const [toNobody, toCitizen] = [await ask({ query, variables }, null), await ask({ query, variables }, 'nurse')];

    expect(messages(toNobody)).toEqual([expect.stringContaining('cannot be used as an input type')]);
    expect(messages(toCitizen)).toContainEqual(expect.stringContaining('"opened" is not defined by type'));
    expect(messages(toCitizen).join()).not.toMatch(/Did you mean|"open"/);
    expect(toNobody.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
