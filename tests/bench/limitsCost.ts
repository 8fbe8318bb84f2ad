import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, parse, validate } from 'graphql';
import { anonymous } from '#kit/principal.ts';
import { Admission } from '../../gateway/admit/admission.ts';
import { CallerRates } from '../../gateway/admit/callerRates.ts';
import { readCostRules } from '../../gateway/admit/costRules.ts';
import { defaultQueryLimits, defaultRateLimits } from '../../gateway/admit/limits.ts';
import { MemoryRateStore } from '../../gateway/admit/rateLimit.ts';
import { PlanningGateway } from '../../gateway/plan/planningGateway.ts';
import { readSupergraph } from '../../gateway/plan/supergraph.ts';
import { bombs } from '../../gateway/tests/support/bombs.ts';
import { contextOf, silentLog } from '../../gateway/tests/support/smallGraph.ts';
import { clientOperations } from '../../schema/clientOperations.ts';

/**
 * What the limits cost, and what those who keep within them can cost: CPU to refuse fragment bombs, to admit our own
 * documents, and to validate and plan the heaviest that is let in. Half a minute: `npx tsx tests/bench/limitsCost.ts`.
 */
const rounds = 11;
const file = new URL('../../schema/supergraph.graphql', import.meta.url).pathname;
const supergraph = readSupergraph(readFileSync(file, 'utf8'));
const rules = readCostRules(supergraph.document);
const rates = new CallerRates(new MemoryRateStore(), defaultRateLimits);

/** Milliseconds of CPU in the middle of some rounds, each with its own text: nothing is remembered. */
async function cpuOf(work: (round: number) => unknown): Promise<string> {
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work(round);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  return `${(spent.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0).toFixed(2)} ms`;
}

/** Whether a text is let in, or with which code it is not. */
async function verdict(text: string, variables: object = {}): Promise<string> {
  try {
    const admission = new Admission(defaultQueryLimits, rates, rules);
    await admission.admit({ query: text, variables }, undefined, contextOf(anonymous));
    return 'let in';
  } catch (error) {
    return String((error as { extensions?: { code?: string } }).extensions?.code);
  }
}

for (const [form, bomb] of Object.entries(bombs)) {
  for (const levels of [10, 20, 30]) {
    const cpu = await cpuOf((round) => verdict(`${bomb(levels)} #${round}`));
    console.log(`Bomb ${form}, ${levels} levels: ${await verdict(bomb(levels))}, ${cpu}`);
  }
}
for (const { name, document, variables } of clientOperations()) {
  const cpu = await cpuOf((round) => verdict(`${document} #${round}`, variables ?? {}));
  console.log(`${name}: ${await verdict(document, variables ?? {})}, ${cpu}`);
}
const introspection = getIntrospectionQuery();
console.log(
  `Introspection: ${await verdict(introspection)}, ${await cpuOf((round) => verdict(`${introspection} #${round}`))}`,
);

/** Forms that grow with a number; each is measured with the largest one that is let in. */
const growing: Readonly<Record<string, (size: number) => string>> = {
  'doubled fragments': (levels) => doubled('...NEXT ...NEXT', levels),
  'doubled inline fragments': (levels) => doubled('... { ...NEXT } ... on Citizen { ...NEXT }', levels),
  'doubled families': (levels) =>
    doubled('parents { ...NEXT } family { head: members { citizen { ...NEXT } } }', levels),
  'one family in the other': (levels) => doubled('parents { id ...NEXT }', levels),
  applications: (times) => `{ me { applications(first: 1) { edges { ${'node { ...A } '.repeat(times)}} } } }
    fragment A on Application { id status service { code name } agency { code name }
      ... on LicenseApplication { business { nib name } } ... on CivilApplication { daysSinceEvent } }`,
};

function doubled(twice: string, levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on Citizen { ${twice.replaceAll('NEXT', `F${level + 1}`)} }`,
  );
  const last = 'fullName taxpayer { status } businesses { nib region { code name } } civilRecords { kind }';
  return `{ me { ...F0 } } ${fragments.join(' ')} fragment F${levels} on Citizen { ${last} }`;
}

const gateway = new PlanningGateway({
  supergraph,
  connect: (agency) => ({ agency, ask: async () => ({ data: null, errors: [] }) }),
  log: silentLog,
  executor: 'compiled',
});
await gateway.load({ apollo: {} });
for (const [what, ofSize] of Object.entries(growing)) {
  let size = 40;
  while (size > 1 && (await verdict(ofSize(size))) !== 'let in') size -= 1;
  const text = ofSize(size);
  const document = parse(text);
  const fault = validate(gateway.schema, document)[0]?.message ?? 'valid';
  const checking = await cpuOf(() => validate(gateway.schema, document));
  const planning = await cpuOf((round) =>
    gateway.operation({ queryHash: `${what} ${round}`, document }).execute({}, contextOf()),
  );
  console.log(
    `Heaviest ${what} (${size}): ${await verdict(text)}, ${fault}; validated ${checking}, planned ${planning}`,
  );
}
