/** Adds a zero to a number of the older 15 digits: the form of 16 in which an entity's number goes on. */
export function sixteenDigits(npwp: string): string {
  return npwp.length === 15 ? `0${npwp}` : npwp;
}

export interface Npwp15Check {
  /** Fifteen digits, written plain or as `XX.XXX.XXX.X-KKK.BBB`. */
  readonly wellFormed: boolean;
  /**
   * The ninth digit is not the one that the first eight ask for. A warning only: the rule is confirmed by one published
   * number, so a number is never refused for it.
   */
  readonly checkDigitDiffers: boolean;
}

const plain = /^\d{15}$/;
const dotted = /^\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}$/;

/** Checks a number of 15 digits: 2 for the kind, 6 serial, 1 check, 3 for the tax office, 3 for the branch. */
export function checkNpwp15(written: string): Npwp15Check {
  if (!plain.test(written) && !dotted.test(written)) return { wellFormed: false, checkDigitDiffers: false };
  const digits = written.replaceAll(/\D/g, '');
  return { wellFormed: true, checkDigitDiffers: digits.charAt(8) !== npwpCheckDigit(digits.slice(0, 8)) };
}

/** The check digit for the first eight digits, by Luhn's rule. */
export function npwpCheckDigit(firstEight: string): string {
  const sum = [...firstEight].reverse().reduce((total, character, place) => {
    const digit = Number(character) * (place % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Nomor Identitas Tempat Kegiatan Usaha: the number of a place of business, 22 digits. */
export function nitku(npwp: string, order: string): string {
  return npwp + order;
}
