import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';
import { auditUnavailable } from '../errors.ts';
import { hasDirective } from '../schemaDirectives.ts';

/**
 * Whose data a value is: the id of a citizen, or of each citizen when it is about several. `null` says that it is about
 * no person (a company's tax file); an empty list, that it is about somebody whom the register does not know.
 */
export type Subject = string | readonly string[] | null;

/** Says that a value is about whom the value that it was reached from is about, such as an address. */
export const asParent = 'AS_PARENT';

/** For each type with personal fields, whose data one of its values is. */
export type Subjects = Readonly<Record<string, ((value: never) => Subject | undefined) | typeof asParent>>;

/**
 * The values on the way to others, by the path of the field that leads on from them. Paths are objects of one request,
 * so nothing is kept longer than the request itself.
 */
const parents = new WeakMap<Path, unknown>();

/** Remembers whose field was followed, for what lies below it. */
export function followed(path: Path, parent: unknown): void {
  parents.set(path, parent);
}

/**
 * Whose data a value is. @returns null when it is about no person
 * @throws AUDIT_UNAVAILABLE when that is not known: what cannot be noted is not shown
 */
export function subjectsOf(subjects: Subjects, type: string, value: unknown, path: Path): readonly string[] | null {
  const rule = subjects[type];
  const subject = typeof rule === 'function' ? rule(value as never) : subjectOfParent(subjects, path);
  if (subject === null) return null;
  if (typeof subject === 'string' && subject !== '') return [subject];
  if (!Array.isArray(subject) || subject.some((id) => typeof id !== 'string' || id === '')) throw auditUnavailable();
  return subject.length > 1 ? [...new Set<string>(subject)] : subject;
}

/** The nearest value above that says whose data it is. */
function subjectOfParent(subjects: Subjects, path: Path): Subject | undefined {
  for (let above = path.prev; above; above = above.prev) {
    const rule = above.typename === undefined ? undefined : subjects[above.typename];
    if (typeof rule === 'function' && parents.has(above)) return rule(parents.get(above) as never);
  }
  return undefined;
}

/**
 * Makes sure that it is known for every type with personal fields whose data its values are.
 *
 * @throws Error naming the type: such an agency must not start, since what it shows could not be noted
 */
export function assertSubjectsKnown(agency: string, schema: GraphQLSchema, subjects: Subjects): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && hasPersonalFields(type) && !subjects[type.name]) {
      throw new Error(`The agency ${agency} does not say whose data a ${type.name} is: name it in its subjects.`);
    }
  }
  for (const name of Object.keys(subjects)) {
    if (!isObjectType(schema.getType(name))) {
      throw new Error(`The agency ${agency} names ${name} in its subjects, which is no type of its schema.`);
    }
  }
}

export function hasPersonalFields(type: GraphQLObjectType): boolean {
  return (
    hasDirective(type, 'personal') || Object.values(type.getFields()).some((field) => hasDirective(field, 'personal'))
  );
}
