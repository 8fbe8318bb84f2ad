import { AccessLogEntry } from './AccessLogEntry.ts';
import { Agency } from './Agency.ts';
import { Application } from './Application.ts';
import { Citizen } from './Citizen.ts';
import { Complaint } from './Complaint.ts';
import { Consent } from './Consent.ts';
import { Delegation } from './Delegation.ts';
import { Document } from './Document.ts';
import { Eligibility, MissingItem } from './Eligibility.ts';
import { Mall } from './Mall.ts';
import { Mutation } from './Mutation.ts';
import { Notification } from './Notification.ts';
import { OfficerView } from './OfficerView.ts';
import { PendingAction } from './PendingAction.ts';
import { PersonalDataExport } from './PersonalDataExport.ts';
import { Prefill, PrefilledValue } from './Prefill.ts';
import { Query } from './Query.ts';
import { QueueBoard } from './QueueBoard.ts';
import { QueueTicket } from './QueueTicket.ts';
import { Region } from './Region.ts';
import { Service } from './Service.ts';
import { Fee, Requirement, ServiceStandard } from './ServiceStandard.ts';

export const resolvers = {
  Query,
  Mutation,
  Citizen,
  Region,
  Mall,
  Agency,
  Service,
  ServiceStandard,
  Requirement,
  Fee,
  Eligibility,
  MissingItem,
  Prefill,
  PrefilledValue,
  Application,
  PendingAction,
  OfficerView,
  Document,
  QueueTicket,
  QueueBoard,
  Notification,
  Consent,
  Delegation,
  Complaint,
  PersonalDataExport,
  AccessLogEntry,
};
