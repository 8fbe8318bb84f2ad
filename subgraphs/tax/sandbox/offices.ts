import { places } from '#kit/sandbox/places.ts';
import type { TaxpayerRecord } from '../model.ts';

const regencies = [...new Set(places.map(({ regency }) => regency))];

/** The sandbox's tax office of a regency: an example, with a code from 900 on. */
export function officeOf(regency: string): TaxpayerRecord['office'] {
  return { code: String(900 + regencies.indexOf(regency)), name: `KPP Pratama Contoh ${regency}` };
}
