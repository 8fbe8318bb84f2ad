import type { CandidateRow } from './rows.ts';

const width = 760;
const barLeft = 170;
const barRight = 640;
const barHeight = 16;
const barPitch = 22;
const titleHeight = 34;
const foot = 14;

/** Bars of the gateway's CPU per request, one block for each workload: the shorter the better. */
export function cpuChart(workloads: Readonly<Record<string, readonly CandidateRow[]>>, caption: string): string {
  let y = 40;
  const blocks = Object.entries(workloads)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => {
      const block = blockOf(name, rows, y);
      y += titleHeight + rows.length * barPitch + foot;
      return block;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img"`,
    ` aria-label="${escaped(caption)}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${y}" fill="#ffffff"/>`,
    `<text x="16" y="24" font-size="13" fill="#333333">${escaped(caption)}</text>`,
    ...blocks,
    '</svg>\n',
  ].join('\n');
}

function blockOf(name: string, rows: readonly CandidateRow[], top: number): string {
  const most = Math.max(...rows.map(({ cpuMs }) => cpuMs));
  const bars = rows.map(({ candidate, cpuMs }, index) => {
    const y = top + titleHeight + index * barPitch;
    const length = Math.max(1, ((barRight - barLeft) * cpuMs) / most);
    const colour = candidate.startsWith('ours') ? '#b3261e' : '#9aa5b1';
    const text = y + barHeight - 4;
    return [
      `<text x="${barLeft - 8}" y="${text}" text-anchor="end" fill="#333333">${escaped(candidate)}</text>`,
      `<rect x="${barLeft}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="${colour}"/>`,
      `<text x="${(barLeft + length + 6).toFixed(1)}" y="${text}" fill="#333333">${cpuMs.toFixed(2)} ms</text>`,
    ].join('');
  });
  const title = `<text x="16" y="${top + 20}" font-weight="600" fill="#111111">${escaped(name)}</text>`;
  return [title, ...bars].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
