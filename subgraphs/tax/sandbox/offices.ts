import { places } from '#kit/sandbox/places.ts';
import type { RegisteredOffice, TaxpayerRecord } from '../model.ts';

const regencies = [...new Set(places.map(({ regency }) => regency))];

/** The sandbox's tax office of a regency: an example, with a code from 900 on. */
export function officeOf(regency: string): TaxpayerRecord['office'] {
  return { code: String(900 + regencies.indexOf(regency)), name: `KPP Pratama Contoh ${regency}` };
}

/** All offices of the sandbox, one for each regency that somebody of it lives in. */
export function offices(): RegisteredOffice[] {
  return regencies.map((regency) => {
    const place = places.find((candidate) => candidate.regency === regency);
    const { code, name } = officeOf(regency);
    return { _id: code, name, regionCode: place?.villageCode.slice(0, 5) ?? '' };
  });
}
