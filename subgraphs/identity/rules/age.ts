/** From this age on a resident has an identity card (UU 24/2013, article 63). */
export const cardAge = 17;

/** The age in full years on a day, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
