const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const eastern = new Set(['81', '82', '91', '92', '93', '94', '95', '96', '97']);
const central = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);

/**
 * The hours that a region's clock is ahead of UTC: Western (WIB), Central (WITA) or Eastern (WIT) Indonesian time, by
 * its province.
 *
 * Source: Keppres 41/1987; provinces made since keep the zone of the province they came from.
 */
export function hoursAheadOfUtc(regionCode: string): 7 | 8 | 9 {
  const province = regionCode.slice(0, 2);
  if (eastern.has(province)) return 9;
  return central.has(province) ? 8 : 7;
}

/** The day that the calendar of a region shows at a moment, `YYYY-MM-DD`. */
export function localDay(moment: Date, regionCode: string): string {
  return new Date(moment.getTime() + hoursAheadOfUtc(regionCode) * hourMs).toISOString().slice(0, 10);
}

/** The whole days from one day to another, both `YYYY-MM-DD`. */
export function daysFrom(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / dayMs);
}

/** A day some days after another, both `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
