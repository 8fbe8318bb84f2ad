/** Lines with their columns in line: the first to the left, the others to the right. */
export function alignColumns(lines: readonly (readonly string[])[]): string[] {
  const widths = lines.reduce<number[]>(
    (widest, line) => line.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** The same as a table of Markdown; the first line is its heading. */
export function markdownTable([heading = [], ...lines]: readonly (readonly string[])[]): string {
  const rule = heading.map((_cell, column) => (column === 0 ? '---' : '--:'));
  return [heading, rule, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Where time goes, as lines of a table. */
export function shares(places: readonly { place: string; share: number }[]): string[][] {
  return places.map(({ place, share }) => [place, `${(share * 100).toFixed(1)} %`]);
}
