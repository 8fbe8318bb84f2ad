import { type ASTVisitor, type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/** Opens every name that we give in place of a client's. No name of the supergraph may begin with it. */
export const privatePrefix = 'c__';

/**
 * The names under which a client's fields and variables travel to the agencies.
 *
 * The planner adds fields of its own to what it asks (keys, what `@requires` names) under their plain names and does not
 * look whether the client gave such a name to something else: `{ me { id: otherField } }` would answer the real id. So
 * every alias becomes a private one before planning, and so does a field with arguments that some agency requires,
 * perhaps with other arguments. Hostile names (`__proto__`, `constructor`) never reach an agency or a plan at all.
 */
export class PrivateNames {
  private readonly requiredWithArguments: ReadonlySet<string>;

  /** @param requiredWithArguments names of fields with arguments that a `@requires` of the supergraph mentions */
  constructor(requiredWithArguments: ReadonlySet<string> = new Set()) {
    this.requiredWithArguments = requiredWithArguments;
  }

  /** Where the planned operation finds the value of a client's field. */
  keyOf(field: FieldNode): string {
    const name = field.name.value;
    const key = field.alias?.value ?? name;
    if (name === '__typename') return name;
    return key !== name || this.requiredWithArguments.has(name) ? `${privatePrefix}${key}` : name;
  }

  /** The same document with private names. */
  hide(document: DocumentNode): DocumentNode {
    const visitor: ASTVisitor = {
      Field: (field) => {
        if (field.name.value.startsWith('__') && field.name.value !== '__typename') return false;
        const { alias: _clients, ...plain } = field;
        const key = this.keyOf(field);
        if (key === field.name.value) return field.alias ? plain : undefined;
        return { ...plain, alias: { kind: Kind.NAME, value: key } };
      },
      Variable: (variable) =>
        isRisky(variable.name.value)
          ? { ...variable, name: { kind: Kind.NAME, value: `${privatePrefix}${variable.name.value}` } }
          : undefined,
    };
    return visit(document, visitor);
  }
}

/** A client's own name for what travels under this one. */
export function clientsName(name: string): string {
  return name.startsWith(privatePrefix) ? name.slice(privatePrefix.length) : name;
}

/** `representations` is the planner's own variable; what every object inherits is nobody's. */
function isRisky(variable: string): boolean {
  return variable === 'representations' || variable.startsWith(privatePrefix) || variable in Object.prototype;
}
