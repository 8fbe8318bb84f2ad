import type { RequirementFact, ServiceChannel } from '../data/types.ts';
import type { CitizenFacts, Eligibility, ServiceGap } from '../model/eligibility.ts';

export interface ServiceOffer {
  readonly code: string;
  readonly channels: readonly ServiceChannel[];
  readonly requirements: readonly RequirementFact[];
  readonly offeredInRegion: boolean;
}

/**
 * Whether a citizen can be granted a service as things stand, by what registers can tell: requirements that no register
 * answers, such as a form to fill in, are left to the application. What is lacking weighs more than what is not known.
 */
export function eligibilityFor(citizen: CitizenFacts, offer: ServiceOffer, today: string): Eligibility {
  const missing = [...offer.requirements, ...digitalIdentityFor(offer)].flatMap((requirement) => {
    const gap = checks[requirement.code]?.(citizen, today);
    return gap ? [{ requirement, ...gap, fixServiceCode: otherThan(offer.code, gap.fixServiceCode) }] : [];
  });
  return { eligible: verdict(missing, offer.offeredInRegion), offeredInRegion: offer.offeredInRegion, missing };
}

function verdict(missing: readonly ServiceGap[], offeredInRegion: boolean): Eligibility['eligible'] {
  const blocking = missing.filter(({ requirement }) => requirement.mandatory);
  if (!offeredInRegion || blocking.some(({ known }) => known)) return 'NO';
  return blocking.length > 0 ? 'NEEDS_DATA' : 'YES';
}

/** Applying online needs the digital identity; whoever has none can still come to a counter, where there is one. */
function digitalIdentityFor(offer: ServiceOffer): RequirementFact[] {
  if (!offer.channels.includes('ONLINE')) return [];
  return [
    {
      code: 'IKD',
      nameId: 'Identitas Kependudukan Digital (IKD) aktif, untuk pengajuan elektronik',
      mandatory: offer.channels.every((channel) => channel === 'ONLINE'),
      documentKind: null,
      onceOnlySource: 'identity',
    },
  ];
}

type Gap = Omit<ServiceGap, 'requirement'>;

/** The requirements that registers can answer, by their code: a gap, or null when the requirement is met. */
const checks: Readonly<Record<string, (citizen: CitizenFacts, today: string) => Gap | null>> = {
  KTP: ({ birthDate }, today) => {
    if (!birthDate) return unknown('Dukcapil', 'tanggal lahir', 'date of birth', null);
    if (isSeventeen(birthDate, today)) return null;
    return lacking(
      'KTP elektronik baru diterbitkan pada usia 17 tahun.',
      'An identity card is issued from the age of 17.',
      null,
    );
  },
  IKD: ({ digitalIdentityStatus }) => {
    const mends = 'IDENTITY-DIGITAL-ID-ACTIVATION';
    if (!digitalIdentityStatus) return unknown('Dukcapil', 'status IKD', 'digital identity', mends);
    if (digitalIdentityStatus === 'ACTIVE') return null;
    return digitalIdentityStatus === 'BLOCKED'
      ? lacking('IKD Anda sedang diblokir.', 'Your digital identity is blocked.', mends)
      : lacking('IKD Anda belum diaktifkan.', 'Your digital identity is not activated yet.', mends);
  },
  NIB: ({ businesses }) => {
    const mends = 'LICENSING-BUSINESS-NUMBER';
    if (!businesses) return unknown('DPMPTSP', 'usaha Anda', 'businesses', mends);
    if (businesses.some(({ status }) => status === 'ACTIVE')) return null;
    if (businesses.some(({ status }) => !status)) return unknown('DPMPTSP', 'status NIB', 'business number', mends);
    return businesses.length === 0
      ? lacking('Anda belum memiliki Nomor Induk Berusaha.', 'You have no business number yet.', mends)
      : lacking('Nomor Induk Berusaha Anda tidak aktif.', 'Your business number is not in force.', mends);
  },
  // Without an answer nobody can tell a citizen who is not registered from an agency that is silent.
  NPWP: ({ taxpayer }) => (taxpayer ? null : unknown('DJP', 'NPWP', 'tax number', 'TAX-REGISTRATION')),
  KSWP: ({ taxpayer }) => {
    const mends = 'TAX-CLEARANCE-LETTER';
    if (!taxpayer?.clearance) return unknown('DJP', 'status wajib pajak', 'tax status', mends);
    return taxpayer.clearance.status === 'VALID'
      ? null
      : lacking('Status wajib pajak Anda tidak valid.', 'Your tax status is not valid.', mends);
  },
};

function lacking(reasonId: string, reasonEn: string, fixServiceCode: string | null): Gap {
  return { known: true, reasonId, reasonEn, fixServiceCode };
}

function unknown(register: string, subjectId: string, subjectEn: string, fixServiceCode: string | null): Gap {
  return {
    known: false,
    reasonId: `${register} belum dapat memberi data ${subjectId}.`,
    reasonEn: `${register} could not tell about your ${subjectEn}.`,
    fixServiceCode,
  };
}

/** A service does not mend its own lack. */
function otherThan(code: string, fixServiceCode: string | null): string | null {
  return fixServiceCode === code ? null : fixServiceCode;
}

function isSeventeen(birthDate: string, today: string): boolean {
  const birthday = `${Number(birthDate.slice(0, 4)) + 17}${birthDate.slice(4)}`;
  return today >= birthday;
}
