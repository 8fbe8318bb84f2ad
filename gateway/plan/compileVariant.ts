import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { badInput } from '#kit/errors.ts';
import { collectFields, type Fragments } from '../answer/collectFields.ts';
import { errorsOf } from '../answer/errors.ts';
import { introspect } from '../answer/introspect.ts';
import { selects } from '../answer/selects.ts';
import { compileShape, introspectionKeys } from '../answer/shape.ts';
import { Trace } from '../answer/trace.ts';
import { compilePlan } from '../call/executePlan.ts';
import type { Node } from '../call/node.ts';
import type { Run, Step } from '../call/run.ts';
import { askedAgency } from './askedAgencies.ts';
import type { CompilingGraph } from './compileOperation.ts';
import { forPlanner } from './forPlanner.ts';
import { inWrittenOrder } from './mutationOrder.ts';
import { typeTest } from './typeTest.ts';

/** An operation as one outcome of its `@skip` and `@include` leaves it: planned, its calls and its answer compiled. */
export interface Variant {
  readonly plan: QueryPlan;
  readonly askAgencies: Step;
  answer(run: Run): ExecutionResult;
}

/**
 * Plans and compiles an operation for one outcome of its conditions.
 *
 * @param variables the coerced variables; only those that conditions read are looked at
 * @throws Error when the planner finds nobody to ask for what agencies must answer
 */
export function compileVariant(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Node,
  graph: CompilingGraph,
): Variant {
  const { planner, names } = graph;
  const schema = planner.apiSchema;
  const { selectionSet } = operation;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw badInput(`There are no operations of the kind ${operation.operation}.`);
  const shaping = { schema, names, fragments, variables, isA: typeTest(schema) };

  const operationName = operation.name?.value;
  const planned = names.hide(forPlanner(document, variables));
  const plan = inWrittenOrder(planner.plan(planned, operationName), planned, operationName);
  const askAgencies = compilePlan(plan, graph);
  const shape = compileShape(selectionSet, rootType, shaping);

  const fields = collectFields([selectionSet], rootType.name, shaping);
  const meta = introspectionKeys(selectionSet, rootType.name, shaping).flatMap((key) => fields.get(key) ?? []);
  const isForAgencies = [...fields.values()].some(([field]) => !field?.name.value.startsWith('__'));
  if (!askAgencies && isForAgencies) throw new Error('The planner found nobody to ask.');
  const introspected = (run: Run): Node =>
    meta.length === 0 ? {} : introspect(schema, operation, meta, fragments, run.variables);

  return {
    plan,
    askAgencies: askAgencies ?? (async () => {}),
    answer(run) {
      const ofSchema = introspected(run);
      const quick = new Trace();
      const answer = shape(run.data, ofSchema, quick);
      if (!quick.hasFaults && run.failures.length === 0) return { data: answer };

      const full = new Trace(true);
      if (quick.hasFaults) shape(run.data, ofSchema, full);
      const errors = errorsOf(run.failures, full.incompletions, {
        data: run.data,
        answer,
        isSelected: (keys) => selects(selectionSet, keys, fragments),
        agencyAt: (pattern) => askedAgency(plan, pattern),
      });
      return errors.length > 0 ? { errors, data: answer } : { data: answer };
    },
  };
}
