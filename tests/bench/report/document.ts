import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const documentFile = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url));
const chartFile = fileURLToPath(new URL('../../../docs/performance.svg', import.meta.url));

/** Puts a measured section into docs/performance.md, in place of the one before. */
export function writeSection(name: string, content: string): void {
  writeFileSync(documentFile, withSection(readFileSync(documentFile, 'utf8'), name, content));
}

/** Writes the chart that docs/performance.md shows. */
export function writeChart(svg: string): void {
  writeFileSync(chartFile, svg);
}

/** A document with other content between the marks of a section. @throws Error when it has no such marks */
export function withSection(document: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run bench -->`, `<!-- ${name}: end -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document has no marks for the section "${name}".`);
  return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`;
}
