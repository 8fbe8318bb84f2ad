import type { Service } from '../model/catalogue.ts';
import type { CitizenFacts } from '../model/eligibility.ts';
import type { Prefill, PrefilledValue } from '../model/prefill.ts';

type Field = Omit<PrefilledValue, 'value'> & { readonly known: (citizen: CitizenFacts) => string | null | undefined };

/** Every form names its applicant. */
const applicant: readonly Field[] = [
  field('applicant.fullName', 'Nama lengkap', 'Full name', 'identity', ({ fullName }) => fullName),
  field('applicant.birthPlace', 'Tempat lahir', 'Place of birth', 'identity', ({ birthPlace }) => birthPlace),
  field('applicant.birthDate', 'Tanggal lahir', 'Date of birth', 'identity', ({ birthDate }) => birthDate),
  field('applicant.address', 'Alamat', 'Address', 'identity', ({ address }) => address && inOneLine(address)),
  field('applicant.postalCode', 'Kode pos', 'Postal code', 'identity', ({ address }) => address?.postalCode),
];
const business: readonly Field[] = [
  field('business.nib', 'NIB', 'Business number', 'business-licensing', ({ businesses }) => businesses?.[0]?.nib),
  field(
    'business.name',
    'Nama usaha',
    'Business name',
    'business-licensing',
    ({ businesses }) => businesses?.[0]?.name,
  ),
];
const taxes: readonly Field[] = [
  field('tax.npwp', 'NPWP', 'Tax number', 'tax', ({ taxpayer }) => taxpayer?.maskedNpwp),
];

/**
 * What registers hold already of what the forms of a service ask (once only: SPBE, Perpres 95/2018). An agency that does
 * not answer leaves its fields empty; the citizen fills them in then.
 */
export function prefillFor(citizen: CitizenFacts, service: Service): Prefill {
  const requirements = service.standard?.requirements ?? [];
  const asks = (source: string) => requirements.some(({ onceOnlySource }) => onceOnlySource === source);
  const fields = [...applicant, ...(asks('business-licensing') ? business : []), ...(asks('tax') ? taxes : [])];
  return {
    service,
    values: fields.map(({ known, ...rest }) => ({ ...rest, value: known(citizen) ?? null })),
    answered: requirements.filter(({ onceOnlySource }) => onceOnlySource !== null),
    toBring: requirements.filter(({ onceOnlySource }) => onceOnlySource === null),
  };
}

function field(name: string, labelId: string, labelEn: string, source: string, known: Field['known']): Field {
  return { field: name, labelId, labelEn, source, known };
}

/** As the identity card prints it. */
function inOneLine({ street, rt, rw }: NonNullable<CitizenFacts['address']>): string {
  return rt && rw ? `${street}, RT ${rt}/RW ${rw}` : street;
}
