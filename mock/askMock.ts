import type { PersonaSlug } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import type { RunningMock } from './startMock.ts';

/** An answer of the mocked graph. */
export interface MockAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly agency?: string; readonly retryable?: boolean };
  }[];
  readonly extensions?: {
    readonly plan?: { readonly steps: readonly { readonly calls: readonly Call[] }[] };
    readonly cost?: { readonly value: number };
  };
}

interface Call {
  readonly agency: string;
  readonly cost: number | null;
  readonly besides: number | null;
}

export interface MockQuestion {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Who asks; nobody is signed in when null. */
  readonly persona: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a running mock as a client would. */
export async function askMock(
  { url, issuer }: Pick<RunningMock, 'url' | 'issuer'>,
  { document, variables = {}, persona, headers = {} }: MockQuestion,
): Promise<MockAnswer> {
  const principal = persona ? principalOf(persona as PersonaSlug) : null;
  const token = principal && principal.kind !== 'anonymous' ? await issuer.tokenFor(principal) : null;
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization, ...headers },
    body: JSON.stringify({ query: document, variables }),
  });
  return (await response.json()) as MockAnswer;
}
