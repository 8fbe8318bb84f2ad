import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import type { Node } from '../../call/node.ts';
import { askMonolith, compose, contextOf, type Scene, startSmallGateway } from '../support/smallGraph.ts';
import type { SmallWorld } from '../support/smallWorld.ts';

/** One feature of federation: a graph of a few lines, what it holds, and what is asked of it. */
export interface Feature {
  /** What holds, as a sentence. */
  readonly it: string;
  readonly agencies: Readonly<Record<string, string>>;
  /** The objects behind the graph, made anew for every question: the same for the agencies and for the monolith. */
  readonly world: () => FeatureWorld;
  readonly ask: readonly Question[];
  /** The labels of `@override` that are on without a draw. */
  readonly labelsSet?: readonly string[];
  /** What clients may not see: coordinates that the schema for clients must not have. */
  readonly hidden?: readonly string[];
}

export interface FeatureWorld {
  readonly roots: Node;
  /** What references are looked up in, by type. */
  readonly entities?: Readonly<Record<string, readonly Node[]>>;
}

export interface Question {
  readonly text: string;
  readonly variables?: Node;
  /** What is drawn for it, by which `percent(n)` of `@override` is decided; one half when left out. */
  readonly draw?: number;
  /** The agencies that answer it, in the order in which they are asked. */
  readonly asked: readonly string[];
  /** How many places of the answer have an error; none when left out. */
  readonly errors?: number;
}

/** What the gateway and one server with the whole schema answered to the same question. */
export interface Answers {
  readonly ours: ExecutionResult;
  readonly right: ExecutionResult;
  readonly asked: readonly string[];
}

export interface RunningFeature {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** @throws Error for a question that is not valid */
  answers(question: Question): Promise<Answers>;
}

/** Composes the graph of a feature and puts the gateway before it. @throws Error with what does not compose */
export async function startFeature({ agencies, world, labelsSet }: Feature): Promise<RunningFeature> {
  const asked: string[] = [];
  const scene: Scene = {
    world: worldOf(world()),
    weather: (agency, call) => {
      asked.push(agency);
      return call();
    },
  };
  const { api } = compose(agencies);
  let drawn = 0.5;
  const { gateway } = await startSmallGateway(scene, 'compiled', agencies, {
    labelsSet: new Set(labelsSet),
    draw: () => drawn,
  });
  return {
    api,
    async answers({ text, variables = {}, draw = 0.5 }) {
      const document = parse(text);
      const faults = validate(api, document);
      if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
      scene.world = worldOf(world());
      asked.length = 0;
      drawn = draw;
      const ours = await gateway.operation({ queryHash: text, document }).execute(variables, contextOf());
      const right = await askMonolith(api, document, variables, worldOf(world()));
      return { ours: asJson(ours), right: asJson(right), asked: [...asked] };
    },
  };
}

/**
 * A field that its agency works out of what it requires of others: at the agency from the reference that it was given, in
 * the monolith from the object itself.
 */
export function workedOut(work: (read: (field: string, given?: Node) => unknown) => unknown) {
  return function (this: Node): unknown {
    const source = isGiven(this.given) ? this.given : this;
    return work((field, given = {}) => {
      const value = source[field];
      return typeof value === 'function' ? value.call(source, given) : value;
    });
  };
}

function isGiven(given: unknown): given is Node {
  return typeof given === 'object' && given !== null;
}

function worldOf({ roots, entities = {} }: FeatureWorld): SmallWorld {
  return {
    roots,
    find: (typename, reference) => {
      const { __typename: _type, ...said } = reference;
      const isMeant = (one: Node) => Object.entries(said).every(([field, value]) => agrees(one[field], value));
      return entities[typename]?.find(isMeant) ?? null;
    },
  };
}

/** Whether an object is what a reference says; what is worked out is no part of a key. */
function agrees(known: unknown, said: unknown): boolean {
  if (typeof known === 'function' || known === undefined) return true;
  if (!isGiven(known) || !isGiven(said)) return known === said;
  return Object.entries(said).every(([field, value]) => field === '__typename' || agrees(known[field], value));
}

function asJson(result: ExecutionResult): ExecutionResult {
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
