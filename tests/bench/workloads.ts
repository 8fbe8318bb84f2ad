import { clientOperation } from '../../schema/clientOperations.ts';
import type { GraphName } from './graphs.ts';
import { publicQuery } from './stubs/publicGraph.ts';

/** One operation as a client sends it. */
export interface BenchOperation extends Readonly<Record<string, unknown>> {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What is asked of every candidate. */
export interface Workload {
  readonly name: string;
  readonly graph: GraphName;
  readonly summary: string;
  /** Asked in turn. */
  readonly operations: readonly BenchOperation[];
  /** A token of another citizen with each request, or the same one with all. */
  readonly identities: 'each' | 'one';
}

const asked: readonly Omit<Workload, 'identities'>[] = [
  {
    name: 'dashboard',
    graph: 'ours',
    summary: "the citizen's dashboard, over all agencies",
    operations: [{ query: clientOperation('CitizenDashboard').document }],
  },
  {
    name: 'inbox',
    graph: 'ours',
    summary: 'twenty applications of the inbox, one call',
    operations: [{ query: clientOperation('Inbox').document, variables: { first: 20 } }],
  },
  {
    name: 'public',
    graph: 'public',
    summary: 'the nested query of the public federation gateway benchmark',
    operations: [{ query: publicQuery }],
  },
  {
    name: 'many-plans',
    graph: 'ours',
    summary: '200 different operations in turn',
    operations: manyOperations(200),
  },
];

/** Every workload, once with an identity of its own for each request and once with one for all. */
export const workloads: readonly Workload[] = [
  ...asked.map((workload) => ({ ...workload, identities: 'each' as const })),
  ...asked.map((workload) => ({ ...workload, name: `${workload.name}-one-identity`, identities: 'one' as const })),
];

/** The operation under another name: the same work, and a text that no gateway was told beforehand. */
export function renamed(operation: BenchOperation): BenchOperation {
  return { ...operation, query: operation.query.replace(/\bquery (\w+)/, 'query Free$1') };
}

/** Different selections on the citizen: each takes its own plan, over one to five agencies. */
export function manyOperations(count: number): BenchOperation[] {
  const parts = [
    'fullName maskedNik digitalIdentityStatus',
    'address { street village { code name } }',
    'family { id members { relationship citizen { id fullName } } }',
    'taxpayer { id maskedNpwp status clearance { status validUntil } }',
    'businesses { nib name status region { code name } licenses { id kind status } }',
    'civilRecords { registrationNumber kind eventDate }',
    'notifications(unread: true, first: 5) { id at title }',
    'applications(first: 5) { totalCount edges { node { id typeName status service { code name } } } }',
  ];
  const selections = Array.from({ length: 2 ** parts.length - 1 }, (_, index) =>
    parts.filter((_part, bit) => ((index + 1) >> bit) % 2 === 1),
  );
  return selections
    .filter((selection) => selection.length > 1)
    .slice(0, count)
    .map((selection, index) => ({ query: `query ManyPlans${index + 1} { me { id ${selection.join(' ')} } }` }));
}
