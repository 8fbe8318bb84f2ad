import { isDeepStrictEqual } from 'node:util';
import type { RunningCandidate } from './candidates/candidate.ts';
import { graphqlRequest, RawConnection } from './http/rawConnection.ts';
import type { BenchOperation } from './workloads.ts';

/** One whole answer, read. */
export interface Answer {
  readonly bytes: number;
  readonly data: unknown;
}

const answerWithinMs = 20_000;
const retryAfterMs = 200;

/** Asks a candidate one operation. @throws Error when the answer is not 200, not JSON or has errors */
export async function ask(running: RunningCandidate, operation: BenchOperation, token: string): Promise<Answer> {
  const { candidate } = running;
  const connection = new RawConnection(running.port);
  const timer = setTimeout(() => connection.close(), answerWithinMs);
  try {
    const request = graphqlRequest(JSON.stringify(candidate.asked(operation)), token);
    const { head, body } = await connection.send(request);
    const text = body.toString();
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`${head.split('\r\n')[0]} ${text.slice(0, 300)}`);
    if (candidate.answersAnything) return { bytes: body.length, data: null };
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(`It answers with errors: ${errors[0].message.slice(0, 300)}`);
    return { bytes: body.length, data };
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}

/** Waits until a candidate listens. @throws Error when it ends or does not listen in time */
export async function untilListening(running: RunningCandidate, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const failure = running.failure();
    if (failure !== null) throw new Error(failure);
    if (await listens(running.port)) return;
    if (Date.now() > deadline)
      throw new Error(`It did not listen within ${Math.max(0, withinMs / 1_000).toFixed(0)} s.`);
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
}

async function listens(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.text());
    return true;
  } catch {
    return false;
  }
}

/** @throws Error naming the place where an answer differs from the floor's */
export function assertSame(answer: Answer, expected: Answer): void {
  if (isDeepStrictEqual(answer.data, expected.data)) return;
  throw new Error(`Its answer differs from the floor's: ${difference(answer.data, expected.data)}`);
}

/** Where two values differ first, as a path. */
export function difference(found: unknown, wanted: unknown, path = 'data'): string {
  if (isDeepStrictEqual(found, wanted)) return 'nowhere';
  if (typeof found === 'object' && typeof wanted === 'object' && found !== null && wanted !== null) {
    const [left, right] = [found as Record<string, unknown>, wanted as Record<string, unknown>];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    const key = keys.find((name) => !isDeepStrictEqual(left[name], right[name]));
    if (key !== undefined) return difference(left[key], right[key], `${path}.${key}`);
  }
  return `${path} is ${JSON.stringify(found)?.slice(0, 80)}, not ${JSON.stringify(wanted)?.slice(0, 80)}`;
}
