import type { Connection } from 'mongoose';
import type { AnnouncedAction, AnnouncedStep } from '#kit/application/announcement.ts';
import type { Connection as Page } from '#kit/page.ts';
import type { FeeFact, RequirementFact, ServiceStandardFact } from './data/types.ts';
import {
  type Application,
  applicationSchema,
  type Document,
  documentSchema,
  type StoredApplication,
} from './model/applications.ts';
import {
  type Agency,
  agencySchema,
  type Mall,
  mallSchema,
  type Region,
  regionSchema,
  type Service,
  serviceSchema,
} from './model/catalogue.ts';
import {
  type AccessLogEntry,
  type AccessLogReceipt,
  accessLogSchema,
  type Consent,
  consentSchema,
  type Delegation,
  delegationSchema,
  type Notification,
  notificationSchema,
  type QueueTicket,
  receiptSchema,
  type StoredConsent,
  ticketSchema,
} from './model/citizens.ts';
import { type Complaint, complaintSchema, type StoredComplaint } from './model/complaints.ts';
import type { CitizenFacts, Eligibility, ServiceGap } from './model/eligibility.ts';
import type { Prefill, PrefilledValue } from './model/prefill.ts';
import { type QueueDay, queueDaySchema } from './model/queueDays.ts';
import { type Survey, surveySchema } from './model/surveys.ts';

/** The collections; each is described beside its interface, in model/. */
export type RegionRecord = Region;
export type MallRecord = Mall;
export type AgencyRecord = Agency;
export type ServiceRecord = Service;
export type ApplicationRecord = Application;
export type DocumentRecord = Document;
export type SurveyRecord = Survey;
export type QueueTicketRecord = QueueTicket;
export type NotificationRecord = Notification;
export type ConsentRecord = Consent;
export type DelegationRecord = Delegation;
export type ComplaintRecord = Complaint;
export type AccessLogEntryRecord = AccessLogEntry;

/** Parts of a record that are types of their own in the graph. */
export type ServiceStandardRecord = ServiceStandardFact;
export type RequirementRecord = RequirementFact;
export type FeeRecord = FeeFact;
export type TimelineEntryRecord = AnnouncedStep;
/** What to do, and the service whose catalogue entry says what its requirements are. */
export type PendingActionRecord = AnnouncedAction & { readonly serviceCode: string };
/** The office's part of an application is read from the application. */
export type OfficerViewRecord = Application;

/** How a citizen gets a copy of all personal data; whose it is stands in it for the access log. */
export interface PersonalDataExportRecord {
  readonly citizenId: string;
  readonly madeAt: Date;
}

/** A citizen to the mall: the id, and what a fetch with `@requires` brought along. */
export type CitizenRecord = { readonly id: string } & CitizenFacts;
export type EligibilityRecord = Eligibility;
export type PrefillRecord = Prefill;
export type PrefilledValueRecord = PrefilledValue;
export type MissingItemRecord = ServiceGap;
/** The board of one mall; what it shows is counted from the tickets of its day. */
export type QueueBoardRecord = Mall;

export type RegionConnectionRecord = Page<Region>;
export type ServiceConnectionRecord = Page<Service>;
export type ApplicationConnectionRecord = Page<Application>;
export type AccessLogConnectionRecord = Page<AccessLogEntry>;

export type MallModels = ReturnType<typeof mallModels>;

/** The mall's collections on one connection. */
export function mallModels(connection: Connection) {
  return {
    Region: connection.model<Region>('Region', regionSchema, 'regions'),
    Mall: connection.model<Mall>('Mall', mallSchema, 'malls'),
    Agency: connection.model<Agency>('Agency', agencySchema, 'agencies'),
    Service: connection.model<Service>('Service', serviceSchema, 'services'),
    Application: connection.model<StoredApplication>('Application', applicationSchema, 'applications'),
    Document: connection.model<Document>('Document', documentSchema, 'documents'),
    Survey: connection.model<Survey>('Survey', surveySchema, 'surveys'),
    QueueTicket: connection.model<QueueTicket>('QueueTicket', ticketSchema, 'queueTickets'),
    Notification: connection.model<Notification>('Notification', notificationSchema, 'notifications'),
    Consent: connection.model<StoredConsent>('Consent', consentSchema, 'consents'),
    Complaint: connection.model<StoredComplaint>('Complaint', complaintSchema, 'complaints'),
    QueueDay: connection.model<QueueDay>('QueueDay', queueDaySchema, 'queueDays'),
    Delegation: connection.model<Delegation>('Delegation', delegationSchema, 'delegations'),
    AccessLogEntry: connection.model<AccessLogEntry>('AccessLogEntry', accessLogSchema, 'accessLog'),
    AccessLogReceipt: connection.model<AccessLogReceipt>('AccessLogReceipt', receiptSchema, 'accessLogReceipts'),
  };
}
