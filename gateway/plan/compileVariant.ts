import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { badInput } from '#kit/errors.ts';
import { noteRefusals } from '../access/noteRefusals.ts';
import type { Permissions } from '../access/permissions.ts';
import { refusalErrors } from '../access/refusalErrors.ts';
import { visibleSchemasOf } from '../access/visibleSchemas.ts';
import { type Refusal, Withholding } from '../access/withholding.ts';
import { withoutWithheld } from '../access/withoutWithheld.ts';
import { collectFields, type Fragments } from '../answer/collectFields.ts';
import { errorsOf } from '../answer/errors.ts';
import { introspect } from '../answer/introspect.ts';
import { selects } from '../answer/selects.ts';
import { compileShape, introspectionKeys } from '../answer/shape.ts';
import { Trace } from '../answer/trace.ts';
import { compilePlan } from '../call/executePlan.ts';
import type { Node, Path } from '../call/node.ts';
import type { Run, Step } from '../call/run.ts';
import { askedAgency } from './askedAgencies.ts';
import type { CompilingGraph } from './compileOperation.ts';
import { forPlanner } from './forPlanner.ts';
import { inWrittenOrder } from './mutationOrder.ts';
import { ofEachType } from './ofEachType.ts';
import type { LabelsOn } from './overrideOutcomes.ts';
import { typeTest } from './typeTest.ts';

/** An operation as its conditions and its callers' permissions leave it: planned, its calls and its answer compiled. */
export interface Variant {
  readonly plan: QueryPlan;
  readonly askAgencies: Step;
  answer(run: Run): ExecutionResult;
}

/** An operation of a valid document, and what decides what is left of it. */
export interface VariantSource {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** The coerced variables; only those that conditions read are looked at. */
  readonly variables: Node;
  /** What its callers may see; null for all of it. */
  readonly permissions: Permissions | null;
  /** By which labels of `@override` the taking agency is asked. */
  readonly labelsOn: LabelsOn;
}

/**
 * Plans and compiles an operation for one outcome of its conditions and of the access rules.
 *
 * @throws Error when the planner finds nobody to ask for what agencies must answer
 */
export function compileVariant(source: VariantSource, graph: CompilingGraph): Variant {
  const { document, operation, fragments, variables, permissions, labelsOn } = source;
  const { planner, names, log } = graph;
  const schema = planner.apiSchema;
  const { selectionSet } = operation;
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) throw badInput(`There are no operations of the kind ${operation.operation}.`);
  const selecting = { schema, fragments, variables, isA: typeTest(schema) };
  const withholding = permissions && new Withholding(permissions, selecting);
  const ofAll = withholding?.ofObject([selectionSet], rootType);
  if (ofAll?.isNull) return allWithheld(ofAll.refusals, graph);
  const shaping = { ...selecting, names, withholding };

  const operationName = operation.name?.value;
  const allowed = withholding ? withoutWithheld(document, operation, rootType, withholding, selecting) : document;
  const planned = names.hide(ofEachType(forPlanner(allowed, variables), schema, graph.overrides, labelsOn));
  const plan = inWrittenOrder(planner.plan(planned, operationName, labelsOn), planned, operationName);
  const askAgencies = compilePlan(plan, graph);
  const shape = compileShape(selectionSet, rootType, shaping);

  const fields = collectFields([selectionSet], rootType.name, selecting);
  const meta = introspectionKeys(selectionSet, rootType.name, selecting).flatMap((key) => fields.get(key) ?? []);
  const isForAgencies = [...fields.values()].some(
    (nodes) =>
      !nodes[0]?.name.value.startsWith('__') && (withholding?.ofField(nodes, rootType).fate ?? 'ASKED') === 'ASKED',
  );
  if (!askAgencies && isForAgencies) throw new Error('The planner found nobody to ask.');
  const visible = visibleSchemasOf(schema, graph.accessRules);
  const introspected = (run: Run): Node =>
    meta.length === 0 ? {} : introspect(visible.for(run.context.principal), operation, meta, fragments, run.variables);

  return {
    plan,
    askAgencies: askAgencies ?? nobody,
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
      for (const [refusal, places] of full.withheld) errors.push(...refusalErrors(refusal, places));
      noteRefusals(log, run.context, [...full.withheld.keys()]);
      return errors.length > 0 ? { errors, data: answer } : { data: answer };
    },
  };
}

const nobody: Step = async () => {};
const root: Path = [];

/** An operation of which so much is withheld that no data is left: nobody is asked, and no change is made. */
function allWithheld(refusals: readonly Refusal[], { log }: CompilingGraph): Variant {
  return {
    plan: { kind: 'QueryPlan' },
    askAgencies: nobody,
    answer(run) {
      noteRefusals(log, run.context, refusals);
      return { errors: refusals.flatMap((refusal) => refusalErrors(refusal, [root])), data: null };
    },
  };
}
