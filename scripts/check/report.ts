import { existsSync, readFileSync } from 'node:fs';
import type { Concern } from '../../schema/checks/change/graphVersion.ts';

/** How the findings are written. */
export type ReportFormat = 'people' | 'github' | 'json';

/**
 * Writes what a check has found: sentences for people, annotations for a pull request on GitHub
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions), or one JSON object for programs.
 */
export function report(concerns: readonly Concern[], format: ReportFormat, folder: string): string {
  switch (format) {
    case 'json':
      return JSON.stringify({ passed: passes(concerns), concerns }, null, 2);
    case 'github':
      return [...concerns.map((concern) => annotation(concern, folder)), summary(concerns)].join('\n');
    case 'people':
      return [...concerns.map(paragraph), summary(concerns)].join('\n');
  }
}

/** Whether the change may go in as it is. */
export function passes(concerns: readonly Concern[]): boolean {
  return concerns.every(({ weight }) => weight === 'NOTE');
}

const headings = { MEND: 'To mend', ANNOUNCE: 'To announce', NOTE: 'Note' } as const;

function paragraph(concern: Concern): string {
  const agencies = concern.agencies.length > 0 ? ` (${concern.agencies.join(', ')})` : '';
  const heading = `${headings[concern.weight]}: ${concern.check}: ${sentence(concern)}${agencies}`;
  return [heading, ...usesOf(concern).map((use) => `    ${use}`)].join('\n');
}

function usesOf({ uses }: Concern): string[] {
  return uses.map(({ client, operation }) => `used by ${operation} of ${client}`);
}

/** Some messages begin with the place that they are about. */
function sentence({ coordinate, message }: Concern): string {
  const place = coordinate.split('(')[0] ?? coordinate;
  return message.includes(place) ? message : `${coordinate} ${message}`;
}

function summary(concerns: readonly Concern[]): string {
  const count = (weight: Concern['weight']) => concerns.filter((concern) => concern.weight === weight).length;
  if (concerns.length === 0) return 'Nothing that clients or agencies rely on has changed.';
  const counts = `${count('MEND')} to mend, ${count('ANNOUNCE')} to announce, ${count('NOTE')} to note.`;
  return count('ANNOUNCE') > 0 ? `${counts} What is to stay is announced in schema/announcedChanges.json.` : counts;
}

const levels = { MEND: 'error', ANNOUNCE: 'error', NOTE: 'notice' } as const;

function annotation(concern: Concern, folder: string): string {
  const place = placeOf(concern, folder);
  const at = [...(place ? [`file=${place.file}`, `line=${place.line}`] : []), `title=${concern.check}`].join(',');
  const text = [sentence(concern), ...usesOf(concern)].join('\n');
  return `::${levels[concern.weight]} ${at}::${text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`;
}

/** The line of an agency's schema where the field is declared, or else the type that it was taken out of. */
function placeOf({ coordinate, agencies }: Concern, folder: string): { file: string; line: number } | null {
  const [agency] = agencies;
  const file = `${folder}/${agency}/schema.graphql`;
  if (!agency || !existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [owner = '', member] = coordinate.split(/[.(]/);
  const type = lines.findIndex((line) =>
    new RegExp(`^(type|interface|enum|input|union|scalar) ${owner}\\b`).test(line),
  );
  const below = member ? lines.slice(type + 1).findIndex((line) => new RegExp(`^  ${member}\\b`).test(line)) : -1;
  const end = lines.slice(type + 1).indexOf('}');
  const line = below >= 0 && below < end ? type + 1 + below : type;
  return { file: `subgraphs/${agency}/schema.graphql`, line: Math.max(0, line) + 1 };
}
