import { badInput } from '#kit/errors.ts';
import type { BusinessScale, GovernmentLevel, LicenseKind, OperateFrom, RiskLevel } from '../generated/resolvers.ts';
import type { BusinessClassificationRecord } from '../model.ts';
import { services } from './services.ts';

/** What of an activity decides on its licences. */
export type Activity = Pick<BusinessClassificationRecord, 'code' | 'risks' | 'centralAuthority'>;

export interface Requirement {
  readonly riskLevel: RiskLevel;
  /** In the order in which they are obtained. */
  readonly licenses: LicenseKind[];
  readonly canOperateAt: OperateFrom;
  readonly workingDays: number;
  readonly authority: GovernmentLevel;
  /** In the words of the forms, in Indonesian. */
  readonly requirements: string[];
}

const operateFrom: Readonly<Record<RiskLevel, OperateFrom>> = {
  LOW: 'NIB_ISSUED',
  MEDIUM_LOW: 'STANDARD_DECLARED',
  MEDIUM_HIGH: 'CERTIFICATE_VERIFIED',
  HIGH: 'PERMIT_ISSUED',
};

/** What a business needs beside its number. */
const furtherLegality: Readonly<Record<RiskLevel, readonly LicenseKind[]>> = {
  LOW: [],
  MEDIUM_LOW: ['STANDARD_CERTIFICATE'],
  MEDIUM_HIGH: ['STANDARD_CERTIFICATE'],
  HIGH: ['PERMIT'],
};

/**
 * Licensing by risk: what a business of this scale needs for an activity in a region.
 *
 * Source: PP 28/2025 as collected in the project's domain notes, section 2.2.
 *
 * @param regionCode a province's code stands for a business that spans several regencies
 * @throws BAD_USER_INPUT when the activity may not be done at this scale
 */
export function licensingRequirement(activity: Activity, scale: BusinessScale, regionCode: string): Requirement {
  const riskLevel = riskAt(activity, scale);
  const approvesBasics = officeApprovesBasicRequirements(riskLevel, scale);
  const licenses: LicenseKind[] = [
    'BUSINESS_NUMBER',
    ...(approvesBasics ? (['BASIC_REQUIREMENT'] as const) : []),
    ...furtherLegality[riskLevel],
  ];
  return {
    riskLevel,
    licenses,
    canOperateAt: operateFrom[riskLevel],
    workingDays: licenses
      // A standard that the owner states by themselves takes no days.
      .filter((kind) => !(kind === 'STANDARD_CERTIFICATE' && riskLevel === 'MEDIUM_LOW'))
      .reduce((days, kind) => days + services[kind].standard.workingDays, 0),
    authority: competentLevel(activity, regionCode),
    requirements: requirementsInWords(riskLevel, approvesBasics),
  };
}

/** The risk of an activity at a scale. @throws BAD_USER_INPUT when the activity may not be done at this scale */
export function riskAt(activity: Pick<Activity, 'code' | 'risks'>, scale: BusinessScale): RiskLevel {
  const risk = activity.risks.find((candidate) => candidate.scale === scale);
  if (risk) return risk.level;
  const open = activity.risks.map((candidate) => candidate.scale).join(', ');
  throw badInput(
    `The activity ${activity.code} is not open to a business of the scale ${scale}, only to ${open}.`,
    'scale',
  );
}

/** A micro or small business with a low risk states by itself that the place suits; every other asks the office. */
export function officeApprovesBasicRequirements(riskLevel: RiskLevel, scale: BusinessScale): boolean {
  const micro = scale === 'MICRO' || scale === 'SMALL';
  return !(micro && (riskLevel === 'LOW' || riskLevel === 'MEDIUM_LOW'));
}

/** Who decides: the centre for what it keeps, the province beyond one regency, else the regency or city. */
export function competentLevel(activity: Pick<Activity, 'centralAuthority'>, regionCode: string): GovernmentLevel {
  if (activity.centralAuthority) return 'CENTRAL';
  // The cities of Jakarta are administrative: the province decides there.
  const province = regionCode.length === 2 || regionCode.startsWith('31.');
  return province ? 'PROVINCE' : 'REGENCY';
}

function requirementsInWords(riskLevel: RiskLevel, approvesBasics: boolean): string[] {
  const basics = approvesBasics
    ? [
        'Persetujuan kesesuaian kegiatan pemanfaatan ruang (KKPR)',
        'Persetujuan bangunan gedung (PBG) dan sertifikat laik fungsi (SLF)',
      ]
    : ['Pernyataan mandiri kesesuaian tata ruang'];
  const environment: Readonly<Record<RiskLevel, string>> = {
    LOW: 'Surat pernyataan pengelolaan lingkungan (SPPL)',
    MEDIUM_LOW: 'Surat pernyataan pengelolaan lingkungan (SPPL)',
    MEDIUM_HIGH: 'Persetujuan lingkungan (UKL-UPL)',
    HIGH: 'Persetujuan lingkungan (Amdal atau UKL-UPL)',
  };
  const standard: Readonly<Record<RiskLevel, readonly string[]>> = {
    LOW: [],
    MEDIUM_LOW: ['Pernyataan mandiri pemenuhan standar usaha'],
    MEDIUM_HIGH: ['Bukti pemenuhan standar usaha, untuk diverifikasi'],
    HIGH: ['Bukti pemenuhan persyaratan izin, untuk diverifikasi'],
  };
  return [
    'NIK atau akta badan usaha, dan NPWP dengan status valid (KSWP)',
    ...basics,
    environment[riskLevel],
    ...standard[riskLevel],
  ];
}
