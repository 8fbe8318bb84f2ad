import { createHash } from 'node:crypto';
import { badInput } from '../errors.ts';
import type { SubmitRequest } from './file.ts';

const keyForm = /^[\w-]{8,64}$/;

/** Something that a client asks for once, under a key of its own making. */
export interface Asked {
  /** The opaque id of who asks. */
  readonly by: string;
  /** The name of the mutation: the same key for something else asks for something else. */
  readonly operation: string;
  readonly idempotencyKey: string;
  /** All that was sent, for telling a repetition from another wish. */
  readonly input: unknown;
}

/** What is kept of a request, so that asking again is recognised. @throws BAD_USER_INPUT for a key that is none */
export function requestOf({ by, operation, idempotencyKey, input }: Asked, at: Date): SubmitRequest {
  if (!keyForm.test(idempotencyKey)) {
    throw badInput(
      'A key has 8 to 64 letters, digits, hyphens or underscores; a UUID is a good one.',
      'idempotencyKey',
    );
  }
  return { key: digestOf([by, operation, idempotencyKey]), digest: digestOf(input), at };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
