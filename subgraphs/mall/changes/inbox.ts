import { readAnnouncement } from '#kit/application/announcedForm.ts';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import type { RefusedAnnouncement } from '#kit/application/delivery.ts';
import { badInput, ServiceError } from '#kit/errors.ts';
import { insertNew, isAlreadyThere, isOfTheStore } from '#kit/mongo.ts';
import type { Vault } from '#kit/vault/vault.ts';
import { sealedApplication } from '../model/applications.ts';
import type { ApplicationRecord, DocumentRecord, MallModels, ServiceRecord } from '../model.ts';
import { envelopeOf } from '../rules/envelope.ts';
import { handedInDocumentsOf } from '../rules/handedInDocuments.ts';
import { issuedDocumentOf } from '../rules/issuedDocument.ts';
import { notificationsAfter } from '../rules/notices.ts';

/** What the mall adds to an envelope by itself: an announcement does not touch it. */
type OfTheMall = 'assigneeId' | 'claimedAt' | 'surveyed' | 'surveyedMonth';

/**
 * The citizens' inbox, as agencies fill it. What it has heard already changes nothing, and an older word never undoes a
 * newer one: an application is known by its number, and a step by its sequence.
 */
export function inbox(models: MallModels, vault: Vault) {
  const { Application, Document, Notification, Service, Agency, Mall } = models;
  const { seal } = vault.of(sealedApplication);

  return {
    /**
     * Keeps what an agency tells of its applications.
     *
     * @param agency who tells, as its signature says
     * @returns which were not kept, and why; the others are kept for good
     * @throws Error when the store is away: nothing can be said of any of them
     */
    async take(agency: string, told: readonly unknown[]): Promise<RefusedAnnouncement[]> {
      const outcomes = await Promise.all(told.map((one) => takeOne(agency, one)));
      return outcomes.filter((outcome) => outcome !== null);
    },
  };

  async function takeOne(agency: string, told: unknown): Promise<RefusedAnnouncement | null> {
    try {
      await keep(await filed(agency, readAnnouncement(told)));
      return null;
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      const id = String((told as { id?: unknown } | null)?.id ?? '');
      // What the inbox stumbles over must not hold up what came with it.
      if (!(error instanceof ServiceError)) return { id, reason: `The inbox failed on it (${nameOf(error)}).` };
      return { id, reason: error.message };
    }
  }

  /** @throws BAD_USER_INPUT for what this agency has no say in */
  async function filed(agency: string, announcement: ApplicationAnnouncement) {
    if (announcement.agency !== agency) throw badInput('An agency tells of its own applications only.');
    const service = await Service.findById(announcement.serviceCode).lean<ServiceRecord | null>();
    const owner = service && (await Agency.findById(service.agencyCode, { subgraph: 1 }).lean());
    if (!service || owner?.subgraph !== agency) throw badInput('The catalogue holds no such service of this agency.');
    const mall =
      announcement.channel === 'COUNTER'
        ? await Mall.findOne({ regionCode: announcement.regionCode }, { _id: 1 }).sort({ _id: 1 }).lean()
        : null;
    const envelope = envelopeOf(announcement, {
      agencyCode: service.agencyCode,
      service,
      mallId: mall?._id ?? null,
    });
    return { announcement, service, envelope };
  }

  /** The envelope comes last, so that an inbox never shows an application without what belongs to it. */
  async function keep(one: Awaited<ReturnType<typeof filed>>): Promise<void> {
    const { announcement, service, envelope } = one;
    const held = await Application.findById(envelope._id, { sequence: 1, agency: 1 }).lean();
    if (held && held.agency !== envelope.agency) throw badInput('Another agency has an application with this number.');
    if (held && held.sequence >= envelope.sequence) return;
    const document = issuedDocumentOf(announcement, envelope);
    await insertNew(Document, document ? [document] : []);
    await keepHandedIn(handedInDocumentsOf(announcement, envelope, service));
    await insertNew(Notification, notificationsAfter(held?.sequence ?? 0, envelope, service));
    await (held ? replaceOlder(envelope) : addNew(envelope));
  }

  /** The same document may be handed in with several applications; only its owner's word adds one. */
  async function keepHandedIn(documents: readonly DocumentRecord[]): Promise<void> {
    await insertNew(Document, documents);
    for (const { _id, ownerId, usedIn } of documents) {
      const same = { _id, ownerId, source: 'UPLOADED' as const };
      await Document.updateOne(same, { $addToSet: { usedIn: { $each: [...usedIn] } } });
    }
  }

  async function addNew(envelope: ApplicationRecord): Promise<void> {
    try {
      await Application.collection.insertOne(seal(envelope) as never);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
      await replaceOlder(envelope);
    }
  }

  async function replaceOlder(envelope: ApplicationRecord): Promise<void> {
    const { _id, assigneeId: _a, claimedAt: _c, surveyed: _s, surveyedMonth: _m, ...told } = seal(envelope);
    // Whoever checked a file cannot sign it: it comes to another desk, where nobody has it yet.
    const atAnotherDesk = envelope.status === 'AWAITING_APPROVAL' ? { assigneeId: null, claimedAt: null } : {};
    const news: Omit<typeof told, OfTheMall> = { ...told, ...atAnotherDesk };
    await Application.collection.updateOne(
      { _id, sequence: { $lt: envelope.sequence } } as never,
      { $set: news } as never,
    );
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
