import type { FastifyInstance } from 'fastify';
import { announcementsPath, type RelayedBatches, type RelayedEntry, readRelayed } from '#kit/access-log/relayed.ts';
import { isTrackingNumber } from '#kit/application/trackingNumber.ts';
import { insertNew } from '#kit/mongo.ts';
import type { MountRequest } from '#kit/subgraph.ts';
import type { AccessLogEntryRecord, AgencyRecord, MallModels } from './model.ts';

/** The most that one telling may weigh: some thousand entries. */
const largestBody = 5_000_000;

/**
 * Takes what agencies tell of their access logs, so that citizens see in one list who read their data, wherever it was
 * (UU 27/2022, article 32). An agency tells at least once: what is known already changes nothing.
 */
export function takeAccessLogs(http: FastifyInstance, request: MountRequest<MallModels>): void {
  const { models, accessLogKeys } = request;
  http.post(announcementsPath, { bodyLimit: largestBody }, async ({ headers, body }, reply) => {
    await keep(models, readRelayed(accessLogKeys, headers, body as Buffer));
    return reply.status(204).send();
  });
}

async function keep(models: MallModels, { agency, batches }: RelayedBatches): Promise<void> {
  const entries = batches.flatMap((batch) => batch.entries);
  const codeOf = await agencyCodes(models, [agency, ...entries.flatMap(({ readerAgency }) => readerAgency ?? [])]);
  await insertNew(
    models.AccessLogEntry,
    entries.map((entry) => asSeenByCitizen(entry, agency, codeOf)),
  );
  // Last, so that a batch counts as taken only when its entries are here.
  await insertNew(
    models.AccessLogReceipt,
    batches.map(({ batch, hash }) => ({ _id: `${agency}/${batch}`, agency, batch, hash })),
  );
}

function asSeenByCitizen(
  entry: RelayedEntry,
  holder: string,
  codeOf: (agency: string) => string,
): AccessLogEntryRecord {
  return {
    // The hash is the entry's own in the agency's chain: by it a citizen and an auditor speak of the same read.
    _id: `acc_${entry.hash.slice(0, 32)}`,
    citizenId: entry.subject,
    at: new Date(entry.at),
    agencyCode: entry.readerAgency === null ? null : codeOf(entry.readerAgency),
    holderCode: codeOf(holder),
    actorRole: entry.role,
    fields: entry.coordinates,
    purpose: entry.purpose,
    legalBasis: entry.legalBasis,
    applicationId: entry.caseId !== null && isTrackingNumber(entry.caseId) ? entry.caseId : null,
  };
}

/** The catalogue's codes of agencies by their folders; one that it does not hold goes by its folder. */
async function agencyCodes({ Agency }: MallModels, folders: readonly string[]): Promise<(agency: string) => string> {
  const known = await Agency.find({ subgraph: { $in: [...new Set(folders)] } })
    .sort({ subgraph: 1, _id: 1 })
    .lean<AgencyRecord[]>();
  const codes = new Map(known.map(({ subgraph, _id }) => [subgraph, _id]));
  return (folder) => codes.get(folder) ?? folder;
}
