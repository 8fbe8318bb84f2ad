// A front-end's first call, against `npm run mock` (or `npm start`): npx tsx schema/client/example.ts [address]
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, print } from 'graphql';
import { CitizenDashboardDocument, type ErrorCode, enumWords, errorCodes } from './index.ts';

interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly extensions: { readonly code: ErrorCode; readonly agency?: string } }[];
}

const address = process.argv[2] ?? 'http://localhost:4000';

async function post<Result>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Result> {
  const options = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return (await fetch(`${address}${path}`, options)).json() as Promise<Result>;
}

async function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, token: string) {
  const body = { query: print(document as DocumentNode), variables };
  return post<Answer<Data>>('/graphql', body, { authorization: `Bearer ${token}`, 'x-mock-fail': 'civil-records' });
}

const { token } = await post<{ token: string }>('/playground/token', { persona: 'food-seller' });
const { data, errors = [] } = await ask(CitizenDashboardDocument, {}, token);

console.log(data?.me?.fullName);
for (const { node } of data?.me?.applications?.edges ?? []) {
  console.log(node.service?.name, '·', node.status && enumWords.ApplicationStatus[node.status].id);
}
for (const { agency, code } of new Map(errors.map(({ extensions }) => [extensions.agency, extensions])).values()) {
  console.log(`${agency}: ${errorCodes[code].means}`);
}
