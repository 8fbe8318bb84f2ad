import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';
import type { RunningServer } from '#kit/agencyServer.ts';
import { createLog, type Log } from '#kit/log.ts';
import { maskErrors } from '#kit/maskErrors.ts';
import { type ForwardedIdentity, requestVerifier } from '#kit/signature.ts';
import { agencyNames, subgraphsFolder } from '../schema/agencies.ts';
import { mockSchema } from './mockSchema.ts';
import type { Wish } from './wishes.ts';
import type { World } from './world.ts';

export interface MockAgenciesOptions {
  readonly world: World;
  /** Which agencies are mocked; all when left out. */
  readonly agencies?: readonly string[];
  /** The public half of the key that the gateway signs with. */
  readonly gatewayKey: KeyObject;
  /** What the client wishes for a request, by the request's number. */
  readonly wishOf: (requestId: string) => Wish;
}

export interface MockAgencies extends RunningServer {
  /** Where an agency answers. */
  urlOf(agency: string): string;
}

const operation = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });
const largestBody = 1_000_000;

/**
 * Runs stand-ins for agencies in this process, all at one free port. They take signed requests of the gateway only, as
 * agencies do, and keep nothing: a change answers as if it had been made.
 */
export async function startMockAgencies(options: MockAgenciesOptions): Promise<MockAgencies> {
  const http = Fastify({ bodyLimit: largestBody, forceCloseConnections: true });
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  http.get('/health/ready', async () => ({ status: 'ready' }));
  for (const agency of options.agencies ?? agencyNames()) answerAs(agency, http, options);
  const origin = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: origin,
    urlOf: (agency) => `${origin}/${agency}/graphql`,
    stop: () => http.close(),
  };
}

function answerAs(agency: string, http: FastifyInstance, { world, gatewayKey, wishOf }: MockAgenciesOptions): void {
  const schema = mockSchema(readFileSync(`${subgraphsFolder}${agency}/schema.graphql`, 'utf8'), world);
  const verify = requestVerifier(gatewayKey, agency);
  const log = createLog(agency);
  const documents = new Map<string, DocumentNode>();
  http.post(`/${agency}/graphql`, async (request, reply) => {
    const identity = verify({ path: request.url, body: request.body as Buffer, headers: request.headers });
    const wish = wishOf(identity.requestId);
    await pause(wish.delays.get(agency) ?? 0, undefined, { ref: false });
    if (fails(wish, agency, request, reply)) return reply;
    const { query, variables } = operation.parse(JSON.parse(String(request.body)));
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    documents.set(query, document);
    return answer(schema, document, { variables: variables ?? {}, identity, wish, log });
  });
}

interface Question {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly identity: ForwardedIdentity;
  readonly wish: Wish;
  readonly log: Log;
}

async function answer(schema: GraphQLSchema, document: DocumentNode, { variables, identity, wish, log }: Question) {
  const faults = validate(schema, document);
  if (faults.length > 0) return { errors: faults.map((fault) => fault.toJSON()) };
  const contextValue = { principal: identity.principal, refusal: wish.refusal };
  const { data, errors } = await execute({ schema, document, variableValues: variables, contextValue });
  const form = maskErrors(log);
  return { data, ...(errors ? { errors: errors.map((error) => form(error.toJSON(), error)) } : {}) };
}

/** Fails as the client wished. @returns whether the request is not to be answered any more */
function fails({ failures }: Wish, agency: string, request: FastifyRequest, reply: FastifyReply): boolean {
  const failure = failures.get(agency);
  if (!failure) return false;
  if (failure === 'invalid') {
    reply.type('text/html').send('<h1>502 Bad Gateway</h1>');
    return true;
  }
  reply.hijack();
  // Whoever is not answered in time gives up by itself.
  if (failure === 'unavailable') request.raw.socket.destroy();
  return true;
}
