import type { FastifyReply } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { explanationFor } from '../answer/explain.ts';
import { statusOfFault } from '../answer/legacyStatus.ts';
import type { Node } from '../call/node.ts';
import type { GatewayContext } from '../context.ts';
import type { Graph } from '../graph.ts';
import { writeOnce } from '../plan/sharedExecutions.ts';
import type { TrustedDocument } from './knownDocuments.ts';

/** Answers a known document: executes what was planned before and writes the answer as Apollo Server would write it. */
export async function answerKnown(
  graph: Pick<Graph, 'gateway' | 'formatError' | 'circuits'>,
  known: TrustedDocument,
  variables: Node,
  context: GatewayContext,
  reply: FastifyReply,
): Promise<Buffer> {
  const { status, result } = await execute(graph, known, variables, context);
  const { accept } = reply.request.headers;
  reply
    .status(status === 400 ? statusOfFault(accept) : status)
    .header('content-type', 'application/json; charset=utf-8');
  const extensions = explanationFor(context, graph.circuits);
  return writeOnce(result, () => bytesOf(result, extensions, graph));
}

function bytesOf(
  { errors, data }: ExecutionResult,
  extensions: ReturnType<typeof explanationFor>,
  graph: Pick<Graph, 'formatError'>,
): Buffer {
  const text = JSON.stringify({
    ...(errors ? { errors: errors.map((error) => formatted(error, graph)) } : {}),
    ...(data === undefined ? {} : { data }),
    ...(extensions ? { extensions } : {}),
  });
  return Buffer.from(`${text}\n`);
}

/** Variables that cannot be used are the client's fault (400); what is thrown is ours (500). */
async function execute(
  { gateway }: Pick<Graph, 'gateway'>,
  known: TrustedDocument,
  variables: Node,
  context: GatewayContext,
): Promise<{ status: number; result: ExecutionResult }> {
  try {
    const result = await gateway.operation(known).execute(variables, context);
    return { status: result.data === undefined ? 400 : 200, result };
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    const originalError = error instanceof Error ? error : undefined;
    return { status: 500, result: { errors: [new GraphQLError(message, { originalError })] } };
  }
}

function formatted(error: GraphQLError, { formatError }: Pick<Graph, 'formatError'>): GraphQLFormattedError {
  const extensions = { ...error.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' };
  return formatError({ ...error.toJSON(), extensions }, error);
}
