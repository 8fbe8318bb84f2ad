import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { describedWith } from './docsFacts.ts';
import { type Explanation, takeExplanation } from './explanation.ts';
import { noFacts, type SchemaFacts } from './facts.ts';
import type { Caller } from './tokens.ts';

/** An answer with what the gateway told beside it, and the operation that it belongs to. */
export interface Answered extends Explanation {
  readonly operation: string;
  readonly data: ExecutionResult['data'];
}

interface Asking {
  /** Who asks; `null` is nobody, or whoever the headers editor says. */
  readonly caller: Caller | null;
  /** The id of a text that is known to the gateway, where texts are not taken. */
  readonly idOf?: (text: string) => string | undefined;
  /** Told that a question begins; what comes back is told its answer. */
  readonly begin: () => (answered: Answered) => void;
  /** Told what the caller may know of the graph, whenever its schema is read. */
  readonly learnt: (facts: SchemaFacts) => void;
}

const readsSchema = ({ operationName }: FetcherParams) => operationName === 'IntrospectionQuery';

/** How GraphiQL asks the gateway: as the caller, with a new token when the old one is no longer taken. */
export function askGraph({ caller, idOf = () => undefined, begin, learnt }: Asking): Fetcher {
  return async (question, options) => {
    const written = new Headers(options?.headers);
    const asCaller = written.has('authorization') ? null : caller;
    // Staff must say what for; what is written in the headers editor goes before.
    if (asCaller && !written.has('x-purpose')) written.set('x-purpose', 'Playground');
    if (asCaller && !written.has('x-case')) written.set('x-case', 'playground');
    if (!readsSchema(question) && !written.has('x-explain')) written.set('x-explain', 'plan, cost');

    const answered = begin();
    const response = await withToken(asCaller, written, (headers) => post(question, idOf(question.query), headers));
    const answer = await readAnswer(response);
    if (readsSchema(question)) {
      const facts = await factsFor(asCaller, written);
      learnt(facts);
      return describedWith(answer, facts);
    }
    const { answer: shown, ...explanation } = takeExplanation(answer);
    answered({ operation: question.operationName ?? 'the operation', data: shown.data, ...explanation });
    return shown;
  };
}

/** Asks, and once more with a new token when this one is no longer taken. */
async function withToken(
  caller: Caller | null,
  headers: Headers,
  ask: (headers: Headers) => Promise<Response>,
): Promise<Response> {
  if (!caller) return ask(headers);
  headers.set('authorization', `Bearer ${await caller.token()}`);
  const response = await ask(headers);
  if (response.status !== 401) return response;
  caller.forget();
  headers.set('authorization', `Bearer ${await caller.token()}`);
  return ask(headers);
}

function post({ query, variables, operationName }: FetcherParams, id: string | undefined, written: Headers) {
  const headers = new Headers(written);
  headers.set('content-type', 'application/json');
  if (!headers.has('accept')) headers.set('accept', 'application/graphql-response+json, application/json;q=0.9');
  const body = JSON.stringify({ ...(id === undefined ? { query } : { id }), variables, operationName });
  return fetch('/graphql', { method: 'POST', headers, body });
}

/** Without the facts the docs are what they always were, so that nobody has to be told. */
async function factsFor(caller: Caller | null, written: Headers): Promise<SchemaFacts> {
  try {
    const ask = (headers: Headers) => fetch('/playground/schema-facts.json', { headers });
    const response = await withToken(caller, written, ask);
    return response.ok ? await response.json() : noFacts;
  } catch {
    return noFacts;
  }
}

async function readAnswer(response: Response): Promise<ExecutionResult> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The gateway answered HTTP ${response.status} without JSON: ${text.slice(0, 200)}`);
  }
}
