import { checkNik } from './nik.ts';
import { textScalar, writeText } from './textScalar.ts';

const regionCode = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

/** True for a Kemendagri code of a province, regency, district or village: `35`, `35.10`, `35.10.01`, `35.10.01.2001`. */
export function isRegionCode(text: string): boolean {
  return regionCode.test(text);
}

/** `Nik`: the national identity number, 16 digits without dots. */
export const NikScalar = textScalar<string>(
  'Nik',
  '16 digits: region, birth date (day + 40 for women), serial number',
  (text) => (checkNik(text).errors.length === 0 ? text : null),
  writeText,
);

/** `Npwp`: the tax number, 16 digits (residents and entities) or the older 15, without dots. */
export const NpwpScalar = textScalar<string>(
  'Npwp',
  '15 or 16 digits without dots',
  (text) => (/^\d{15,16}$/.test(text) ? text : null),
  writeText,
);

/** `Nib`: the business identification number, 13 digits. */
export const NibScalar = textScalar<string>(
  'Nib',
  '13 digits',
  (text) => (/^\d{13}$/.test(text) ? text : null),
  writeText,
);

/** `RegionCode`: a Kemendagri region code with dots, of 2, 4, 6 or 10 digits. */
export const RegionCodeScalar = textScalar<string>(
  'RegionCode',
  'a Kemendagri code with dots, like 35.10 or 35.10.01.2001',
  (text) => (isRegionCode(text) ? text : null),
  writeText,
);
