import { Faults } from '#kit/userErrors.ts';
import type { HealthProfession, LicenseKind, SubmitPracticeLicenseInput, TaxFlag } from '../generated/resolvers.ts';
import type { BusinessProjectRecord, BusinessRecord, LicenseRecord } from '../model.ts';
import { checkPlace, textWithin } from './newBusiness.ts';
import type { Requirement } from './requirement.ts';

const mostDocuments = 20;
const registrationNumberForm = /^[\w./-]{8,30}$/;

export const practiceNames: Readonly<Record<HealthProfession, string>> = {
  DOCTOR: 'Surat izin praktik dokter',
  MIDWIFE: 'Surat izin praktik bidan',
  NURSE: 'Surat izin praktik perawat',
};

/** What is known when somebody applies for a licence of a business. */
export interface LicenseRequest {
  readonly kind: LicenseKind;
  readonly documentIds: readonly string[];
  /** Null when it does not exist, or belongs to somebody else. */
  readonly business: BusinessRecord | null;
  readonly project: BusinessProjectRecord | null;
  readonly requirement: Requirement | null;
  readonly licenses: readonly LicenseRecord[];
  readonly hasApplication: boolean;
  /** Null when the tax agency did not answer, or the business names no taxpayer. */
  readonly taxFlag: TaxFlag | null;
}

/** No licence is given while the tax status is not valid (Inpres 7/2015); what mends it is a service of the mall. */
const taxFaults: Readonly<Record<TaxFlag, string | null>> = {
  VALID: null,
  INVALID: 'The tax status of the business is not valid. The service TAX-CLEARANCE-LETTER says why and mends it.',
  ANNUAL_RETURN_MISSING:
    'Annual tax returns of the business are missing. File them; the service TAX-CLEARANCE-LETTER then confirms it.',
  VAT_RETURN_MISSING:
    'VAT returns of the business are missing. File them; the service TAX-CLEARANCE-LETTER then confirms it.',
  TAXPAYER_NOT_FOUND: 'The tax agency does not know the taxpayer. The service TAX-REGISTRATION mends it.',
};

/** Checks an application for a licence of a business. @throws ManyFaults with everything that is wrong */
export function checkLicenseRequest(request: LicenseRequest): void {
  const { kind, business, project, requirement, licenses } = request;
  const faults = new Faults();
  checkDocuments(faults, request.documentIds);
  if (!business) {
    faults.add('You have no such business.', 'input.nib');
  } else if (business.status !== 'ACTIVE') {
    faults.add('The number of this business is not in force.', 'input.nib');
  }
  if (business && !project) faults.add('The business has no such project.', 'input.projectId');
  if (requirement && !isAppliedFor(kind, requirement)) {
    faults.add('This project needs no licence of this kind, or it is given without an application.', 'input.kind');
  }
  const basic = licenses.find((license) => license.kind === 'BASIC_REQUIREMENT');
  const needsBasic = requirement?.licenses.includes('BASIC_REQUIREMENT') && comesAfterBasics(kind);
  if (needsBasic && basic?.status !== 'ISSUED') {
    faults.add('First the land use of the project has to be approved (BASIC_REQUIREMENT).', 'input.kind');
  }
  const taxFault = request.taxFlag && taxFaults[request.taxFlag];
  if (taxFault) faults.add(taxFault, 'input.nib');
  if (request.hasApplication) faults.add('There is an application for this licence already.', 'input.kind');
  faults.assertNone();
}

/** Checks an application for a licence to practise. @throws ManyFaults with everything that is wrong */
export function checkPractice(input: SubmitPracticeLicenseInput): { holderName: string; place: string } {
  const faults = new Faults();
  checkDocuments(faults, input.documentIds);
  checkPlace(faults, input.regionCode, 'input.regionCode');
  const holderName = textWithin(faults, input.holderName, 3, 100, 'input.holderName');
  const place = textWithin(faults, input.place, 5, 200, 'input.place');
  if (!registrationNumberForm.test(input.registrationNumber)) {
    faults.add('This is no number of a certificate of registration.', 'input.registrationNumber');
  }
  faults.assertNone();
  return { holderName, place };
}

/** The number is given by the system, and a medium-low risk is stated by the owner. */
function isAppliedFor(kind: LicenseKind, { licenses, riskLevel }: Requirement): boolean {
  if (kind === 'SUPPORTING_LICENSE') return true;
  const isStated = kind === 'STANDARD_CERTIFICATE' && riskLevel === 'MEDIUM_LOW';
  return kind !== 'BUSINESS_NUMBER' && !isStated && licenses.includes(kind);
}

function comesAfterBasics(kind: LicenseKind): boolean {
  return kind === 'STANDARD_CERTIFICATE' || kind === 'PERMIT';
}

function checkDocuments(faults: Faults, documentIds: readonly string[]): void {
  if (documentIds.length === 0 || documentIds.length > mostDocuments) {
    faults.add(`Hand in 1 to ${mostDocuments} documents.`, 'input.documentIds');
  }
}
