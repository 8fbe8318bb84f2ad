import { badInput, ServiceError } from '#kit/errors.ts';
import type { Principal } from '#kit/principal.ts';
import { isNode } from '../call/node.ts';

/** Who may write operations of their own in production: whoever studies what there is or builds on it, and no client of citizens. */
const mayWrite: readonly Principal['kind'][] = ['analyst', 'developer'];

/**
 * Where only our own documents are answered, they come by their id: what cannot be written cannot be abused.
 *
 * @throws UNKNOWN_DOCUMENT for a text, from whoever may not write one
 */
export function assertTrusted(body: unknown, { kind }: Principal): void {
  if (mayWrite.includes(kind) || !isNode(body) || body.query === undefined) return;
  throw new ServiceError('UNKNOWN_DOCUMENT', 'Only documents that are known here are answered: send the id of one.');
}

/**
 * A client that names a text by its hash and sends it later could put another text under that name for everybody.
 *
 * @throws BAD_USER_INPUT for what asks for automatic persisted queries
 */
export function refusePersistedQueries(body: unknown): void {
  if (!isNode(body) || !isNode(body.extensions) || body.extensions.persistedQuery === undefined) return;
  throw badInput('Queries are not kept for clients: send the document, or the id of one that is known.', 'extensions');
}
