import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildSchema } from 'graphql';
import { committedGraph } from '../schema/compose.ts';
import { recordedOperations } from './check/recordedOperations.ts';
import { type FieldUse, fieldUse } from './usage/fieldUse.ts';

const usage = `npm run usage -- gateway.log [more.log ...] [--field Type.field] [--deprecated] [--unused] [--json]

Counts from the gateway's log lines how often each field is asked for, by which operation of which client; from the input when
no file is named. Requests of documents that are not recorded are counted, but nobody knows which fields they ask for.`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      field: { type: 'string' },
      deprecated: { type: 'boolean', default: false },
      unused: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const files = positionals.length > 0 ? positionals : ['/dev/stdin'];
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const { fields, unknown } = fieldUse(lines, recordedOperations(), buildSchema(committedGraph().api));
  const wanted = fields.filter(
    ({ coordinate, deprecated, requests }) =>
      (values.field === undefined || coordinate === values.field) &&
      (!values.deprecated || deprecated !== null) &&
      (values.unused || values.field !== undefined ? !values.unused || requests === 0 : requests > 0),
  );
  if (values.json) console.log(JSON.stringify({ fields: wanted, unknown }, null, 2));
  else {
    for (const field of wanted) console.log(paragraph(field));
    if (unknown > 0) console.log(`${unknown} requests of documents that are not recorded may ask for any field.`);
  }
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}

function paragraph({ coordinate, deprecated, requests, by }: FieldUse): string {
  const mark = deprecated === null ? '' : ` (deprecated: ${deprecated})`;
  const users = by.map(({ client, operation, requests: count }) => `    ${count} by ${operation} of ${client}`);
  return [`${requests}  ${coordinate}${mark}`, ...users].join('\n');
}
