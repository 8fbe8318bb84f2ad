import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from '#kit/setting.ts';
import { runSource } from '../../../scripts/runSource.ts';
import type { Candidate, CandidateSetup } from './candidate.ts';

/** The row that every other one is compared with. */
export const floorName = 'apollo-default';
/** What the bytes alone cost in Node. */
export const bareName = 'bare';

const other = { asked: <Operation>(operation: Operation) => operation, workers: false, unable: () => null };

/**
 * What there is without this project: Apollo's gateway as it comes and with a better HTTP client, and no gateway at all.
 *
 * @param withAuth they verify the token and sign their calls as ours does
 */
export function floor(withAuth: boolean): readonly Candidate[] {
  const suffix = withAuth ? ' (verifies tokens and signs)' : '';
  const apollo = (flavour: 'default' | 'undici', summary: string): Candidate => ({
    ...other,
    name: `apollo-${flavour}`,
    summary: `${summary}${suffix}`,
    answersAnything: false,
    start: (setup, port) =>
      startSource('tests/bench/candidates/apolloProcess.ts', setup, withAuth, [
        String(port),
        setup.graph.plainSupergraphFile,
        flavour,
      ]),
  });
  return [
    apollo('default', '@apollo/gateway and Apollo Server as they come'),
    apollo('undici', 'the same with a data source on an undici Pool'),
    {
      ...other,
      name: bareName,
      summary: `no gateway: the same calls, their answers concatenated${suffix}`,
      answersAnything: true,
      start: (setup, port) =>
        startSource('tests/bench/candidates/bareProcess.ts', setup, withAuth, [String(port), writeCalls(setup)]),
    },
  ];
}

function startSource(file: string, setup: CandidateSetup, withAuth: boolean, parameters: readonly string[]) {
  return runSource(file, [...parameters, ...(withAuth ? ['--with-auth'] : [])], {
    env: environmentWith({
      ...setup.identities.settings,
      NODE_ENV: 'production',
      APOLLO_TELEMETRY_DISABLED: 'true',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Writes which calls each request body takes. */
function writeCalls(setup: CandidateSetup): string {
  const file = join(setup.directory, `${setup.graph.name}-calls.json`);
  const calls = [...setup.callsOf].map(([operation, made]) => [JSON.stringify(operation), made]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(calls)));
  return file;
}
