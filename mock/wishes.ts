import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { badInput, type ErrorCode, isErrorCode } from '#kit/errors.ts';

/** How an agency can fail: it does not answer at all, not in time, or not in GraphQL. */
export type Failure = 'unavailable' | 'timeout' | 'invalid';

/** The headers by which a client says what it wishes. */
export const mockHeaders = ['x-mock-delay', 'x-mock-fail', 'x-mock-refuse'] as const;

const failures: readonly Failure[] = ['unavailable', 'timeout', 'invalid'];
const longestDelay = 60_000;
const kept = 1_000;

/** What a client wishes the mock to do with one request, by its headers. */
export interface Wish {
  /** Agency -> how long it takes to answer, in milliseconds. */
  readonly delays: ReadonlyMap<string, number>;
  readonly failures: ReadonlyMap<string, Failure>;
  /** The code with which a change is refused. */
  readonly refusal: ErrorCode | null;
}

const noWish: Wish = { delays: new Map(), failures: new Map(), refusal: null };

/**
 * Reads `x-mock-delay: tax=800, mall=200`, `x-mock-fail: civil-records, tax=timeout` and `x-mock-refuse: CONFLICT`.
 *
 * @throws BAD_USER_INPUT naming the header that cannot be read, or an agency that there is not
 */
export function readWish(headers: IncomingHttpHeaders, agencies: readonly string[]): Wish {
  const entries = (header: string) =>
    String(headers[header] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => entry.split('=').map((part) => part.trim()) as [agency: string, value?: string])
      .map(([agency, value]) => {
        if (!agencies.includes(agency)) throw badInput(`${header} names no agency: ${agencies.join(', ')}.`);
        return [agency, value] as const;
      });
  const delays = entries('x-mock-delay').map(([agency, value]) => [agency, delayOf(value)] as const);
  const failing = entries('x-mock-fail').map(([agency, value = 'unavailable']) => [agency, failureOf(value)] as const);
  return { delays: new Map(delays), failures: new Map(failing), refusal: refusalOf(headers['x-mock-refuse']) };
}

/** The wishes of requests that are under way, found again by the number that the gateway gives to its agencies. */
export class Wishes {
  private readonly byRequest = new Map<string, Wish>();
  private readonly agencies: readonly string[];

  constructor(agencies: readonly string[]) {
    this.agencies = agencies;
  }

  /** Takes the wish of a request. @returns the number of the request */
  note(headers: IncomingHttpHeaders): string {
    const requestId = randomUUID();
    this.byRequest.set(requestId, readWish(headers, this.agencies));
    const [oldest] = this.byRequest.keys();
    if (this.byRequest.size > kept && oldest !== undefined) this.byRequest.delete(oldest);
    return requestId;
  }

  of(requestId: string): Wish {
    return this.byRequest.get(requestId) ?? noWish;
  }
}

function delayOf(value: string | undefined): number {
  const ms = Number(value);
  if (value === undefined || !Number.isInteger(ms) || ms < 0 || ms > longestDelay) {
    throw badInput('x-mock-delay takes milliseconds, such as tax=800, up to a minute.');
  }
  return ms;
}

function failureOf(value: string): Failure {
  const failure = failures.find((known) => known === value);
  if (!failure) throw badInput(`x-mock-fail takes ${failures.join(', ')}.`);
  return failure;
}

function refusalOf(value: string | string[] | undefined): ErrorCode | null {
  if (value === undefined) return null;
  if (!isErrorCode(value)) throw badInput('x-mock-refuse takes a code of docs/errors.md, such as CONFLICT.');
  return value;
}
