import { type DirectiveNode, type DocumentNode, print } from 'graphql';
import { type AccessRule, allOf, isAsStrict } from '../../accessRule.ts';
import { fieldsOf, type MergedType, mergedTypes } from '../mergedTypes.ts';

/** A field that is less guarded than it was. */
export interface Loosened {
  readonly coordinate: string;
  readonly message: string;
}

/**
 * Finds fields that more callers may see than before. What is new has no before; a whole type that is opened shows in each
 * of its fields. An interface's rule in a supergraph is only the sum of its types' rules, so it is not looked at.
 */
export function widenedAccess(before: DocumentNode, after: DocumentNode): Loosened[] {
  const now = mergedTypes([{ name: 'after', typeDefs: after }]);
  return [...mergedTypes([{ name: 'before', typeDefs: before }]).values()].flatMap((type) => {
    const next = now.get(type.name);
    if (type.isInterface || !next) return [];
    return [...type.fields.keys()]
      .filter((field) => next.fields.has(field) && !isAsStrict(ruleAt(next, field), ruleAt(type, field)))
      .map((field) => ({
        coordinate: `${type.name}.${field}`,
        message: `is open to more callers: it asked for ${inWords(ruleAt(type, field))}, and now for ${inWords(ruleAt(next, field))}`,
      }));
  });
}

/** Finds fields that were marked personal and are not any more, so that reads of them would not be logged. */
export function lostPersonalMarks(before: DocumentNode, after: DocumentNode): Loosened[] {
  const marked = personalMarks(before);
  const now = personalMarks(after);
  const there = new Set(coordinates(after));
  return [...marked].flatMap(([coordinate, mark]) => {
    const next = now.get(coordinate);
    if (next === mark || !there.has(coordinate)) return [];
    const message = next ? `was ${mark} and is now ${next}` : `was ${mark} and is not marked personal any more`;
    return [{ coordinate, message }];
  });
}

function personalMarks({ definitions }: DocumentNode): Map<string, string> {
  return new Map(
    definitions.flatMap((definition) =>
      fieldsOf(definition).flatMap(({ name, directives = [] }) => {
        const mark = directives.find((directive: DirectiveNode) => directive.name.value === 'personal');
        const owner = 'name' in definition ? definition.name?.value : '';
        return mark ? [[`${owner}.${name.value}`, print(mark)] satisfies [string, string]] : [];
      }),
    ),
  );
}

function coordinates({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) =>
    fieldsOf(definition).map(({ name }) => `${'name' in definition ? definition.name?.value : ''}.${name.value}`),
  );
}

function ruleAt(type: MergedType, field: string): AccessRule {
  const own = type.fields.get(field)?.rule;
  return own ? allOf([type.rule, own]) : type.rule;
}

function inWords({ signedIn, scopes }: AccessRule): string {
  if (!signedIn) return 'nothing';
  const needed = scopes.map((choice) => choice.map((all) => all.join(' and ')).join(' or '));
  return ['a signed-in caller', ...needed].join(' with ');
}
