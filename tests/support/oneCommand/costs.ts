import type { Principal } from '#kit/principal.ts';
import type { TestAgency } from '#kit/testing/testAgency.ts';
import type { EntityType } from './entityTypes.ts';

/** A reference as the gateway sends it. */
export type Reference = Readonly<Record<string, string>>;

/** One agency, asked for references to one of its types by one caller. */
export interface Asking {
  readonly agency: Pick<TestAgency, 'entities'>;
  readonly type: EntityType;
  readonly as: Principal;
}

/** Faults of ours, and of the question; a refusal is an answer like any other. */
const faults = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'];

/**
 * What asking for all references costs more than asking for one of them: for each database command its number for all, if
 * no reference alone needs it as often. Empty when the law holds.
 *
 * @param allowed how many more of a command may be
 */
export async function excessOf(
  asking: Asking,
  references: readonly Reference[],
  selection: string,
  allowed = 0,
): Promise<string[]> {
  const together = timesOf((await entities(asking, references, selection)).commands);
  const alone = new Map<string, number>();
  const over = () => [...together].filter(([command, times]) => times > (alone.get(command) ?? 0) + allowed);
  // One reference may lead further than another, so that it takes the ones that lead furthest to compare with.
  for (const reference of references) {
    if (over().length === 0) return [];
    const { commands } = await entities(asking, [reference], selection);
    for (const [command, times] of timesOf(commands)) alone.set(command, Math.max(times, alone.get(command) ?? 0));
  }
  return over().map(
    ([command, times]) => `${command}: ${times} times for ${references.length}, ${alone.get(command) ?? 0} for one`,
  );
}

/** What `_entities` gives for the references, in their order. @throws Error when the agency or the question is at fault */
export async function entitiesOf(asking: Asking, references: readonly Reference[], selection: string) {
  return (await entities(asking, references, selection)).list;
}

/** Whether there is a value in it, beside the fields that are named. */
export function hasValue(value: unknown, besides: readonly string[]): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some((item) => hasValue(item, []));
  if (typeof value !== 'object') return true;
  return Object.entries(value).some(
    ([name, one]) => name !== '__typename' && !besides.includes(name) && hasValue(one, []),
  );
}

async function entities({ agency, type, as }: Asking, references: readonly Reference[], selection: string) {
  const answer = await agency.entities(references, `... on ${type.name} { __typename ${selection} }`, as);
  const fault = answer.errors.find(({ extensions }) => faults.includes(extensions.code));
  const list = (answer.data as { _entities?: unknown[] } | null)?._entities;
  if (fault || !list) throw new Error(`${type.name} { ${selection} }: ${fault?.message ?? `status ${answer.status}`}`);
  return { list, commands: answer.commands };
}

function timesOf(commands: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const command of commands) times.set(command, (times.get(command) ?? 0) + 1);
  return times;
}
