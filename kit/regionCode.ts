/** The length of the codes of a regency or city, `35.10`, and of a village, `35.10.13.2001` (Kemendagri). */
const lengthOfRegency = 5;
const lengthOfVillage = 13;

/** The regency or city that a region lies in; a province stays what it is. */
export function regencyOf(code: string): string {
  return code.slice(0, lengthOfRegency);
}

/** Whether a region is a regency or city, or lies in one: a province has no office of its own for what people ask. */
export function isInRegency(code: string): boolean {
  return code.length >= lengthOfRegency;
}

export function isVillage(code: string): boolean {
  return code.length === lengthOfVillage;
}

/** A region and all that it lies in, from the province down: `35`, `35.10`, `35.10.13`, `35.10.13.2001`. */
export function regionPath(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_part, level) => parts.slice(0, level + 1).join('.'));
}
