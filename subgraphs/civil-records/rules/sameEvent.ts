import type { CivilRecordRecord, CivilReport } from '../model.ts';

/**
 * What an event of a record, or of a report, can be recognised by: a birth by either parent, the day and the place among
 * the mother's children (twins differ by it), a death by who died. Nothing for an event that can come again.
 */
export function marksOf(event: CivilRecordRecord | (CivilReport & { readonly eventDate: string })): string[] {
  switch (event.kind) {
    case 'BIRTH':
      return [event.motherId, event.fatherId].flatMap((parent) =>
        parent === null ? [] : [`${event.kind} ${parent} ${event.eventDate} ${event.order}`],
      );
    case 'DEATH':
      return event.deceasedId === null ? [] : [`${event.kind} ${event.deceasedId}`];
    default:
      return [];
  }
}

/** Whether two have a mark in common: they are about one event. */
export function haveCommonMark(some: readonly string[], others: readonly string[]): boolean {
  return some.some((mark) => others.includes(mark));
}
