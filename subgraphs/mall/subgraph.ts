import { asParent } from '#kit/access-log/subjects.ts';
import { defineAgency, schemaBeside } from '#kit/subgraph.ts';
import { hearAgencies } from './hearAgencies.ts';
import { mallLoaders } from './loaders.ts';
import { sealedApplication } from './model/applications.ts';
import { sealedConsent } from './model/citizens.ts';
import { sealedComplaint } from './model/complaints.ts';
import {
  type AccessLogEntryRecord,
  type ApplicationRecord,
  type CitizenRecord,
  type ComplaintRecord,
  type ConsentRecord,
  type DelegationRecord,
  type DocumentRecord,
  mallModels,
  type NotificationRecord,
  type PersonalDataExportRecord,
  type QueueTicketRecord,
} from './model.ts';
import { resolvers } from './resolvers/index.ts';

/** The mall's own operator: regions, malls, the catalogue, the inbox, the queue, surveys and the access log. */
export const mall = defineAgency({
  name: 'mall',
  schema: schemaBeside(import.meta.url),
  models: mallModels,
  loaders: mallLoaders,
  resolvers,
  mount: hearAgencies,
  subjects: {
    Citizen: ({ id }: CitizenRecord) => id,
    MissingItem: asParent,
    PrefilledValue: asParent,
    Application: ({ people }: ApplicationRecord) => people,
    TimelineEntry: asParent,
    PendingAction: asParent,
    Document: ({ ownerId }: DocumentRecord) => ownerId,
    QueueTicket: ({ citizenId }: QueueTicketRecord) => citizenId,
    Notification: ({ citizenId }: NotificationRecord) => citizenId,
    Consent: ({ citizenId }: ConsentRecord) => citizenId,
    AccessLogEntry: ({ citizenId }: AccessLogEntryRecord) => citizenId,
    Complaint: ({ citizenId }: ComplaintRecord) => citizenId,
    PersonalDataExport: ({ citizenId }: PersonalDataExportRecord) => citizenId,
    Delegation: ({ people }: DelegationRecord) => people,
  },
  sealed: [sealedApplication, sealedConsent, sealedComplaint],
});

export default mall;
