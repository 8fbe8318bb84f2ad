/** The shapes of the mall's reference data. The values of every union are those of the graph (schema.graphql). */

/** A single fact: known from a named source, or a sample that stands in for one. */
export type Sourced = { source: string; sample?: never } | { source?: string; sample: true };

/** A record from one source, and the names of those of its fields that are samples. */
export type PartlySourced<Field extends string> = { source: string; sample: readonly Field[] };

export type GovernmentLevel = 'CENTRAL' | 'PROVINCE' | 'REGENCY';

export type Subgraph = 'mall' | 'identity' | 'civil-records' | 'business-licensing' | 'tax';

/** A register of the graph that can answer in place of an upload. */
export type Register = Exclude<Subgraph, 'mall'>;

export type WeekDay = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

export type ServiceCategory = 'LICENSING' | 'NON_LICENSING';

export type ServiceSector =
  | 'CIVIL_REGISTRATION'
  | 'BUSINESS'
  | 'TAX'
  | 'HEALTH'
  | 'SOCIAL'
  | 'EMPLOYMENT'
  | 'EDUCATION'
  | 'POLICE'
  | 'IMMIGRATION'
  | 'LAND'
  | 'UTILITIES'
  | 'BANKING';

export type ServiceChannel = 'COUNTER' | 'ONLINE' | 'KIOSK' | 'MOBILE';

export type LifeEvent =
  | 'BIRTH'
  | 'MARRIAGE'
  | 'MOVING'
  | 'STARTING_BUSINESS'
  | 'HEALTH_PRACTICE'
  | 'LOST_DOCUMENT'
  | 'DEATH_IN_FAMILY';

export type ClockStart = 'DOCUMENTS_COMPLETE' | 'SUBMITTED' | 'PAID';

export type FeeKind = 'FREE' | 'STATE_REVENUE' | 'LOCAL_LEVY';

export type StepActor = 'APPLICANT' | 'OFFICER' | 'VERIFIER' | 'INSPECTOR' | 'APPROVER' | 'SYSTEM';

export type ApplicationStatus =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'AWAITING_PAYMENT'
  | 'DOCUMENT_CHECK'
  | 'RETURNED'
  | 'VERIFICATION'
  | 'FIELD_INSPECTION'
  | 'AWAITING_APPROVAL'
  | 'APPROVED'
  | 'AUTO_APPROVED'
  | 'ISSUED'
  | 'COMPLETED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'EXPIRED';

export type DocumentKind =
  | 'ID_CARD'
  | 'FAMILY_CARD'
  | 'BIRTH_CERTIFICATE'
  | 'MARRIAGE_CERTIFICATE'
  | 'DEATH_CERTIFICATE'
  | 'MOVE_LETTER'
  | 'BUSINESS_NUMBER'
  | 'STANDARD_CERTIFICATE'
  | 'PERMIT'
  | 'TAX_CARD'
  | 'TAX_RETURN_RECEIPT'
  | 'BIRTH_STATEMENT'
  | 'COURT_DECISION'
  | 'PHOTO'
  | 'OTHER';

export type PilotFact = Sourced & {
  /** Dotted Kemendagri code of the regency or city, for example `35.10`. */
  regionCode: string;
  name: string;
  /** Why the list of pilots alone does not settle which region is meant. */
  inferred?: string;
};

export type AgencyFact = Sourced & {
  code: string;
  name: string;
  nameEn: string;
  level: GovernmentLevel;
  /** The subgraph that answers for this agency; null when it has none yet. */
  subgraph: Subgraph | null;
};

export type OpeningHoursFact = { day: WeekDay; opens: string; closes: string };

type MallFields = {
  id: string;
  name: string;
  regionCode: string;
  address: string;
  latitude?: number;
  longitude?: number;
  openedOn?: string;
  openingHours: readonly OpeningHoursFact[];
  agencyCodes: readonly string[];
};

export type MallFact = MallFields & PartlySourced<keyof MallFields>;

export type RequirementFact = {
  code: string;
  nameId: string;
  mandatory: boolean;
  documentKind: DocumentKind | null;
  onceOnlySource: Register | null;
};

export type ProcedureStepFact = {
  order: number;
  state: ApplicationStatus;
  actor: StepActor;
  hours: number | null;
};

export type FeeFact = {
  kind: FeeKind;
  /** Whole rupiah × 100; null when it depends on the case, and then `note` says on what. */
  amountMinor: number | null;
  note: string | null;
};

/** The six parts that must be published (UU 25/2009, PermenPANRB 15/2014), and what rests on them. */
export type ServiceStandardFact = {
  requirements: readonly RequirementFact[];
  procedure: readonly ProcedureStepFact[];
  workingDays: number;
  clockStarts: ClockStart;
  silentApproval: boolean;
  fee: FeeFact;
  products: readonly string[];
  complaintChannels: readonly string[];
  legalBasis: readonly string[];
  validFrom: string;
};

type ServiceFields = {
  code: string;
  nameId: string;
  nameEn: string;
  category: ServiceCategory;
  sector: ServiceSector;
  agencyCode: string;
  channels: readonly ServiceChannel[];
  lifeEvents: readonly LifeEvent[];
  /** Dotted regency codes, or everywhere. */
  availableIn: 'ALL' | readonly string[];
  standard: ServiceStandardFact;
};

/** Hours of single steps are seldom published; `procedure.hours` marks them without doubting the steps. */
export type ServiceFact = ServiceFields &
  PartlySourced<Exclude<keyof ServiceFields, 'standard'> | keyof ServiceStandardFact | 'procedure.hours'>;
