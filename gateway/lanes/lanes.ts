import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { badInput } from '#kit/errors.ts';
import { isNode, type Node } from '../call/node.ts';
import type { GatewayContext } from '../context.ts';
import type { Graph } from '../graph.ts';
import type { KnownDocuments, TrustedDocument } from './knownDocuments.ts';
import { answerKnown } from './shortLane.ts';
import { assertTrusted, refusePersistedQueries } from './trustedOnly.ts';

/** The members of a request that the short lane understands; with any other one it is not its business. */
const members = ['id', 'query', 'variables', 'operationName', 'extensions'];
/** What a client may accept to get JSON without a negotiation. */
const plainlyJson = new Set([undefined, '*/*', 'application/json', 'application/json, */*']);

/**
 * Answers operations. Each is admitted first, by the same rules whichever lane it takes. A known document takes the
 * short lane: it was parsed, validated and planned before. Everything else, and every request that is odd in any way,
 * takes the lane of Apollo Server. Both lanes give the same answer to the same request; a test compares them byte by
 * byte (docs/adr/0010).
 */
export function lanes(
  graph: Graph,
  documents: KnownDocuments,
  contextOf: (request: FastifyRequest) => GatewayContext,
  { trustedOnly = false }: { readonly trustedOnly?: boolean | undefined } = {},
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const apolloLane = fastifyApolloHandler(graph.apollo, { context: async (request) => contextOf(request) });

  return async (request, reply) => {
    const context = contextOf(request);
    if (trustedOnly) assertTrusted(request.body, context.principal);
    refusePersistedQueries(request.body);
    const known = documentOf(request.body, documents);
    if (known) context.trail.operation = known.operationName;
    await graph.admission.admit(request.body, known, context);
    context.trace?.admitted();
    if (known && graph.hasShortLane && isPlain(request, known) && graph.gateway.fits(known.document)) {
      const { variables } = request.body as { variables?: Node | null };
      return answerKnown(graph, known, variables ?? {}, context, reply);
    }
    if (known) request.body = withText(request.body as Node, known);
    return apolloLane.call(request.server, request, reply);
  };
}

/** The known document that a request asks for. @throws BAD_USER_INPUT for an id that nobody knows */
function documentOf(body: unknown, documents: KnownDocuments): TrustedDocument | undefined {
  if (!isNode(body)) return undefined;
  const { id, query } = body;
  if (typeof query === 'string') return documents.withText(query);
  if (query !== undefined || typeof id !== 'string') return undefined;
  const known = documents.withId(id);
  if (!known) throw badInput('No document is known by this id.', 'id');
  return known;
}

function isPlain(request: FastifyRequest, known: TrustedDocument): boolean {
  const { body, headers } = request;
  if (!isNode(body) || !plainlyJson.has(headers.accept)) return false;
  const { variables, operationName, extensions } = body;
  return (
    Object.keys(body).every((member) => members.includes(member)) &&
    (variables === undefined || variables === null || isNode(variables)) &&
    (operationName === undefined || operationName === null || operationName === known.operationName) &&
    (extensions === undefined || extensions === null)
  );
}

/** The request as Apollo Server reads it. */
function withText({ id: _id, ...body }: Node, { text }: TrustedDocument): Node {
  return { ...body, query: text };
}
