import type { Connection, Model } from 'mongoose';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { load } from '#kit/sandbox/seed.ts';
import type { SealedRows, Vault } from '#kit/vault/vault.ts';
import { sealedApplication } from '../model/applications.ts';
import { type ApplicationRecord, type MallModels, mallModels, type ServiceRecord } from '../model.ts';
import { envelopeOf } from '../rules/envelope.ts';
import { asSandboxEnvelope, documentsOf, notificationsOf, surveyOf } from './inbox.ts';
import { joinCatalogue } from './newcomers.ts';

/** An announcement, and what the mall makes of it. */
interface Filed {
  readonly announcement: ApplicationAnnouncement;
  readonly service: ServiceRecord;
  readonly envelope: ApplicationRecord;
}

/**
 * Puts announced applications into the inbox. An agency or service that the catalogue does not hold joins it, under its
 * own code; an announcement that is not newer than what the inbox holds changes nothing.
 */
export async function receive(
  connection: Connection,
  vault: Vault,
  announcements: readonly ApplicationAnnouncement[],
): Promise<void> {
  const models = mallModels(connection);
  const filed = await file(models, newestOfEach(announcements));
  const held = await sequencesHeld(models, filed);
  const sequenceHeld = ({ envelope }: Filed) => held.get(envelope._id);

  const { seal } = vault.of(sealedApplication);
  await keep(
    models,
    seal,
    load,
    filed.filter((one) => sequenceHeld(one) === undefined),
  );
  await keep(
    models,
    seal,
    replace,
    filed.filter((one) => one.envelope.sequence > (sequenceHeld(one) ?? Number.MAX_VALUE)),
  );
}

function newestOfEach(announcements: readonly ApplicationAnnouncement[]): ApplicationAnnouncement[] {
  const newest = new Map<string, ApplicationAnnouncement>();
  for (const announcement of announcements) {
    const other = newest.get(announcement.id);
    if (!other || other.steps.length < announcement.steps.length) newest.set(announcement.id, announcement);
  }
  return [...newest.values()];
}

async function file(models: MallModels, announcements: readonly ApplicationAnnouncement[]): Promise<Filed[]> {
  const { agencyCodeOf, serviceOf } = await joinCatalogue(models, announcements);
  const malls = await models.Mall.find({}, { regionCode: 1 }).sort({ _id: 1 }).lean();
  const mallIn = new Map(malls.map(({ regionCode, _id }) => [regionCode, _id]));

  return announcements.map((announcement) => {
    const service = serviceOf(announcement);
    const mallId = announcement.channel === 'COUNTER' ? (mallIn.get(announcement.regionCode) ?? null) : null;
    const filing = { agencyCode: agencyCodeOf(announcement), service, mallId };
    return { announcement, service, envelope: asSandboxEnvelope(envelopeOf(announcement, filing)) };
  });
}

async function sequencesHeld({ Application }: MallModels, filed: readonly Filed[]): Promise<Map<string, number>> {
  const ids = filed.map(({ envelope }) => envelope._id);
  const held = await Application.find({ _id: { $in: ids } }, { sequence: 1 })
    .sort({ _id: 1 })
    .lean();
  return new Map(held.map(({ _id, sequence }) => [_id, sequence]));
}

/** The envelope comes last, so that an inbox never shows an application without what belongs to it. */
async function keep(
  { Application, Document, Notification, Survey }: MallModels,
  seal: SealedRows<typeof sealedApplication>['seal'],
  write: typeof load,
  filed: readonly Filed[],
): Promise<void> {
  const from = <Row>(make: (one: Filed) => readonly Row[]): Row[] => filed.flatMap(make);
  await write(
    Document,
    from(({ announcement, envelope, service }) => documentsOf(announcement, envelope, service)),
  );
  await write(
    Notification,
    from(({ envelope, service }) => notificationsOf(envelope, service)),
  );
  await write(
    Survey,
    from(({ envelope }) => surveyOf(envelope)),
  );
  await write(
    Application,
    from(({ envelope }) => [seal(envelope)]),
  );
}

async function replace<Row extends { _id: string }>(model: Model<Row>, rows: Iterable<Row>): Promise<void> {
  const changes = [...rows].map((row) => ({
    replaceOne: { filter: { _id: row._id }, replacement: row, upsert: true },
  }));
  if (changes.length > 0) await model.collection.bulkWrite(changes as never[], { ordered: false });
}
