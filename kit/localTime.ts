const hourMs = 3_600_000;

/** Waktu Indonesia Barat, Tengah, Timur. */
export type TimeZone = 'WIB' | 'WITA' | 'WIT';

const hoursAhead: Readonly<Record<TimeZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** Bali and Nusa Tenggara, South, East and North Kalimantan, Sulawesi. */
const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
/** Maluku and Papua. */
const eastern = ['81', '82', '91', '92', '93', '94', '95', '96'];

/** The time zone of a region, by its province (Keppres 41/1987; no part of Indonesia changes its clocks in summer). */
export function timeZoneOf(regionCode: string): TimeZone {
  const province = regionCode.slice(0, 2);
  if (central.includes(province)) return 'WITA';
  return eastern.includes(province) ? 'WIT' : 'WIB';
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
export function offsetMs(zone: TimeZone): number {
  return hoursAhead[zone] * hourMs;
}

/** The day of a moment in a zone, `YYYY-MM-DD`. */
export function localDay(moment: Date, zone: TimeZone): string {
  return new Date(moment.getTime() + offsetMs(zone)).toISOString().slice(0, 10);
}

/** A moment in a zone, to the minute: `YYYY-MM-DDTHH:MM`. */
export function localMinute(moment: Date, zone: TimeZone): string {
  return new Date(moment.getTime() + offsetMs(zone)).toISOString().slice(0, 16);
}

/** The month of a moment in a zone, `YYYY-MM`. */
export function localMonth(moment: Date, zone: TimeZone): string {
  return localDay(moment, zone).slice(0, 7);
}

/** The first moment of a day in a zone. */
export function startOfDay(day: string, zone: TimeZone): Date {
  return new Date(Date.parse(day) - offsetMs(zone));
}
