import { MongoError } from '../errors.ts';
import type { Plan } from '../plan/planner.ts';
import type { Query } from '../plan/query.ts';
import { collect, runQuery } from '../plan/query.ts';
import type { Collection } from '../storage/collection.ts';
import type { Store } from '../storage/store.ts';
import { type Document, isDocument } from '../values/document.ts';
import { arrayField, type Command, reply } from './command.ts';
import { splitPipeline } from './pipelineHead.ts';
import { readQuery } from './queryFields.ts';
import { statementFilter } from './writes.ts';

/** Tells which index a command would use, and what it would look at; runs no write. */
export const explain: Command = {
  accepts: ['explain', 'verbosity'],
  run: ({ body, database }, { store }) => {
    const command = body['explain'];
    if (!isDocument(command)) throw new MongoError(14, "BSON field 'explain.explain' is missing or not an object");
    const verbosity = body['verbosity'] ?? 'allPlansExecution';
    if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(String(verbosity))) {
      throw new MongoError(
        9,
        `verbosity string must be one of {'queryPlanner', 'executionStats', 'allPlansExecution'}`,
      );
    }
    const [name = ''] = Object.keys(command);
    const collection = store.findCollection(database, String(command[name]));
    const query = queryOf(name, command, collection);
    return reply(
      explainQuery(store, `${database}.${String(command[name])}`, collection, query, verbosity !== 'queryPlanner'),
    );
  },
};

const queryOf = (name: string, command: Document, collection: Collection | undefined): Query => {
  switch (name) {
    case 'find':
      return readQuery(command, 'filter', collection);
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return readQuery(command, 'query', collection);
    case 'aggregate':
      return splitPipeline(arrayField(command, 'pipeline'), collection, command['hint']).query;
    case 'update':
    case 'delete': {
      const [statement] = arrayField(command, name === 'update' ? 'updates' : 'deletes');
      return readQuery({ q: statementFilter(statement) }, 'q', collection);
    }
    default:
      throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  }
};

/** The answer of explain for one query. */
export const explainQuery = (
  store: Store,
  namespace: string,
  collection: Collection | undefined,
  query: Query,
  executes: boolean,
): Document => {
  if (!collection) return { queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } };
  const running = runQuery(store, collection, query);
  const found = executes ? collect(running) : [];
  const { plan, examined } = running;
  const access = describePlan(plan);
  const needsSort = query.sort.length > 0 && !(plan.kind === 'index' && plan.sorted);
  const winningPlan = needsSort ? { stage: 'SORT', inputStage: access } : access;
  return {
    explainVersion: '1',
    queryPlanner: { namespace, winningPlan, rejectedPlans: [] },
    ...(executes
      ? {
          executionStats: {
            executionSuccess: true,
            nReturned: found.length,
            totalKeysExamined: examined.keys,
            totalDocsExamined: examined.documents,
          },
        }
      : {}),
  };
};

const describePlan = (plan: Plan): Document => {
  if (plan.kind === 'collection') return { stage: 'COLLSCAN', direction: 'forward' };
  if (plan.kind === 'union') {
    return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.branches.map(indexScan) } };
  }
  return { stage: 'FETCH', inputStage: indexScan(plan) };
};

const indexScan = (plan: Plan): Document => {
  if (plan.kind !== 'index') return describePlan(plan);
  const { name, key, unique, sparse, partial, multikey } = plan.index.definition;
  return {
    stage: 'IXSCAN',
    indexName: name,
    keyPattern: key,
    isMultiKey: multikey.includes(true),
    isUnique: unique,
    isSparse: sparse,
    isPartial: partial !== undefined,
    direction: plan.reverse ? 'backward' : 'forward',
    ranges: plan.ranges.length,
  };
};
