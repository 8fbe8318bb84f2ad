import type { Principal } from '#kit/principal.ts';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import type { JourneyPlatform, Payload } from './journeys.ts';
import { valueAt } from './reading.ts';

type SignedIn = Exclude<Principal, { kind: 'anonymous' }>;

const staffScopes = ['applications:read', 'tax:read', 'tax:npwp', 'tax:returns', 'identity:verify'];

/** Somebody at the tax office of a region who checks files. */
export function verifierAt(region: string): SignedIn {
  const scopes = [...staffScopes, 'applications:verify'];
  return { kind: 'officer', id: `off-verifier-${region}`, agency: 'tax', region, scopes };
}

/** Somebody there who signs; `number` tells several of them apart. */
export function approverAt(region: string, number = 0): SignedIn {
  const scopes = [...staffScopes, 'applications:approve'];
  return { kind: 'officer', id: `off-approver-${region}-${number}`, agency: 'tax', region, scopes };
}

/** A citizen who is not of the cast. */
export function citizen(id: string): SignedIn {
  return { kind: 'citizen', id, scopes: [...citizenScopes] };
}

/** Asks as anybody, and gives what stands at a path of the data. @throws Error when the answer has errors */
export async function getAs<Value>(
  graph: JourneyPlatform,
  principal: SignedIn,
  query: string,
  path: string,
  variables: object = {},
): Promise<Value> {
  const authorization = `Bearer ${await graph.issuer.tokenFor(principal)}`;
  const purpose = principal.kind === 'officer' ? { 'x-purpose': 'Pemeriksaan permohonan', 'x-case': 'berkas-uji' } : {};
  const response = await graph.post(JSON.stringify({ query, variables }), { authorization, ...purpose });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(`${principal.id}: ${JSON.stringify(errors)}`);
  return valueAt(data, path) as never;
}

/** Sends a mutation with one input as anybody, and gives its payload. @param type the name of the input's type */
export function changeAs(
  graph: JourneyPlatform,
  principal: SignedIn,
  mutation: string,
  type: string,
  input: object,
): Promise<Payload> {
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    application { id } errors { code message path } } }`;
  return getAs(graph, principal, text, mutation, { input });
}

/** Decides on an application as somebody saw it. */
export function decideAs(
  graph: JourneyPlatform,
  principal: SignedIn,
  input: { applicationId: string; decision: string; expectedSequence: number },
): Promise<Payload> {
  return changeAs(graph, principal, 'decideTaxApplication', 'DecideApplicationInput', input);
}

/** Takes a file from the desk to the signature: accepted, recommended, approved. */
export async function grant(graph: JourneyPlatform, region: string, applicationId: string): Promise<Payload> {
  const verifier = verifierAt(region);
  await decideAs(graph, verifier, { applicationId, decision: 'ACCEPT_DOCUMENTS', expectedSequence: 1 });
  await decideAs(graph, verifier, { applicationId, decision: 'RECOMMEND', expectedSequence: 3 });
  return decideAs(graph, approverAt(region), { applicationId, decision: 'APPROVE', expectedSequence: 4 });
}
