import { createHash } from 'node:crypto';
import { clientOperations } from '../schema/clientOperations.ts';
import { committedGraph } from '../schema/compose.ts';
import { type OperationFacts, operationFacts } from './operationFacts.ts';
import { startMock } from './startMock.ts';
import { World } from './world.ts';

const seed = '1';

/** Asks as often as it has to; a page of documentation is no client. */
const inHaste = { callerPerMinute: 1_000_000, addressPerMinute: 1_000_000 };

/** Writes docs/api.md: every operation of our own clients with its variables, an answer of the mock and its errors. */
export async function apiDocs(): Promise<string> {
  const { supergraph } = committedGraph();
  const mock = await startMock({ port: 0, seed, gateway: { rateLimits: inHaste, agencyTimeoutMs: 30_000 } });
  try {
    const world = new World(seed);
    const facts: OperationFacts[] = [];
    for (const operation of clientOperations())
      facts.push(await operationFacts(operation, { mock, world, supergraph }));
    return page(facts);
  } finally {
    await mock.stop();
  }
}

function page(facts: readonly OperationFacts[]): string {
  const isExport = ({ operation }: OperationFacts) => operation.name.startsWith('PersonalDataExport');
  const chapters: [title: string, facts: readonly OperationFacts[]][] = [
    ['Reading', facts.filter((fact) => !fact.isChange && !isExport(fact))],
    ['Changing', facts.filter(({ isChange }) => isChange)],
    ['All that is known of a person', facts.filter(isExport)],
  ];
  return `${introduction}
${chapters.map(([title, of]) => `- ${title}: ${of.map(({ operation: { name } }) => `[${name}](#${name.toLowerCase()})`).join(', ')}`).join('\n')}

${chapters.map(([title, of]) => `## ${title}\n\n${of.map(section).join('\n')}`).join('\n')}`;
}

const introduction = `# The operations

Made by \`npm run docs\` from \`schema/api.graphql\`, \`schema/operations\` and the mocked graph; not to be changed by hand.

Send \`POST /graphql\` with \`{"query": text, "variables": {...}}\`, or \`{"id": id, "variables": {...}}\`: the id is the SHA-256 of the
operation's text. Who is signed in sends \`authorization: Bearer <access token>\`. Typed documents for all of them:
\`schema/client\`. Answers to build on without a database: \`npm run mock\`.

The answers below are those of \`npm run mock\`: invented people, serials from 9000 on. Of each list one item is shown.
Every operation can besides meet \`RATE_LIMIT\`, \`OVERLOADED\` and \`INTERNAL_SERVER_ERROR\`, and \`UNAUTHENTICATED\` with a token that is
not good; [errors.md](errors.md) says what each code means and what a client does.
`;

function section(facts: OperationFacts): string {
  const { operation, roots, agencies, example, answer } = facts;
  const { name, summary, persona, document } = operation;
  const id = createHash('sha256').update(document).digest('hex');
  const parts = [
    `### ${name}`,
    summary,
    roots.map((root) => `- \`${root.name}\`: ${oneLine(root.means)}`).join('\n'),
    [
      `For: ${persona ? `\`${persona}\`` : 'everybody'}`,
      `agencies: ${agencies.join(', ')}`,
      `text: [${fileOf(name)}](../schema/operations/${fileOf(name)})`,
      `id: \`${id}\``,
    ].join(' · '),
    variableTable(facts),
    Object.keys(example).length > 0 ? json(example) : '',
    json({ data: firstOfEach(answer) }),
    `Errors:\n\n${errorsOf(facts)
      .map((line) => `- ${line}`)
      .join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function variableTable({ variables }: OperationFacts): string {
  if (variables.length === 0) return '';
  const rows = variables.map(({ name, type, means }) => `| \`${name}\` | \`${type}\` | ${oneLine(means)} |`);
  return ['| variable | type | means |', '| --- | --- | --- |', ...rows].join('\n');
}

function errorsOf({ agencies, roots, needsSignIn, needsPurpose, isChange }: OperationFacts): string[] {
  const rates = roots.flatMap(({ name, perHour }) =>
    perHour === null ? [] : [`\`RATE_LIMIT\`: \`${name}\` may be asked ${perHour} times an hour by one caller`],
  );
  return [
    ...(isChange
      ? [
          'in the payload (`errors`, with `code`, `message` and `path`): `BAD_USER_INPUT`, `CONFLICT`, `NOT_FOUND`, `FORBIDDEN`',
        ]
      : []),
    ...(needsSignIn ? ['`UNAUTHORIZED_FIELD_OR_TYPE`, for whoever is not signed in or may not see it'] : []),
    ...(needsPurpose ? ['`PURPOSE_MISSING`, without `x-purpose` (and an officer without `x-case`)'] : []),
    ...rates,
    ...(agencies.length > 0
      ? [`\`SUBGRAPH_UNAVAILABLE\`, \`SUBGRAPH_TIMEOUT\` or \`SUBGRAPH_INVALID_RESPONSE\` of ${agencies.join(', ')}`]
      : []),
  ];
}

function firstOfEach(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(firstOfEach);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, firstOfEach(inner)]));
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

function fileOf(operation: string): string {
  return `${operation.charAt(0).toLowerCase()}${operation.slice(1)}.graphql`;
}
