import type { KeyObject } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Connection } from 'mongoose';
import { type AccessLog, type AccessLogOptions, openAccessLog } from './access-log/accessLog.ts';
import { Disclosures } from './access-log/disclosures.ts';
import { writeAhead } from './access-log/writeAhead.ts';
import type { AnnouncementDelivery, AnnouncementReceiver } from './application/delivery.ts';
import { type Outbox, startOutbox } from './application/outbox.ts';
import { type Schedule, startSchedule } from './application/schedule.ts';
import type { AskGraph } from './askGraph.ts';
import { DocumentStore } from './documentStore.ts';
import { documentsToTell } from './documents/announced.ts';
import { serveDocuments } from './documents/routes.ts';
import { documentModels } from './documents/upload.ts';
import { ServiceError } from './errors.ts';
import { createLog, type Log } from './log.ts';
import { maskErrors } from './maskErrors.ts';
import { ensureIndexes, isStoreAway } from './mongo.ts';
import { noteChanges } from './ofChange.ts';
import { type ForwardedIdentity, requestVerifier } from './signature.ts';
import { type Agency, type AgencyContext, agencySchema } from './subgraph.ts';
import { type Clock, machineClock } from './time.ts';
import { traceCommands } from './trace/databaseSpans.ts';
import { traceAnswers } from './trace/traceAnswers.ts';
import { startTracing, type TraceSettings } from './trace/tracing.ts';
import type { Vault } from './vault/vault.ts';

export interface AgencyServerOptions {
  readonly port: number;
  readonly host: string;
  /** An open connection to the agency's database; the server closes it when it stops. */
  readonly connection: Connection;
  /** The public half of the key that the gateway signs with. */
  readonly gatewayKey: KeyObject;
  /** Opens and seals the agency's personal data. */
  readonly vault: Vault;
  /** How the access log is signed and told. It is kept whatever stands here. */
  readonly accessLog?: AccessLogOptions;
  /** The keys by which agencies sign what they tell, for the one that takes it. */
  readonly accessLogKeys?: ReadonlyMap<string, KeyObject>;
  /** How the inbox is told of applications; nobody is told when left out. */
  readonly delivery?: AnnouncementDelivery | undefined;
  /** Where the one that keeps the inbox hears of applications, beside its own address. */
  readonly receiver?: AnnouncementReceiver | undefined;
  /** How other agencies are asked; they are not when left out. */
  readonly askGraph?: AskGraph | undefined;
  /** The time that the service goes by; the machine's when left out. */
  readonly clock?: Clock;
  /** How often it is looked for what is due; never when left out. */
  readonly lookForDueEveryMs?: number;
  /** Where traces are sent; nothing is traced when left out. */
  readonly traces?: TraceSettings | undefined;
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The most that one request to an agency may weigh: some thousand representations. */
const largestBody = 1_000_000;

/**
 * Runs an agency: makes the indexes of its database, and answers the gateway at `/graphql`. A request without
 * the gateway's valid signature gets 401, whatever it asks for. `/health/live` and `/health/ready` answer anybody and
 * tell nothing else.
 */
export async function startAgencyServer<Models, Loaders>(
  agency: Agency<Models, Loaders>,
  options: AgencyServerOptions,
): Promise<RunningServer> {
  const log = createLog(agency.name);
  const { connection, vault, clock = machineClock } = options;
  const models = agency.models(connection);
  const accessLog = openAccessLog(agency.name, connection, options.accessLog ?? {}, log);
  await ensureIndexes(connection);
  const outbox = openOutbox(agency, models, options, log);
  const schedule = openSchedule(agency, models, { ...options, clock, outbox }, log);

  const tracing = await startTracing(agency.name, options.traces, log);
  if (tracing) traceCommands(connection);
  const apollo = await startApollo<AgencyContext<Loaders>>(agency, accessLog, log);
  const verify = requestVerifier(options.gatewayKey, agency.name);
  const http = Fastify({ bodyLimit: largestBody });
  answerHealth(http, () => connection.readyState === 1);
  acceptSignedJsonOnly(http, verify);
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const identity = identityOf(request);
      const { principal, purpose } = identity;
      const now = clock();
      // Who read what is evidence: it stands at the real time.
      const disclosures = new Disclosures(identity, machineClock());
      const loaders = agency.loaders({
        models,
        vault,
        principal,
        disclosures,
        now,
        applicationsChanged: () => outbox?.wake(),
        askGraph: options.askGraph,
      });
      return { principal, purpose, disclosures, now, loaders };
    },
  });
  http.post('/graphql', tracing ? traceAnswers(tracing, answer) : answer);

  const { mount, documents } = agency;
  if (documents) {
    await http.register(async (scope) => {
      const withUploads = { ...models, ...documentModels(connection) };
      serveDocuments(scope, { agency: agency.name, documents, models: withUploads, vault, accessLog, log, clock });
    });
  }
  if (mount) {
    await http.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      const { accessLogKeys = new Map(), receiver } = options;
      await mount(scope, { models, vault, log, accessLog, accessLogKeys, receiver });
    });
  }

  const url = `${await http.listen({ port: options.port, host: options.host })}/graphql`;
  log.info({ url }, 'ready');
  return {
    url,
    async stop() {
      await http.close();
      await tracing?.stop();
      await apollo.stop();
      await schedule?.stop();
      await outbox?.stop();
      await accessLog.stop();
      await connection.close();
    },
  };
}

/** Tells the inbox of the agency's applications, where it has any and knows how. */
function openOutbox<Models>(
  { name, applications, documents }: Pick<Agency<Models, never>, 'name' | 'applications' | 'documents'>,
  models: Models,
  { vault, delivery, connection }: Pick<AgencyServerOptions, 'vault' | 'delivery' | 'connection'>,
  log: Log,
): Outbox | null {
  if (!applications || !delivery) return null;
  const { typeName, outbox } = applications;
  const uploads = documents && documentModels(connection);
  const documentsOf = uploads && ((ids: readonly string[]) => documentsToTell(uploads, ids));
  return startOutbox({ agency: name, typeName, store: outbox(models, vault), delivery, documentsOf, log });
}

/** Looks after what comes due in the agency, where it is asked to and anything can. */
function openSchedule<Models>(
  { applications, due }: Pick<Agency<Models, never>, 'applications' | 'due'>,
  models: Models,
  options: Pick<AgencyServerOptions, 'vault' | 'lookForDueEveryMs'> & { clock: Clock; outbox: Outbox | null },
  log: Log,
): Schedule | null {
  const { vault, lookForDueEveryMs, clock, outbox } = options;
  const work = due?.({ models, vault }) ?? [];
  if (applications) work.push(applications.due(models, vault, () => outbox?.wake()));
  if (work.length === 0 || lookForDueEveryMs === undefined) return null;
  return startSchedule({ work, clock, log, lookEveryMs: lookForDueEveryMs });
}

async function startApollo<Context extends { readonly disclosures: Disclosures }>(
  agency: Parameters<typeof agencySchema>[0],
  accessLog: AccessLog,
  log: Log,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: agencySchema(agency),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    formatError: maskErrors(log, undefined, isStoreAway),
    documentStore: new DocumentStore(),
    logger: log,
    plugins: [
      writeAhead(accessLog),
      noteChanges,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

function answerHealth(http: FastifyInstance, isReady: () => boolean): void {
  http.get('/health/live', async () => ({ status: 'live' }));
  http.get('/health/ready', async (_request, reply) =>
    isReady() ? { status: 'ready' } : reply.status(503).send({ status: 'not ready' }),
  );
}

const identities = new WeakMap<object, ForwardedIdentity>();

function identityOf(request: FastifyRequest): ForwardedIdentity {
  const identity = identities.get(request);
  if (!identity) throw new Error('A request passed without its identity being verified.');
  return identity;
}

function acceptSignedJsonOnly(http: FastifyInstance, verify: ReturnType<typeof requestVerifier>): void {
  http.removeAllContentTypeParsers();
  // The signature covers the bytes that came, so it is checked before they are read as JSON.
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      identities.set(request, verify({ path: request.url, body: body as Buffer, headers: request.headers }));
      done(null, JSON.parse(body.toString()));
    } catch (error) {
      done(error as Error);
    }
  });
  http.setErrorHandler((error, _request, reply) => {
    const refusal = refusalOf(error);
    return reply
      .status(refusal.status)
      .send({ errors: [{ message: refusal.message, extensions: { code: refusal.code } }] });
  });
}

function refusalOf(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof ServiceError) return { status: 401, code: 'UNAUTHENTICATED', message: error.message };
  const status = (error as { statusCode?: number }).statusCode ?? 400;
  return { status, code: 'BAD_USER_INPUT', message: 'The request could not be read.' };
}
