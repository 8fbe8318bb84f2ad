import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, parse } from 'graphql';
import { unauthenticated } from '#kit/errors.ts';
import { anonymous, type Principal } from '#kit/principal.ts';
import { readAccessRules } from '../../access/accessRules.ts';
import { scopesOfAgencies } from '../../access/scopesOfAgencies.ts';
import type { GatewayConfig } from '../../config.ts';
import { CallersFacts } from '../callersFacts.ts';
import { contentSecurityPolicy, servePlayground } from '../server.ts';

const document = parse(`
  enum join__Graph { A @join__graph(name: "alpha", url: "") }
  type Query @join__type(graph: A) { me: Me, open: Open, all: Statistics }
  type Me @join__type(graph: A, key: "id") @authenticated { id: ID! secret: String @requiresScopes(scopes: [["me:secret"]]) }
  type Open @join__type(graph: A, key: "id") @public { id: ID! }
  type Statistics @join__type(graph: A) @requiresScopes(scopes: [["statistics:read"]]) { sum: Int }
`);
const schema = buildSchema(`
  type Query { me: Me open: Open all: Statistics }
  type Me { id: ID! secret: String } type Open { id: ID! } type Statistics { sum: Int }
`);
const callers: Readonly<Record<string, Principal>> = {
  nobody: anonymous,
  citizen: { kind: 'citizen', id: 'c', scopes: ['me:secret'] },
  analyst: { kind: 'analyst', id: 'a', scopes: ['statistics:read'] },
};

let http: FastifyInstance;
beforeAll(async () => {
  http = Fastify();
  const config = {
    tokens: { issuer: 'https://id.example.go.id/one-id' },
    playgroundClient: 'playground',
    developmentIssuerKey: null,
    trustedOnly: true,
  } as unknown as GatewayConfig;
  const supergraph = { document, accessRules: readAccessRules(document), scopesOfAgencies: scopesOfAgencies(document) };
  await servePlayground(http, config, {
    facts: new CallersFacts(() => ({ schema, supergraph })),
    callerIn: async ({ headers }) => {
      const caller = callers[String(headers.authorization)];
      if (!caller) throw unauthenticated();
      return caller;
    },
  });
});
afterAll(() => http.close());

async function factsOf(caller: string): Promise<Record<string, { fields: object }>> {
  const url = '/playground/schema-facts.json';
  return (await http.inject({ url, headers: { authorization: caller } })).json().types;
}

describe('what the playground is told of the graph', () => {
  it('is what its caller may see, and no more', async () => {
    const [nobody, citizen, analyst] = [await factsOf('nobody'), await factsOf('citizen'), await factsOf('analyst')];
    expect(Object.keys(nobody)).toEqual(['Query', 'Open']);
    expect(Object.keys(citizen)).toEqual(['Query', 'Me', 'Open']);
    expect(Object.keys(citizen.Me?.fields ?? {})).toEqual(['id', 'secret']);
    expect(Object.keys(analyst.Me?.fields ?? {})).toEqual(['id']);
    expect(Object.keys(analyst)).toContain('Statistics');
  });

  it('is nothing for a token that is not good', async () => {
    const refused = await http.inject({ url: '/playground/schema-facts.json', headers: { authorization: 'bad' } });
    expect(refused.statusCode).not.toBe(200);
    expect(refused.body).not.toContain('types');
  });

  it('has where to sign in, operations by role with their ids, and outside development no personas and no tokens', async () => {
    const settings = (await http.inject('/playground/settings.json')).json();
    expect(settings.signIn).toEqual({
      issuer: 'https://id.example.go.id/one-id',
      clientId: 'playground',
      scopes: ['me:secret', 'statistics:read'],
    });
    expect(settings).toMatchObject({ personas: [], trustedOnly: true });
    const dashboard = settings.operations.find(({ name }: { name: string }) => name === 'CitizenDashboard');
    expect(dashboard).toMatchObject({ role: 'citizen', id: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await http.inject({ method: 'POST', url: '/playground/token', payload: {} })).statusCode).toBe(404);
  });
});

describe('the policy of its pages', () => {
  it('lets them run no script but their own, and ask nobody but the gateway and the provider', () => {
    const policy = contentSecurityPolicy({ issuer: 'https://id.example.go.id/one-id' });
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self' https://id.example.go.id;");
    expect(policy).not.toMatch(/unsafe-eval|\*|script-src[^;]*unsafe/);
    expect(contentSecurityPolicy(null)).toContain("connect-src 'self';");
  });
});
