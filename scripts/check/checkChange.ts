import { readFileSync } from 'node:fs';
import { readAnnouncements, withAnnouncements } from '../../schema/checks/change/announcedChanges.ts';
import { asConcerns, compareGraphs } from '../../schema/checks/change/compareGraphs.ts';
import type { Concern, GraphVersion, RecordedOperation } from '../../schema/checks/change/graphVersion.ts';
import { CompositionError, composeGraph } from '../../schema/compose.ts';

const announcedFile = new URL('../../schema/announcedChanges.json', import.meta.url);

/**
 * Composes the agencies of a folder and compares what comes out with the version before it.
 *
 * @param operations what the clients record now
 * @returns everything found, what cannot stay first; nothing but faults of the schemas when they do not compose
 */
export function checkChange(
  before: GraphVersion,
  folder: string,
  operations: readonly RecordedOperation[],
  announced: string = readFileSync(announcedFile, 'utf8'),
): readonly Concern[] {
  try {
    const after = { ...composeGraph(folder), operations };
    return heaviestFirst(withAnnouncements(compareGraphs(before, after), readAnnouncements(announced)));
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    if (error.findings.length > 0) return asConcerns(error.findings, before);
    return error.faults.map((message) => notComposed(message));
  }
}

/** What composition says by itself names the agency in its first words: `[tax] Cannot query field ...`. */
function notComposed(message: string): Concern {
  const agency = /^\[?([a-z][a-z-]+)[\]:]/.exec(message)?.[1];
  const coordinate = /"(\w+(?:\.\w+)?)/.exec(message)?.[1] ?? 'The graph';
  return { check: 'schema', weight: 'MEND', coordinate, agencies: agency ? [agency] : [], message, uses: [] };
}

const order: readonly Concern['weight'][] = ['MEND', 'ANNOUNCE', 'NOTE'];

function heaviestFirst(concerns: readonly Concern[]): Concern[] {
  return [...concerns].sort((one, other) => order.indexOf(one.weight) - order.indexOf(other.weight));
}
