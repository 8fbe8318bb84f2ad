import {
  type BreakingChange,
  BreakingChangeType,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
} from 'graphql';

/** A change of what clients see, with its place in the schema. */
export interface ApiChange {
  readonly coordinate: string;
  readonly message: string;
  /** Whether an operation that was right may now fail; else it may only get what it did not expect. */
  readonly breaks: boolean;
}

/** graphql-js tells the place only in its sentence: which words of it are the owner, and which the member. */
const sentences: Partial<Record<string, RegExp>> = {
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: /^(?<member>\w+) was removed from union type (?<owner>\w+)/,
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: /^(?<member>\w+) was removed from enum type (?<owner>\w+)/,
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: /field (?<member>\w+) on input type (?<owner>\w+)/,
  [BreakingChangeType.REQUIRED_ARG_ADDED]: /^A required arg (?<arg>\w+) on (?<owner>\w+)\.(?<member>\w+)/,
  [BreakingChangeType.ARG_REMOVED]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<arg>\w+)/,
  [BreakingChangeType.ARG_CHANGED_KIND]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<arg>\w+)/,
  [DangerousChangeType.VALUE_ADDED_TO_ENUM]: /^(?<member>\w+) was added to enum type (?<owner>\w+)/,
  [DangerousChangeType.TYPE_ADDED_TO_UNION]: /^(?<member>\w+) was added to union type (?<owner>\w+)/,
  [DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED]: /field (?<member>\w+) on input type (?<owner>\w+)/,
  [DangerousChangeType.OPTIONAL_ARG_ADDED]: /^An optional arg (?<arg>\w+) on (?<owner>\w+)\.(?<member>\w+)/,
  [DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE]: /^(?<owner>\w+)\.(?<member>\w+) arg (?<arg>\w+)/,
};
const usual = /^(?<owner>\w+)(?:\.(?<member>\w+))?/;
/** New members that nobody has to give, and that only who asks for them sees. */
const harmless: readonly string[] = [
  DangerousChangeType.OPTIONAL_INPUT_FIELD_ADDED,
  DangerousChangeType.OPTIONAL_ARG_ADDED,
  DangerousChangeType.IMPLEMENTED_INTERFACE_ADDED,
];

/** What a new schema breaks of what an old one promised its clients, or changes in a way that may surprise them. */
export function brokenPromises(before: GraphQLSchema, after: GraphQLSchema): ApiChange[] {
  return [
    ...findBreakingChanges(before, after).map((change) => ({ ...placed(change), breaks: true })),
    ...findDangerousChanges(before, after)
      .filter(({ type }) => !harmless.includes(type))
      .map((change) => ({ ...placed(change), breaks: false })),
  ];
}

function placed({ type, description }: Omit<BreakingChange, 'type'> & { type: string }): Omit<ApiChange, 'breaks'> {
  const groups = (sentences[type] ?? usual).exec(description)?.groups ?? {};
  const { owner = '', member, arg } = groups;
  const message = lowerFirst(description.replace(/\.$/, ''));
  return { coordinate: `${owner}${member ? `.${member}` : ''}${arg ? `(${arg}:)` : ''}`, message };
}

function lowerFirst(sentence: string): string {
  return /^An? /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
