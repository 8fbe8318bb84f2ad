import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { badInput, ServiceError } from '#kit/errors.ts';
import { collectFields, decidingVariables, type Fragments } from '../answer/collectFields.ts';
import { errorsOf } from '../answer/errors.ts';
import { introspect } from '../answer/introspect.ts';
import { compileShape, introspectionKeys } from '../answer/shape.ts';
import { Trace } from '../answer/trace.ts';
import { compilePlan } from '../call/executePlan.ts';
import type { FetchSurroundings } from '../call/fetch.ts';
import { type Node, own } from '../call/node.ts';
import type { Run } from '../call/run.ts';
import type { GatewayContext } from '../context.ts';
import type { ApolloPlanner } from './apolloPlanner.ts';
import { askedAgency } from './askedAgencies.ts';
import { LruCache } from './planCache.ts';
import type { PrivateNames } from './privateNames.ts';
import { typeTest } from './typeTest.ts';

/** A valid document with the hash of its text, and which of its operations is meant. */
export interface KnownDocument {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
}

/** One operation of a client with its plan, compiled: planned once, executed often. */
export interface CompiledOperation extends KnownDocument {
  readonly plan: QueryPlan;
  /** Asks the agencies and answers. Errors of the variables are the only ones that leave no data at all. */
  execute(variables: Node, context: GatewayContext): Promise<ExecutionResult>;
}

/** All that operations on one supergraph have in common. */
export interface CompilingGraph extends FetchSurroundings {
  readonly planner: ApolloPlanner;
  readonly names: PrivateNames;
}

/** As many faults of variables as graphql-js tells before it stops looking. */
const maxErrors = 50;
/** How many answers of `@skip` and `@include` are kept compiled. */
const mostShapes = 64;

/** Plans one operation of a valid document and compiles plan and answer. @throws ServiceError when it names none */
export function compileOperation(known: KnownDocument, graph: CompilingGraph): CompiledOperation {
  const { document, operationName } = known;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw badInput('The request does not say which operation of the document is meant.');
  const { planner, names } = graph;
  const { apiSchema } = planner;
  const plan = planner.plan(names.hide(document), operationName);
  const askAgencies = compilePlan(plan, graph);
  const shapeFor = shapes(document, operation, graph);

  return {
    ...known,
    plan,
    async execute(variables, context) {
      context.trail.plan = plan;
      const { coerced, errors } = getVariables(apiSchema, operation, variables);
      if (errors) return { errors };

      const shape = shapeFor(coerced);
      if (!askAgencies && shape.asksAgencies) throw new Error('The planner found nobody to ask.');
      const run: Run = { context, variables, coerced, data: {}, failures: [], underWay: new Map() };
      await askAgencies?.(run);
      return answerOf(run, shape, plan);
    },
  };
}

interface Shape {
  readonly asksAgencies: boolean;
  answer(run: Run, trace: Trace): Node | null;
}

function answerOf(run: Run, shape: Shape, plan: QueryPlan): ExecutionResult {
  const quick = new Trace();
  const data = shape.answer(run, quick);
  if (!quick.hasFaults && run.failures.length === 0) return { data };

  const { incompletions } = quick.hasFaults ? recorded(run, shape) : quick;
  const agencyAt = (pattern: readonly string[]) => askedAgency(plan, pattern);
  const errors = errorsOf(run.failures, incompletions, run.data, data, agencyAt);
  return errors.length > 0 ? { errors, data } : { data };
}

function recorded(run: Run, shape: Shape): Trace {
  const trace = new Trace(true);
  shape.answer(run, trace);
  return trace;
}

function getVariables(
  schema: ApolloPlanner['apiSchema'],
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Node,
): { coerced: Node; errors?: undefined } | { coerced?: undefined; errors: readonly GraphQLError[] } {
  if (variableDefinitions.length === 0) return { coerced: {} };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors });
  if (!errors) return { coerced };
  return { errors: errors.map(asBadInput) };
}

function asBadInput(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof ServiceError || error.extensions.code !== undefined) return error;
  const { message, nodes, originalError } = error;
  return new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    ...(originalError ? { originalError } : {}),
    extensions: { ...error.extensions, code: 'BAD_USER_INPUT' },
  });
}

/** Makes the shapes of an operation: one for each way that `@skip` and `@include` can come out. */
function shapes(document: DocumentNode, operation: OperationDefinitionNode, graph: CompilingGraph) {
  const { apiSchema } = graph.planner;
  const rootType = apiSchema.getRootType(operation.operation);
  if (!rootType) throw badInput(`There are no operations of the kind ${operation.operation}.`);
  const isA = typeTest(apiSchema);
  const fragments = fragmentsOf(document);
  const deciding = decidingVariables(operation, fragments);

  const make = (variables: Node): Shape => {
    const { selectionSet } = operation;
    const shaping = { schema: apiSchema, names: graph.names, fragments, variables, isA };
    const shape = compileShape(selectionSet, rootType, shaping);
    const fields = collectFields([selectionSet], rootType.name, shaping);
    const meta = introspectionKeys(selectionSet, rootType.name, shaping);
    const asking = meta.flatMap((key) => fields.get(key) ?? []);
    const typenames = [...fields.values()].filter(([field]) => field?.name.value === '__typename');
    return {
      asksAgencies: fields.size > meta.length + typenames.length,
      answer(run, trace) {
        const introspected =
          asking.length > 0 ? introspect(apiSchema, operation, asking, fragments, run.variables) : {};
        return shape(run.data, introspected, trace);
      },
    };
  };

  const made = new LruCache<Shape>(mostShapes);
  const always = deciding.length === 0 ? make({}) : null;
  return (coerced: Node): Shape =>
    always ?? made.get(deciding.map((name) => String(own(coerced, name))).join(), () => make(coerced));
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
