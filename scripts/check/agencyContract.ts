import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import { z } from 'zod';
import { errorCodes } from '#kit/errors.ts';
import { anonymous, type Principal } from '#kit/principal.ts';
import { type RequestToSign, signRequest } from '#kit/signature.ts';

/** An agency as it is to be checked, whatever language it is written in. */
export interface AgencyUnderCheck {
  readonly url: string;
  /** The name of its folder, for which requests are signed. */
  readonly name: string;
  /** The gateway's private key, whose public half the agency holds. */
  readonly gatewayKey: KeyObject;
}

/** One promise of the contract, and how it is broken; null where it holds. */
export interface ContractResult {
  readonly promise: string;
  readonly fault: string | null;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const service = JSON.stringify({ query: '{ _service { sdl } }' });
const longestWaitMs = 10_000;

/** Asks an agency what every agency has to answer, and says for each promise whether it holds. Changes nothing in it. */
export async function checkAgencyContract(agency: AgencyUnderCheck): Promise<ContractResult[]> {
  const ask = (change: Partial<RequestToSign> & { readonly key?: KeyObject } = {}) => {
    const { key = agency.gatewayKey, ...rest } = change;
    const path = new URL(agency.url).pathname;
    const identity = { principal: anonymous, requestId: `contract-${randomUUID()}` };
    const request = { agency: agency.name, path, body: service, identity, ...rest };
    return { body: request.body, headers: signRequest(key, request) };
  };
  const send = (signed: { readonly body: string | Uint8Array; readonly headers: Record<string, string> }) =>
    post(agency.url, String(signed.body), signed.headers);
  const query = (text: string, variables: object = {}, principal: Principal = anonymous) =>
    send(
      ask({
        body: JSON.stringify({ query: text, variables }),
        identity: { principal, requestId: `contract-${randomUUID()}` },
      }),
    );
  const twice = async () => {
    const signed = ask();
    await send(signed);
    return send(signed);
  };
  const strangersKey = generateKeyPairSync('ed25519').privateKey;

  const promises: readonly [promise: string, check: () => Promise<string | null>][] = [
    ['refuses a request without a signature', async () => refused(await post(agency.url, service, {}))],
    ["refuses a stranger's signature", async () => refused(await send(ask({ key: strangersKey })))],
    ['refuses what was signed for another agency', async () => refused(await send(ask({ agency: 'another' })))],
    ['refuses another body than was signed', async () => refused(await send({ ...ask(), body: `${service} ` }))],
    ['refuses what was signed two minutes ago', async () => refused(await send(ask({ now: Date.now() - 120_000 })))],
    ['refuses what was sent before', async () => refused(await twice())],
    ['tells its schema to the gateway (_service)', async () => schemaFault(await send(ask()))],
    [
      'answers for no entities with none (_entities)',
      async () => entitiesFault(await query(entities, { representations: [] }), 0),
    ],
    [
      'answers for a reference to each of its entities, in order',
      async () => {
        const types = keyedById(sdlOf(await send(ask())) ?? 'type Query { none: Int }');
        const representations = types.map((__typename) => ({ __typename, id: 'nobody-and-nothing' }));
        return entitiesFault(await query(entities, { representations }, aCitizen), types.length);
      },
    ],
    ['says by a code of the list what is wrong with a query', async () => errorFault(await query('{ noSuchField }'))],
    [
      'tells nobody about me who is not signed in',
      async () => errorFault(await query('{ me { id } }'), ['UNAUTHENTICATED']),
    ],
  ];
  const results: ContractResult[] = [];
  for (const [promise, check] of promises) {
    results.push({ promise, fault: await check().catch((error: unknown) => `no answer: ${String(error)}`) });
  }
  return results;
}

const entities = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const aCitizen: Principal = { kind: 'citizen', id: 'nobody-and-nothing', scopes: [] };

async function post(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(longestWaitMs),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

function refused({ status, body }: Answer): string | null {
  if (status !== 401) return `answers ${status} and not 401`;
  return z.object({ data: z.object({}).loose() }).safeParse(body).success ? 'answers 401 with data' : null;
}

function sdlOf({ body }: Answer): string | null {
  const answer = z.object({ data: z.object({ _service: z.object({ sdl: z.string() }) }) }).safeParse(body);
  return answer.success ? answer.data.data._service.sdl : null;
}

function schemaFault(answer: Answer): string | null {
  const sdl = sdlOf(answer);
  if (sdl === null) return `answers ${answer.status} without data._service.sdl`;
  const names = parse(sdl).definitions.flatMap((one) => ('name' in one && one.name ? [one.name.value] : []));
  return names.includes('Query') ? null : 'its schema has no Query';
}

/** Its entities with the key `id`, but for those that another agency answers for. */
function keyedById(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const isOwn = (definition.directives ?? []).some(({ name, arguments: given = [] }) => {
      const value = (wanted: string) => given.find((one) => one.name.value === wanted)?.value;
      const [fields, resolvable] = [value('fields'), value('resolvable')];
      const isId = name.value === 'key' && fields && valueFromASTUntyped(fields) === 'id';
      return isId && (!resolvable || valueFromASTUntyped(resolvable) !== false);
    });
    return isOwn ? [definition.name.value] : [];
  });
}

function entitiesFault({ status, body }: Answer, count: number): string | null {
  const shape = z.object({ data: z.object({ _entities: z.array(z.unknown()) }), errors: z.undefined().optional() });
  const answer = shape.safeParse(body);
  if (!answer.success) return `answers ${status} without data._entities, or with errors`;
  const { length } = answer.data.data._entities;
  return length === count ? null : `answers ${length} entities for ${count} references`;
}

function errorFault({ body }: Answer, allowed: readonly string[] = errorCodes): string | null {
  const shape = z.object({
    errors: z
      .array(z.object({ message: z.string().min(1), extensions: z.object({ code: z.string() }).loose() }))
      .min(1),
  });
  const answer = shape.safeParse(body);
  if (!answer.success) return 'answers no errors with message and extensions.code';
  const { errors } = answer.data;
  const strange = errors.find(({ extensions }) => !allowed.includes(extensions.code));
  if (strange) return `answers the code ${strange.extensions.code}`;
  return errors.some(({ extensions }) => 'stacktrace' in extensions) ? 'shows where in its code it failed' : null;
}
