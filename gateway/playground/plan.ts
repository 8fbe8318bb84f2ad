import type { ExecutionResult } from 'graphql';

/** Which agencies answered, in which order: `extensions.plan` of an answer to a question with `x-explain: plan`. */
export interface Plan {
  readonly steps: readonly PlanStep[];
}

/** Calls that the gateway makes at the same time. */
export interface PlanStep {
  readonly calls: readonly AgencyCall[];
}

export interface AgencyCall {
  readonly agency: string;
  /** Where in the answer the fields belong; empty at the root. */
  readonly path: string;
  readonly fields: readonly string[];
  readonly ms: number | null;
  readonly error: string | null;
}

/** Takes the plan out of an answer: the page shows it beside the answer, not within. */
export function takePlan(answer: ExecutionResult): { answer: ExecutionResult; plan: Plan | null } {
  const { extensions, ...rest } = answer;
  if (!extensions || !isPlan(extensions.plan)) return { answer, plan: null };
  const { plan, ...others } = extensions;
  return { answer: Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest, plan };
}

function isPlan(plan: unknown): plan is Plan {
  return typeof plan === 'object' && plan !== null && 'steps' in plan && Array.isArray(plan.steps);
}

/** The calls of a step run together, so the slowest one is what the step took. */
export function stepTime({ calls }: PlanStep): number | null {
  const times = calls.flatMap(({ ms }) => ms ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}
