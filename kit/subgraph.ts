import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import type { Connection } from 'mongoose';
import { enforceAccessRules } from './access.ts';
import type { AccessLog } from './access-log/accessLog.ts';
import type { Disclosures } from './access-log/disclosures.ts';
import { noteDisclosures } from './access-log/noteDisclosures.ts';
import { assertSubjectsKnown, type Subjects } from './access-log/subjects.ts';
import type { AgencyApplications } from './application/agencyApplications.ts';
import type { AnnouncementReceiver } from './application/delivery.ts';
import type { DueWork } from './application/schedule.ts';
import type { AskGraph } from './askGraph.ts';
import type { AgencyDocuments } from './documents/routes.ts';
import type { Log } from './log.ts';
import type { Principal } from './principal.ts';
import { scalars } from './scalars/scalars.ts';
import type { SealedFields } from './vault/sealed.ts';
import type { Vault } from './vault/vault.ts';

/** What every resolver of an agency is given. */
export interface AgencyContext<Loaders> {
  /** Who asks, as the gateway signed it. */
  readonly principal: Principal;
  /** Why an officer asks, where the officer said so. */
  readonly purpose: string | undefined;
  /** What the request has read of others; a resolver notes here what no `@personal` field shows. */
  readonly disclosures: Disclosures;
  readonly loaders: Loaders;
  /** The time of this request by the clock of the service (kit/time.ts), the same for all its fields. */
  readonly now: Date;
}

/** What loaders are made from, once per request. */
export interface LoaderRequest<Models> {
  readonly models: Models;
  /** Opens what is stored sealed. */
  readonly vault: Vault;
  readonly principal: Principal;
  /** Where a loader notes on what a read rests. Absent where no question to the graph is answered, as in signing in. */
  readonly disclosures?: Disclosures;
  readonly now: Date;
  /** Says that an application has changed, so that the inbox is told at once. Absent where nobody is told. */
  readonly applicationsChanged?: () => void;
  /** Asks other agencies, through the graph. Absent where the agency has no way into it. */
  readonly askGraph?: AskGraph | undefined;
}

/** What routes that an agency mounts beside `/graphql` are given. */
export interface MountRequest<Models> {
  readonly models: Models;
  readonly vault: Vault;
  readonly log: Log;
  /** The agency's access log, for what happens to somebody's account or data outside the graph. */
  readonly accessLog: AccessLog;
  /** The keys by which agencies sign what they tell of their access logs. */
  readonly accessLogKeys: ReadonlyMap<string, KeyObject>;
  /** Where it hears of applications beside its own address. */
  readonly receiver: AnnouncementReceiver | undefined;
}

/** An agency: its parts joined. Making one starts nothing. */
export interface Agency<Models, Loaders> {
  /** The name of its folder. */
  readonly name: string;
  /** The text of its schema.graphql. */
  readonly schema: string;
  readonly models: (connection: Connection) => Models;
  readonly loaders: (request: LoaderRequest<Models>) => Loaders;
  readonly resolvers: object;
  /** Whose data the values of each type with personal fields are, for the access log. */
  readonly subjects?: Subjects;
  /** Which fields of its collections are stored sealed; rotating the keys goes through them. */
  readonly sealed?: readonly SealedFields[];
  /** Its applications: the inbox is told of them, and the scheduler looks after them. */
  readonly applications?: AgencyApplications<Models>;
  /** What comes due beside its applications, such as payment codes that lapse. */
  readonly due?: (request: { readonly models: Models; readonly vault: Vault }) => DueWork[];
  /** Which documents it takes and gives at `/documents`; nothing answers there when left out. See kit/documents. */
  readonly documents?: AgencyDocuments<Models>;
  /**
   * Adds HTTP routes beside `/graphql`. The gateway's signature is not asked for there, so that whoever mounts a route
   * answers for who may use it. `http` starts without any parser of bodies.
   */
  readonly mount?: (http: FastifyInstance, request: MountRequest<Models>) => Promise<void>;
}

/** Names the parts of an agency; see subgraphs/<agency>/subgraph.ts. */
export function defineAgency<Models, Loaders>(agency: Agency<Models, Loaders>): Agency<Models, Loaders> {
  return agency;
}

/** Reads the schema.graphql that lies beside an agency's subgraph.ts: `schemaBeside(import.meta.url)`. */
export function schemaBeside(moduleUrl: string): string {
  return readFileSync(new URL('./schema.graphql', moduleUrl), 'utf8');
}

const sharedSchema = readFileSync(new URL('../schema/shared.graphql', import.meta.url), 'utf8');

/** The whole text of an agency's schema: what all agencies share, then its own. */
export function fullSchemaText(ownSchema: string): string {
  return `${sharedSchema}\n${ownSchema}`;
}

/**
 * The executable schema of an agency, with its access rules in force and every read of personal data noted.
 *
 * @throws Error when it is not known whose data a type with personal fields holds
 */
export function agencySchema(
  agency: Pick<Agency<never, never>, 'name' | 'schema' | 'resolvers' | 'subjects'>,
): GraphQLSchema {
  const resolvers = { ...scalars, ...agency.resolvers } as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema([{ typeDefs: parse(fullSchemaText(agency.schema)), resolvers }]);
  const subjects = agency.subjects ?? {};
  assertSubjectsKnown(agency.name, schema, subjects);
  return noteDisclosures(enforceAccessRules(schema), subjects);
}
