import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Dispatcher, Pool } from 'undici';
import { documentsPath } from '#kit/documents/links.ts';
import { tooLarge } from '#kit/documents/receive.ts';
import { refusalOf } from '#kit/documents/refusals.ts';
import { largestDocument, mediaTypes } from '#kit/documents/upload.ts';
import { badInput, notFound, ServiceError } from '#kit/errors.ts';
import type { Log } from '#kit/log.ts';
import { refuseCompressed } from './admit/httpRules.ts';

/** Few people send documents at one time, and each holds a connection for as long as their line needs. */
const connectionsPerAgency = 16;
/** How long an agency may be silent. */
const silenceMs = 30_000;

/** What of an agency's answer goes on to the client; every other header is the gateway's own. */
const passedHeaders = ['content-type', 'content-length', 'content-disposition'] as const;
const passedTypes: readonly string[] = [...mediaTypes, 'application/json', 'application/json; charset=utf-8'];

interface DocumentRequest {
  Params: { readonly agency: string; readonly id: string };
  Querystring: { readonly key?: string };
}

/**
 * Passes documents between clients and the agency that a link names: `/documents/<agency>/<id>?key=...`. The bytes go
 * through as they come, at most 5 MB, and nothing is kept. Who may is the agency's to say, by its own link: no token is
 * read here, and no word of the gateway goes with it.
 *
 * @param agencies where they are at the moment
 * @param count counts a request against the address that it came from. @throws RATE_LIMIT
 */
export async function passDocuments(
  http: FastifyInstance,
  agencies: () => readonly { readonly agency: string; readonly origin: string }[],
  log: Log,
  count: (request: FastifyRequest) => Promise<void>,
): Promise<void> {
  const pools = new Map<string, Pool>();
  const poolOf = (name: string): Pool | undefined => {
    const origin = agencies().find(({ agency }) => agency === name)?.origin;
    if (origin === undefined) return undefined;
    const pool = pools.get(origin) ?? new Pool(origin, { connections: connectionsPerAgency });
    pools.set(origin, pool);
    return pool;
  };
  http.addHook('onClose', async () => {
    await Promise.all([...pools.values()].map((pool) => pool.destroy()));
  });

  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.addHook('onRequest', async (request) => count(request));
    scope.setErrorHandler((error, _request, reply) => {
      const { status, body } = refusalOf(error, log);
      return reply.status(status).send(body);
    });

    scope.put<DocumentRequest>(`${documentsPath}/:agency/:id`, async (request, reply) => {
      refuseCompressed(request);
      const length = Number(request.headers['content-length']);
      if (!(length >= 1)) throw badInput('Please say how long the document is (Content-Length).');
      if (length > largestDocument) throw tooLarge();
      const body = request.body instanceof Readable ? request.body : null;
      return pass(request, reply, { method: 'PUT', body, headers: { 'content-length': String(length) } });
    });
    scope.get<DocumentRequest>(`${documentsPath}/:agency/:id`, (request, reply) =>
      pass(request, reply, { method: 'GET' }),
    );
  });

  async function pass(
    { params, query }: FastifyRequest<DocumentRequest>,
    reply: FastifyReply,
    call: Pick<Dispatcher.RequestOptions, 'method' | 'body' | 'headers'>,
  ): Promise<FastifyReply> {
    const pool = poolOf(params.agency);
    if (!pool) throw notFound('There is nothing at this address.');
    const path = `${documentsPath}/${encodeURIComponent(params.id)}?key=${encodeURIComponent(query.key ?? '')}`;
    const answer = await ask(pool, { ...call, path, headersTimeout: silenceMs, bodyTimeout: silenceMs });
    const type = answer.headers['content-type'];
    // What an agency sends is shown under the gateway's own address: a page of its making never is.
    if (type !== undefined && !passedTypes.includes(String(type))) {
      answer.body.destroy();
      throw new ServiceError('SUBGRAPH_INVALID_RESPONSE', 'The answer of the agency could not be used.');
    }
    for (const name of passedHeaders) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    reply.header('content-security-policy', "default-src 'none'; sandbox").status(answer.statusCode);
    return reply.send(answer.statusCode === 204 ? undefined : answer.body);
  }
}

async function ask(pool: Pool, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
  try {
    return await pool.request(options);
  } catch {
    throw new ServiceError('SUBGRAPH_UNAVAILABLE', 'The agency does not answer at the moment. Please try again later.');
  }
}
