import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { type Plan, takePlan } from './plan.ts';
import type { Tokens } from './tokens.ts';

/** An answer's plan, or that there was none, with the operation that it belongs to. */
export interface Explained {
  readonly operation: string;
  readonly plan: Plan | null;
}

interface Asking {
  /** Who asks; `null` is nobody, or whoever the headers editor says. */
  readonly persona: string | null;
  readonly tokens: Tokens;
  /** Read for each question, so that the toggle in the header applies at once. */
  readonly wantsPlan: () => boolean;
  readonly explain: (explained: Explained) => void;
}

/** How GraphiQL asks the gateway: as the chosen persona, with a new token when the old one is no longer taken. */
export function askGraph({ persona, tokens, wantsPlan, explain }: Asking): Fetcher {
  return async (question, options) => {
    const written = new Headers(options?.headers);
    const actsAsPersona = persona !== null && !written.has('authorization');
    // Staff must say what for; what is written in the headers editor goes before.
    if (actsAsPersona && !written.has('x-purpose')) written.set('x-purpose', 'Playground');
    if (actsAsPersona && !written.has('x-case')) written.set('x-case', 'playground');
    const explains = wantsPlan() && question.operationName !== 'IntrospectionQuery';
    if (explains && !written.has('x-explain')) written.set('x-explain', 'plan');

    const ask = async () => {
      if (actsAsPersona) written.set('authorization', `Bearer ${await tokens.of(persona)}`);
      return post(question, written);
    };

    let response = await ask();
    if (response.status === 401 && actsAsPersona) {
      tokens.forget(persona);
      response = await ask();
    }

    const { answer, plan } = takePlan(await readAnswer(response));
    if (explains) explain({ operation: question.operationName ?? 'the operation', plan });
    return answer;
  };
}

function post({ query, variables, operationName }: FetcherParams, written: Headers): Promise<Response> {
  const headers = new Headers(written);
  headers.set('content-type', 'application/json');
  if (!headers.has('accept')) headers.set('accept', 'application/graphql-response+json, application/json;q=0.9');
  return fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables, operationName }) });
}

async function readAnswer(response: Response): Promise<ExecutionResult> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The gateway answered HTTP ${response.status} without JSON: ${text.slice(0, 200)}`);
  }
}
