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
  /** What it is of the operation's cost, and what it costs besides: keys, and what another call answers too. */
  readonly cost: number | null;
  readonly besides: number | null;
  readonly ms: number | null;
  readonly error: string | null;
}

/** What an operation costs by the rules of the schema, and the most that one may. */
export interface Cost {
  readonly value: number;
  readonly limit: number;
}

/** What the gateway told beside an answer. */
export interface Explanation {
  readonly plan: Plan | null;
  readonly cost: Cost | null;
}

/** Takes plan and cost out of an answer: the page shows them beside the answer, not within. */
export function takeExplanation(answer: ExecutionResult): Explanation & { answer: ExecutionResult } {
  const { extensions, ...rest } = answer;
  const { plan, cost, ...others } = extensions ?? {};
  const left = {
    ...others,
    ...(plan !== undefined && !isPlan(plan) ? { plan } : {}),
    ...(cost !== undefined && !isCost(cost) ? { cost } : {}),
  };
  return {
    answer: Object.keys(left).length > 0 ? { ...rest, extensions: left } : rest,
    plan: isPlan(plan) ? plan : null,
    cost: isCost(cost) ? cost : null,
  };
}

/** The calls of a step run together, so the slowest one is what the step took. */
export function stepTime({ calls }: PlanStep): number | null {
  const times = calls.flatMap(({ ms }) => ms ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}

/** What the calls of a step cost together; null where nothing was weighed. */
export function stepCost({ calls }: PlanStep): number | null {
  return sumOf(calls.map((call) => call.cost));
}

/** A line under the plan: how the costs of its calls and the operation's own go together. */
export interface CostLine {
  readonly words: string;
  readonly value: number;
  readonly isPartOfCost: boolean;
}

/** How the costs of the calls make the operation's own, and what is asked for beside that. */
export function costLines({ plan, cost }: Explanation): CostLine[] {
  const calls = plan?.steps.flatMap((step) => step.calls) ?? [];
  const ofCalls = sumOf(calls.map((call) => call.cost));
  if (!cost || ofCalls === null) return [];
  const ofNoCall = cost.value - ofCalls;
  const besides = sumOf(calls.map((call) => call.besides)) ?? 0;
  return [
    ...(ofNoCall > 0
      ? [{ words: 'No call: a change itself, and what is left out or withheld', value: ofNoCall, isPartOfCost: true }]
      : []),
    { words: 'The operation', value: cost.value, isPartOfCost: true },
    ...(besides > 0
      ? [
          {
            words: 'Beside that: keys in between, and fields that several calls ask for',
            value: besides,
            isPartOfCost: false,
          },
        ]
      : []),
  ];
}

/** The whole in a line, such as `12 calls in 3 steps, 48 ms, cost 812 of 5,000`. */
export function summary({ plan, cost }: Explanation): string {
  return [
    ...(plan ? [planSummary(plan)] : []),
    ...(cost ? [`cost ${count(cost.value)} of ${count(cost.limit)}`] : []),
  ].join(', ');
}

/** A time as it is read. */
export function milliseconds(ms: number | null): string {
  return ms === null ? '–' : `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}

function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}

function planSummary({ steps }: Plan): string {
  const calls = steps.reduce((sum, step) => sum + step.calls.length, 0);
  const times = steps.map(stepTime).filter((ms) => ms !== null);
  const took = times.length > 0 ? `, ${milliseconds(times.reduce((sum, ms) => sum + ms, 0))}` : '';
  return `${many(calls, 'call')} in ${many(steps.length, 'step')}${took}`;
}

function many(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A number as it is read. */
export function count(number: number): string {
  return number.toLocaleString('en');
}

function isPlan(plan: unknown): plan is Plan {
  return typeof plan === 'object' && plan !== null && 'steps' in plan && Array.isArray(plan.steps);
}

function isCost(cost: unknown): cost is Cost {
  return (
    typeof cost === 'object' &&
    cost !== null &&
    'value' in cost &&
    typeof cost.value === 'number' &&
    'limit' in cost &&
    typeof cost.limit === 'number'
  );
}
