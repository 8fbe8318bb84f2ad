import crypto, { type KeyObject } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { Disclosures } from '#kit/access-log/disclosures.ts';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { agencyDatabase, connect } from '#kit/mongo.ts';
import type { Principal } from '#kit/principal.ts';
import { type Agency, agencySchema } from '#kit/subgraph.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import type { SealedFields } from '#kit/vault/sealed.ts';
import { createVault, type SealedRows, type Vault } from '#kit/vault/vault.ts';
import { loadAgency } from '../../../scripts/seedDatabases.ts';

/** How an agency reads: opens all, opens what is read, or also fetches only what the dashboard needs of each record. */
export const ways = ['all opened', 'opened when read', 'and projected'] as const;
export type Way = (typeof ways)[number];

/** What the dashboard needs, by the names of the agencies' models. Only a bench may say so: it knows its one operation. */
const needed: Readonly<Record<string, readonly string[]>> = {
  citizens: ['nik', 'fullName', 'digitalIdentityStatus', 'address', 'familyId', 'relationship'],
  families: ['address.villageCode'],
  applications: ['applicantId', 'subjectId', 'kind', 'changes'],
  CivilRecord: ['kind', 'eventDate', 'reportedOn', 'regionCode', 'partyIds'],
  CivilApplication: ['applicantId', 'subjectId', 'kind', 'eventDate', 'regionCode', 'report'],
};

type AnyAgency = Agency<object, object>;

/** Starts an agency that reads in this way, on the database of the settings. */
export async function startAgencyInWay(name: string, way: Way, gatewayKey: KeyObject): Promise<RunningServer> {
  const connection = await connect(agencyDatabase(name), { isWatched: false });
  const agency = inWay((await loadAgency(name)) as unknown as AnyAgency, way);
  return startAgencyServer(agency, {
    port: 0,
    host: '127.0.0.1',
    connection,
    gatewayKey,
    vault: vaultInWay(name, way),
  });
}

/**
 * What running an operation takes without its reads: its loaders remember what they gave before, so that what is left is
 * graphql-js, the rules around the resolvers, and the resolvers. The most that another way of running it could save.
 *
 * @returns microseconds of CPU for these calls together
 */
export async function costOfRunning(
  name: string,
  principal: Principal,
  bodies: readonly string[],
  times: number,
): Promise<number> {
  const { run, close } = await inThisProcess(name, 'opened when read', principal, bodies);
  for (let warmUp = 0; warmUp < times; warmUp++) await run();
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) await run();
  const { user, system } = process.cpuUsage(before);
  await close();
  return (user + system) / times;
}

/** How many sealed values these calls open, for somebody whose calls are answered by one request's loaders. */
export async function valuesOpened(
  name: string,
  way: Way,
  principal: Principal,
  bodies: readonly string[],
): Promise<number> {
  const { run, close } = await inThisProcess(name, way, principal, bodies);
  const { createDecipheriv } = crypto;
  let count = 0;
  crypto.createDecipheriv = ((...given: Parameters<typeof createDecipheriv>) => {
    count++;
    return createDecipheriv(...given);
  }) as typeof createDecipheriv;
  syncBuiltinESMExports();
  await run();
  crypto.createDecipheriv = createDecipheriv;
  syncBuiltinESMExports();
  await close();
  return count;
}

/** Runs the operations of calls without HTTP; the loaders stay, and remember what they gave. */
async function inThisProcess(name: string, way: Way, principal: Principal, bodies: readonly string[]) {
  const agency = (await loadAgency(name)) as unknown as AnyAgency;
  const connection = await connect(agencyDatabase(name), { isWatched: false });
  const schema = agencySchema(agency);
  const models = agency.models(connection);
  const loaders = agency.loaders({ models, vault: vaultInWay(name, way), principal, now: new Date() });
  const calls = bodies.map((body) => JSON.parse(body) as { query: string; variables: Record<string, unknown> });
  const documents = calls.map(({ query, variables }) => ({ document: parse(query), variables }));
  return {
    run: () => Promise.all(documents.map((call) => answerOf(schema, call, principal, loaders))),
    close: () => connection.close(),
  };
}

async function answerOf(
  schema: GraphQLSchema,
  { document, variables }: { document: ReturnType<typeof parse>; variables: Record<string, unknown> },
  principal: Principal,
  loaders: object,
): Promise<void> {
  const disclosures = new Disclosures({ principal, requestId: 'bench' }, new Date());
  const contextValue = { principal, purpose: undefined, disclosures, now: new Date(), loaders };
  const { errors } = await execute({ schema, document, variableValues: variables, contextValue });
  if (errors?.[0]) throw errors[0];
}

function inWay(agency: AnyAgency, way: Way): AnyAgency {
  if (way !== 'and projected') return agency;
  return { ...agency, models: (connection) => projected(agency.models(connection)) };
}

function projected(models: object): object {
  return Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, finding(model as object, needed[name])]),
  );
}

/** The model, whose `find` asks for these fields only where the caller names none. */
function finding(model: object, fields: readonly string[] | undefined): object {
  if (!fields) return model;
  const projection = Object.fromEntries(fields.map((field) => [field, 1]));
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(target);
      return name === 'find' ? (filter: object, own?: object) => method(filter, own ?? projection) : method;
    },
  });
}

function vaultInWay(name: string, way: Way): Vault {
  const vault = createVault(name, keyRingOf(name));
  if (way !== 'all opened') return vault;
  const made = new WeakMap<SealedFields, object>();
  return {
    current: vault.current,
    of<Declared extends SealedFields>(declared: Declared) {
      const rows = vault.of(declared);
      const whole = (made.get(declared) as SealedRows<Declared> | undefined) ?? { ...rows, open: rows.openWhole };
      made.set(declared, whole);
      return whole;
    },
  };
}
