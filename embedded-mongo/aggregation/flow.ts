import { pause } from '../plan/query.ts';
import type { Store } from '../storage/store.ts';
import type { Document } from '../values/document.ts';

/** Documents on their way through a pipeline, with moments to let others run. */
export type Flow = Iterable<Document | typeof pause>;

/** A parsed stage: turns one flow into the next. */
export type Stage = (input: Flow) => Generator<Document | typeof pause, void>;

/** What a stage may need to know besides its operand. */
export type StageContext = {
  readonly store: Store;
  readonly database: string;
  readonly insideFacet: boolean;
  /** Makes the pipelines inside a stage. */
  readonly parsePipeline: (source: readonly unknown[], context: StageContext) => readonly Stage[];
};

/** Parses a stage's operand. */
export type StageParser = (operand: unknown, context: StageContext) => Stage;

/** Sends documents through all stages. */
export const flowThrough = (input: Flow, pipeline: readonly Stage[]): Flow =>
  pipeline.reduce<Flow>((flow, stage) => stage(flow), input);

/** A stage that makes of each document another one, or none. */
export const each = (change: (document: Document) => Document | undefined): Stage =>
  function* (input: Flow) {
    for (const one of input) {
      if (one === pause) {
        yield pause;
      } else {
        const result = change(one);
        if (result) yield result;
      }
    }
  };
