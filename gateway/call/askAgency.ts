import type { KeyObject } from 'node:crypto';
import { Pool, errors as undiciErrors } from 'undici';
import { z } from 'zod';
import { type ErrorCode, ServiceError } from '#kit/errors.ts';
import { type ForwardedIdentity, signRequest } from '#kit/signature.ts';

export interface AgencyAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly AgencyError[];
}

export interface AgencyError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The most that one answer of an agency may weigh. */
const largestAnswer = 5_000_000;
const connectionsPerAgency = 64;

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).default([]),
        extensions: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .default([]),
});

/** Why an agency gave no answer, as a code of the closed list. */
export class NoAnswer extends ServiceError {
  constructor(agency: string, code: ErrorCode) {
    super(code, words[code as keyof typeof words] ?? words.SUBGRAPH_UNAVAILABLE, { agency, retryable: true });
  }
}

const words = {
  SUBGRAPH_TIMEOUT: 'The agency took too long to answer. The rest of your data is complete.',
  SUBGRAPH_UNAVAILABLE: 'The agency does not answer at the moment. The rest of your data is complete.',
  SUBGRAPH_INVALID_RESPONSE: 'The agency gave an answer that cannot be used. The rest of your data is complete.',
};

/**
 * The way to one agency: a pool of kept-alive connections to its one origin. Redirects are not followed, an answer that
 * is late or too large is given up, and every request is signed for this agency alone.
 */
export class AgencyConnection {
  readonly agency: string;
  private readonly pool: Pool;
  private readonly path: string;
  private readonly signingKey: KeyObject;
  private readonly timeoutMs: number;

  constructor(agency: string, url: string, options: { signingKey: KeyObject; timeoutMs: number }) {
    const { origin, pathname } = new URL(url);
    this.agency = agency;
    this.path = pathname;
    this.pool = new Pool(origin, { connections: connectionsPerAgency, pipelining: 1 });
    this.signingKey = options.signingKey;
    this.timeoutMs = options.timeoutMs;
  }

  /** Sends one operation for a caller. @throws NoAnswer when no usable answer comes in time */
  async ask(
    request: { query: string; variables: Readonly<Record<string, unknown>> },
    identity: ForwardedIdentity,
  ): Promise<AgencyAnswer> {
    const body = JSON.stringify(request);
    const signed = signRequest(this.signingKey, { agency: this.agency, path: this.path, body, identity });
    const text = await this.send(body, signed);
    const parsed = answerSchema.safeParse(parseJson(text));
    if (!parsed.success || (parsed.data.data == null && parsed.data.errors.length === 0)) {
      throw new NoAnswer(this.agency, 'SUBGRAPH_INVALID_RESPONSE');
    }
    return { data: parsed.data.data ?? null, errors: parsed.data.errors };
  }

  /** Whether the agency says that it is ready. */
  async isReady(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(this.timeoutMs);
      const { statusCode, body } = await this.pool.request({ path: '/health/ready', method: 'GET', signal });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }

  private async send(body: string, signed: Record<string, string>): Promise<string> {
    try {
      const response = await this.pool.request({
        path: this.path,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...signed },
        body,
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of response.body) {
        size += chunk.length;
        if (size > largestAnswer) {
          response.body.destroy();
          throw new NoAnswer(this.agency, 'SUBGRAPH_INVALID_RESPONSE');
        }
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString();
    } catch (error) {
      throw error instanceof NoAnswer ? error : new NoAnswer(this.agency, codeOf(error));
    }
  }
}

function codeOf(error: unknown): ErrorCode {
  const late =
    error instanceof undiciErrors.HeadersTimeoutError ||
    error instanceof undiciErrors.BodyTimeoutError ||
    (error instanceof Error && error.name === 'TimeoutError');
  return late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
