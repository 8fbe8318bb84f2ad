import { parseArgs } from 'node:util';
import { subgraphsFolder } from '../schema/agencies.ts';
import { checkChange } from './check/checkChange.ts';
import { graphAt, NoSuchVersion } from './check/graphAt.ts';
import { recordedOperations } from './check/recordedOperations.ts';
import { passes, type ReportFormat, report } from './check/report.ts';

const usage = `npm run check [-- --against <ref>] [--format=people|github|json] [--json]

Composes the agencies' schemas and compares the graph with the committed one (HEAD, or --against origin/main).
Exit codes: 0 it may go in (there may be notes), 1 something is to be mended or announced, 2 the check could not run.`;

try {
  const { values } = parseArgs({
    options: {
      against: { type: 'string', default: 'HEAD' },
      format: { type: 'string', default: 'people' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const format = values.json ? 'json' : values.format;
  if (values.help) console.log(usage);
  else if (!isFormat(format)) throw new NoSuchVersion(`There is no format ${format}.\n\n${usage}`);
  else {
    const concerns = checkChange(graphAt(values.against), subgraphsFolder, recordedOperations());
    console.log(report(concerns, format, subgraphsFolder));
    process.exitCode = passes(concerns) ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function isFormat(format: string): format is ReportFormat {
  return ['people', 'github', 'json'].includes(format);
}
