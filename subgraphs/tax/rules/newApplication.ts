import { Faults } from '#kit/userErrors.ts';
import type { RegisteredOffice, ReturnReceipt, TaxpayerRecord, TaxReturnRecord, TaxServiceKind } from '../model.ts';
import { taxDay } from './annualReturn.ts';
import { confirmStatus, withReceipts, yearsMissing } from './clearance.ts';
import { remediesFor } from './remedies.ts';
import { services } from './services.ts';

const mostDocuments = 20;
const receiptForm = /^[\w./-]{5,40}$/;

/** What an applicant states, as it was sent. */
export interface StatedFacts {
  readonly nik?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly regionCode?: string | null | undefined;
  readonly receipts?: readonly ReturnReceipt[] | null | undefined;
}

/** What is known when somebody applies. */
export interface TaxRequest {
  readonly kind: TaxServiceKind;
  readonly stated: StatedFacts;
  /** The applicant's own record; null for one who is not registered. */
  readonly taxpayer: TaxpayerRecord | null;
  readonly returns: readonly TaxReturnRecord[];
  /** The office of the region that was stated; null when none was, or there is none. */
  readonly office: RegisteredOffice | null;
  /** Those that were named and belong to the applicant; null for any other. */
  readonly documents: readonly (SentDocument | null)[];
  /** Whether the same is asked for already. */
  readonly hasOpen: boolean;
  readonly now: Date;
}

export interface SentDocument {
  readonly kind: string;
  readonly state: 'REGISTERED' | 'UPLOADED';
}

type Fact = keyof StatedFacts;

interface Asked {
  readonly needed: readonly Fact[];
  readonly allowed: readonly Fact[];
  /** What the documents have to show, where the service needs any. */
  readonly evidence: string | null;
}

/** What each service asks its applicant for. What a register holds is not asked for (once-only). */
const asked: Readonly<Record<TaxServiceKind, Asked>> = {
  REGISTRATION: { needed: ['nik', 'name', 'address', 'regionCode'], allowed: [], evidence: null },
  NIK_MATCHING: { needed: ['nik'], allowed: [], evidence: null },
  DATA_CHANGE: {
    needed: [],
    allowed: ['name', 'address', 'regionCode'],
    evidence: 'Hand in a document that proves the change.',
  },
  SET_NON_EFFECTIVE: {
    needed: [],
    allowed: [],
    evidence: 'Hand in the statement that the criteria for being non-effective are met.',
  },
  TAX_CLEARANCE_LETTER: { needed: [], allowed: ['receipts'], evidence: null },
};

/** Checks all of an application at once. @throws ManyFaults with everything that is wrong */
export function checkTaxRequest(request: TaxRequest): void {
  const faults = new Faults();
  checkStanding(faults, request);
  checkStated(faults, request);
  checkEvidence(faults, request);
  if (request.kind === 'TAX_CLEARANCE_LETTER' && request.taxpayer) checkClearance(faults, request, request.taxpayer);
  faults.assertNone();
}

/** Whether the applicant is somebody whom the service is for. */
function checkStanding(faults: Faults, { kind, taxpayer, hasOpen }: TaxRequest): void {
  if (hasOpen) faults.add('You have applied for this already, and your office is working on it.', 'input.kind');
  if (kind === 'REGISTRATION') {
    if (taxpayer) faults.add('You are registered already.', 'input.kind');
    return;
  }
  if (!taxpayer) {
    faults.add(`You are not registered yet: apply for ${services.REGISTRATION.code} first.`, 'input.kind');
    return;
  }
  if (kind === 'NIK_MATCHING' && taxpayer.nikMatched !== false) {
    faults.add('Your identity number is matched with your tax number already.', 'input.kind');
  }
  if (kind === 'SET_NON_EFFECTIVE' && taxpayer.status !== 'ACTIVE') {
    faults.add('Your tax number is not active.', 'input.kind');
  }
}

function checkStated(faults: Faults, { kind, stated, office }: TaxRequest): void {
  const { needed, allowed } = asked[kind];
  const given = (Object.keys(stated) as Fact[]).filter((fact) => isGiven(stated[fact]));
  for (const fact of needed) if (!given.includes(fact)) faults.add('This is needed.', `input.stated.${fact}`);
  for (const fact of given) {
    if (![...needed, ...allowed].includes(fact)) {
      faults.add('This service does not ask for it.', `input.stated.${fact}`);
    }
  }
  if (kind === 'DATA_CHANGE' && !given.some((fact) => allowed.includes(fact))) {
    faults.add('Say what is to change: the name, the address or the region.', 'input.stated');
  }
  checkLength(faults, stated.name, 3, 100, 'input.stated.name');
  checkLength(faults, stated.address, 5, 200, 'input.stated.address');
  if (stated.regionCode && !office) {
    faults.add('No tax office is known for this region; name a regency or a place in it.', 'input.stated.regionCode');
  }
}

function checkEvidence(faults: Faults, { kind, stated, documents }: TaxRequest): void {
  const path = 'input.documentIds';
  if (documents.length > mostDocuments) {
    faults.add(`Please hand in ${mostDocuments} documents at most.`, path);
    return;
  }
  documents.forEach((document, index) => {
    if (document?.state !== 'UPLOADED') {
      faults.add('Please send each document before you hand it in.', `${path}.${index}`);
    }
  });
  const { evidence } = asked[kind];
  if (evidence && documents.length === 0) faults.add(evidence, path);
  const isReceipt = (document: SentDocument | null) => document?.kind === 'TAX_RETURN_RECEIPT';
  if (stated.receipts?.length && !documents.some(isReceipt)) {
    faults.add('Hand in the receipts themselves too (TAX_RETURN_RECEIPT).', path);
  }
}

/** A letter of clearance is refused with every reason, and what mends it; receipts of missing returns count as filed. */
function checkClearance(faults: Faults, { stated, returns, now }: TaxRequest, taxpayer: TaxpayerRecord): void {
  const receipts = stated.receipts ?? [];
  const missing = yearsMissing(taxpayer, returns, now);
  const path = 'input.stated.receipts';
  receipts.forEach(({ form, taxYear, filedOn, receiptNumber }, index) => {
    if (form === 'VAT_MONTHLY') faults.add('This is no form of an annual return.', `${path}.${index}.form`);
    const isSecond = receipts.findIndex((other) => other.taxYear === taxYear) !== index;
    if (isSecond || !missing.includes(taxYear)) {
      faults.add('The register lacks no return of this year, or it is named twice.', `${path}.${index}.taxYear`);
    }
    if (filedOn > taxDay(now) || filedOn <= `${taxYear}-12-31`) {
      faults.add('A return is filed after its year, and not in the future.', `${path}.${index}.filedOn`);
    }
    if (!receiptForm.test(receiptNumber)) {
      faults.add('This is no number of a receipt.', `${path}.${index}.receiptNumber`);
    }
  });
  const stillMissing = missing.filter((year) => !receipts.some(({ taxYear }) => taxYear === year));
  for (const { reason, words, serviceCode } of remediesFor(
    confirmStatus(taxpayer, withReceipts(returns, receipts), now).reasons,
  )) {
    if (reason === 'RETURNS_NOT_FILED') {
      const years = stillMissing.join(', ');
      faults.add(`The register lacks your annual returns of ${years}: file them, and state their receipts here.`, path);
    } else {
      faults.add(serviceCode ? `${words} (${serviceCode})` : words, 'input.kind');
    }
  }
}

function checkLength(faults: Faults, text: string | null | undefined, least: number, most: number, path: string): void {
  const length = text?.trim().length ?? least;
  if (length < least || length > most) faults.add(`Between ${least} and ${most} characters.`, path);
}

function isGiven(value: StatedFacts[Fact]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}
