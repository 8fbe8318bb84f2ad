// A front-end's first call, against `npm run mock` (or `npm start`): npx tsx schema/client/example.ts [address]
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { CitizenDashboardDocument, type ErrorCode, enumWords, errorCodes } from './index.ts';

type Fault = { readonly extensions: { readonly code: ErrorCode; readonly agency?: string } };
const address = process.argv[2] ?? 'http://localhost:4000';

async function post<Result>(path: string, body: object, more: Record<string, string> = {}): Promise<Result> {
  const headers = { 'content-type': 'application/json', ...more };
  const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json() as Promise<Result>;
}

function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'x-mock-fail': 'civil-records' };
  return post<{ data: Data | null; errors?: Fault[] }>('/graphql', { query: print(document), variables }, headers);
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
