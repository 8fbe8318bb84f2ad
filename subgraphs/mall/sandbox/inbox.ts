import { createHash } from 'node:crypto';
import type { ApplicationAnnouncement } from '#kit/application/announcement.ts';
import { localMonth } from '#kit/localTime.ts';
import { opaqueId, Random } from '#kit/sandbox/random.ts';
import type { RequirementFact } from '../data/types.ts';
import type { ApplicationRecord, DocumentRecord, NotificationRecord, ServiceRecord, SurveyRecord } from '../model.ts';
import { documentKind } from '../rules/documentKind.ts';
import { noticeOf } from '../rules/notices.ts';
import { statusesAtTheOffice, surveyStateOf } from '../rules/review.ts';
import { someScores } from './surveys.ts';

/** What the sandbox makes up beside an announcement: who took it on, which documents came with it, what was told. */

/** Two of three applications that wait for the office are taken on; two of five people answer the survey. */
export function asSandboxEnvelope(envelope: ApplicationRecord): ApplicationRecord {
  const random = new Random(`envelope ${envelope._id}`);
  const claimed =
    envelope.status !== 'SUBMITTED' && statusesAtTheOffice.includes(envelope.status) && random.chance(0.67);
  const role = envelope.status === 'AWAITING_APPROVAL' ? 'sig' : 'off';
  return {
    ...envelope,
    assigneeId: claimed ? `${role}-${envelope.agency}-${envelope.regionCode}` : null,
    claimedAt: claimed ? envelope.statusAsOf : null,
    surveyed: surveyStateOf(envelope.status, false) === 'DUE' && random.chance(0.4),
  };
}

/** The document that came out, and one each of what was handed in and what was drawn from a register. */
export function documentsOf(
  { outcome }: ApplicationAnnouncement,
  envelope: ApplicationRecord,
  service: ServiceRecord,
): DocumentRecord[] {
  const papers = (service.standard?.requirements ?? []).filter(({ documentKind }) => documentKind !== null);
  const handedIn = papers.find(({ onceOnlySource }) => onceOnlySource === null);
  const drawn = papers.find(({ onceOnlySource }) => onceOnlySource !== null);
  const documents: DocumentRecord[] = [];
  if (handedIn) documents.push(requiredDocument(envelope, handedIn, 'UPLOADED'));
  if (drawn) documents.push(requiredDocument(envelope, drawn, 'PULLED'));
  if (outcome) {
    documents.push({
      ...someDocument(outcome.documentId, envelope),
      kind: documentKind(outcome.kind),
      title: outcome.title,
      source: 'ISSUED',
      issuedByCode: envelope.agencyCode,
      issuedOn: outcome.issuedOn,
      verificationCode: outcome.verificationCode,
      createdAt: envelope.statusAsOf,
    });
  }
  return documents;
}

/** Word that the application came in, and of what happened last. */
export function notificationsOf(envelope: ApplicationRecord, service: ServiceRecord): NotificationRecord[] {
  const random = new Random(`notifications ${envelope._id}`);
  const told = envelope.steps.filter(({ to }, index) => to === 'SUBMITTED' || index === envelope.steps.length - 1);
  return told.flatMap(({ to, at, sequence }) => {
    const notice = noticeOf(to, service);
    if (!notice) return [];
    return [
      {
        _id: opaqueId('ntf', envelope._id, sequence),
        citizenId: envelope.submittedById,
        at,
        read: sequence < envelope.sequence || random.chance(0.5),
        ...notice,
        applicationId: envelope._id,
      },
    ];
  });
}

export function surveyOf(envelope: ApplicationRecord): SurveyRecord[] {
  if (!envelope.surveyed) return [];
  const { regionCode, regions, mallId, agencyCode, serviceCode, channel } = envelope;
  return [
    {
      _id: opaqueId('srv', envelope._id),
      at: envelope.statusAsOf,
      month: localMonth(envelope.statusAsOf, 'WIB'),
      // Too few rather than too many: whether the citizen answered others in the month is not looked up.
      firstOfMonth: 0,
      regionCode,
      regions,
      mallId,
      agencyCode,
      serviceCode,
      channel,
      scores: someScores(new Random(`survey ${envelope._id}`)),
    },
  ];
}

function requiredDocument(
  envelope: ApplicationRecord,
  requirement: RequirementFact,
  source: 'UPLOADED' | 'PULLED',
): DocumentRecord {
  return {
    ...someDocument(opaqueId('doc', envelope._id, requirement.code), envelope),
    kind: requirement.documentKind ?? 'OTHER',
    title: requirement.nameId,
    source,
  };
}

/** Size and digest are made up: the sandbox holds no documents, only what is known about them. */
function someDocument(_id: string, envelope: ApplicationRecord): DocumentRecord {
  return {
    _id,
    ownerId: envelope.applicantId,
    kind: 'OTHER',
    title: '',
    source: 'UPLOADED',
    mediaType: 'application/pdf',
    sizeBytes: new Random(_id).whole(40_000, 900_000),
    sha256: createHash('sha256').update(_id).digest('hex'),
    issuedByCode: null,
    issuedOn: null,
    validUntil: null,
    revoked: false,
    verificationCode: null,
    usedIn: [envelope._id],
    createdAt: envelope.createdAt,
  };
}
