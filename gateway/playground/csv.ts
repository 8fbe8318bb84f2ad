/** A list that stands in an answer, with everything that is in it. */
export interface FoundList {
  /** Where it stands, by the names of the fields, without the pages' `edges` and `node`. */
  readonly path: string;
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, unknown>>;

/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), half and full width. */
const formulaBegins = /^[\t\r\n ]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/;
/** By it Excel knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** Finds the lists of objects of an answer; lists at the same place of several objects are one. */
export function listsIn(data: unknown): FoundList[] {
  const found = new Map<string, Row[]>();
  collect(data, [], found);
  return [...found].map(([path, rows]) => ({ path, rows }));
}

/**
 * Writes rows as CSV (RFC 4180): a column for each value that a row has, those of objects within it by their path. What a
 * spreadsheet would run is written as text, with an apostrophe before it; numbers stay numbers.
 */
export function csvOf(rows: readonly Row[]): string {
  const flat = rows.map((row) => new Map(cellsOf(row, '')));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const lines = [columns, ...flat.map((row) => columns.map((column) => row.get(column)))];
  return byteOrderMark + lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function collect(value: unknown, path: readonly string[], found: Map<string, Row[]>): void {
  if (Array.isArray(value)) {
    const rows = value.filter(isRow).map(nodeOf).filter(isRow);
    if (rows.length > 0) {
      const place = path.filter((step, index) => step !== 'edges' || index < path.length - 1).join('.');
      found.set(place, [...(found.get(place) ?? []), ...rows]);
    }
    const below = path.at(-1) === 'edges' ? path.slice(0, -1) : path;
    for (const row of rows) collect(row, below, found);
    return;
  }
  if (!isRow(value)) return;
  for (const [name, one] of Object.entries(value)) collect(one, [...path, name], found);
}

/** What an item of a page is about. */
function nodeOf(item: Row): unknown {
  return 'node' in item && Object.keys(item).every((name) => ['node', 'cursor', '__typename'].includes(name))
    ? item.node
    : item;
}

function cellsOf(row: Row, before: string): [string, unknown][] {
  return Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    const column = `${before}${name}`;
    if (isRow(value)) return cellsOf(value, `${column}.`);
    if (!Array.isArray(value)) return [[column, value]];
    // A list within a row has a file of its own; here stands how long it is.
    return [[column, value.some(isRow) ? value.length : value.join('; ')]];
  });
}

function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = formulaBegins.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
