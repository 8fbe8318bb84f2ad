import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from '#kit/setting.ts';
import { runSource } from '../../../scripts/runSource.ts';
import { supergraphPublicKey } from '../graphs.ts';
import { type BenchOperation, renamed } from '../workloads.ts';
import type { Candidate, CandidateSetup } from './candidate.ts';

const own = { unable: () => null, workers: false, answersAnything: false };

const unguarded = 'tests/bench/candidates/unguardedProcess.ts';

/** This project's gateway, as a process with its settings. */
export const ours: readonly Candidate[] = [
  {
    ...own,
    name: 'ours-known',
    summary: 'this gateway, documents that it knows',
    start: (setup, port) => startOurs(setup, port, {}),
    asked: byId,
  },
  {
    ...own,
    name: 'ours-known-2',
    summary: 'this gateway with two workers, documents that it knows',
    start: (setup, port) => startOurs(setup, port, { GATEWAY_WORKERS: '2' }),
    asked: byId,
    workers: true,
  },
  {
    ...own,
    name: 'ours-known-shared',
    summary: 'this gateway with equal calls on the way shared between requests',
    start: (setup, port) => startOurs(setup, port, { GATEWAY_SHARE_IN_FLIGHT: 'true' }),
    asked: byId,
  },
  {
    ...own,
    name: 'ours-without-rules',
    summary: 'this gateway on a graph without access rules',
    start: (setup, port) => startOurs(setup, port, { SUPERGRAPH: setup.graph.plainSupergraphFile }),
    asked: byId,
  },
  {
    ...own,
    name: 'ours-unguarded',
    summary: 'the same, and its calls are not signed',
    start: (setup, port) => startOurs(setup, port, { SUPERGRAPH: setup.graph.plainSupergraphFile }, unguarded),
    asked: byId,
  },
  {
    ...own,
    name: 'ours-free',
    summary: 'this gateway, documents that it was not told',
    // Production answers its clients' documents only.
    start: (setup, port) => startOurs(setup, port, { TRUSTED_DOCUMENTS_ONLY: 'false' }),
    asked: renamed,
  },
  {
    ...own,
    name: 'ours-apollo',
    summary: "this gateway with Apollo's executor",
    // Production refuses it.
    start: (setup, port) => startOurs(setup, port, { GATEWAY_EXECUTOR: 'apollo', NODE_ENV: 'development' }),
    asked: renamed,
  },
];

/** As a client of our own asks: by the hash of the document's text. A gateway that does not know it refuses. */
function byId({ query, variables }: BenchOperation): Record<string, unknown> {
  return { id: createHash('sha256').update(query).digest('hex'), ...(variables ? { variables } : {}) };
}

/** Writes the operations as schema/operations holds those of our clients. */
function writeOperations({ directory, graph, operations }: CandidateSetup): string {
  const folder = join(directory, `${graph.name}-operations`);
  mkdirSync(folder, { recursive: true });
  operations.forEach(({ query }, index) => {
    writeFileSync(join(folder, `${index}.graphql`), query);
  });
  return folder;
}

/** One identity asks as fast as it can, and other graphs say nothing of the size of their lists. */
const unlimited = {
  LIMIT_COST: '1000000000',
  RATE_CALLER_PER_MINUTE: '1000000000',
  RATE_ADDRESS_PER_MINUTE: '1000000000',
};

function startOurs(setup: CandidateSetup, port: number, settings: Record<string, string>, file = 'gateway/main.ts') {
  return runSource(file, [], {
    env: environmentWith({
      ...setup.identities.settings,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: String(port),
      SUPERGRAPH: setup.graph.supergraphFile,
      SUPERGRAPH_PUBLIC_KEY: supergraphPublicKey,
      SUPERGRAPH_LEAST_VERSION: '1',
      OPERATIONS_FOLDER: writeOperations(setup),
      DEVELOPMENT_ISSUER_KEY: '',
      ...unlimited,
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
