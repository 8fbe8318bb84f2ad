import { join } from 'node:path';
import { z } from 'zod';
import { principalOf } from '#kit/sandbox/population.ts';
import { clientOperation } from '../schema/clientOperations.ts';
import { dataDirectory } from './dataDirectory.ts';
import { portsOfPlatform, startPlatform } from './platform.ts';
import { findFreePorts } from './ports.ts';

const persona = 'food-seller';
const directory = join(dataDirectory(), 'demo');
/** Away from the ports of `npm start`, so that the demo also runs beside it. */
const demoPort = await findFreePorts(portsOfPlatform(), 4400);

const answerShape = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string() })).optional(),
  extensions: z.object({
    plan: z.object({
      steps: z.array(
        z.object({
          calls: z.array(
            z.object({
              agency: z.string(),
              path: z.string(),
              fields: z.array(z.string()),
              cost: z.number().nullable(),
              ms: z.number().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
});
type Answer = z.output<typeof answerShape>;

const platform = await startPlatform({
  directory,
  port: demoPort,
  watch: false,
  disposable: true,
  tell: console.log,
  logFile: join(directory, 'log.jsonl'),
});
try {
  const operation = clientOperation('CitizenDashboard');
  const token = await platform.keys.issuer.tokenFor(citizen());
  await ask(operation.document, token);
  const { answer, ms } = await ask(operation.document, token);
  show(answer, ms);
  if (answer.errors) process.exitCode = 1;
} finally {
  await platform.stop();
}

function citizen() {
  const principal = principalOf(persona);
  if (principal.kind === 'anonymous') throw new Error(`${persona} is nobody.`);
  return principal;
}

async function ask(query: string, token: string): Promise<{ answer: Answer; ms: number }> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${demoPort}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-explain': 'plan' },
    body: JSON.stringify({ query }),
  });
  const answer = answerShape.parse(await response.json());
  return { answer, ms: performance.now() - started };
}

function show(answer: Answer, ms: number): void {
  console.log(`\nThe dashboard of the citizen "${persona}" in one query.\n\nThe plan, and how long each agency took:`);
  const { steps } = answer.extensions.plan;
  steps.forEach(({ calls }, index) => {
    console.log(`  Step ${index + 1}`);
    for (const { agency, path, fields, cost, ms: took } of calls) {
      const time = took === null ? 'not asked' : `${took.toFixed(1)} ms`;
      console.log(
        `    ${agency.padEnd(19)}${`cost ${cost}`.padEnd(10)}${time.padEnd(11)}${path ? `${path}: ` : ''}${fields.join(', ')}`,
      );
    }
  });
  console.log(`\nThe answer:\n${JSON.stringify(answer.data, null, 2)}`);
  for (const { message } of answer.errors ?? []) console.log(`Error: ${message}`);
  const calls = steps.flatMap((step) => step.calls);
  console.log(
    `\n${calls.length} calls in ${steps.length} steps to ${new Set(calls.map(({ agency }) => agency)).size} subgraphs, ` +
      `answered in ${ms.toFixed(1)} ms (the second time it was asked).`,
  );
}
