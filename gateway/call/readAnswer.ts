import type { AgencyAnswer, AgencyError } from './agency.ts';
import { isNode } from './node.ts';

/** Of more errors than this in one answer nobody learns anything. */
const mostErrors = 200;

/** Reads what an agency sent. @returns null when it is not the answer to a GraphQL operation */
export function readAnswer(text: string): AgencyAnswer | null {
  const answer = parseJson(text);
  if (!isNode(answer)) return null;
  const { data = null, errors } = answer;
  if (data !== null && !isNode(data)) return null;
  if (errors === undefined || errors === null) return data === null ? null : { data, errors: [] };
  if (!Array.isArray(errors)) return null;
  const read = errors.slice(0, mostErrors).map(readError);
  if (read.includes(null) || (data === null && read.length === 0)) return null;
  return { data, errors: read.filter((error) => error !== null) };
}

function readError(error: unknown): AgencyError | null {
  if (!isNode(error) || typeof error.message !== 'string') return null;
  const { message, path, extensions } = error;
  const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
  return { message, path: isPath ? path : [], extensions: isNode(extensions) ? extensions : {} };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
