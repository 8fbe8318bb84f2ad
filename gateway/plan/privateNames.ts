import { hash } from 'node:crypto';
import { type ASTVisitor, type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';

/** Opens every name that we give in place of a client's. No name of the supergraph may begin so. */
const privateHead = /^c[0-9a-f]*__/;

/**
 * The names under which a client's fields and variables travel to the agencies.
 *
 * The planner adds fields of its own to what it asks (keys, what `@requires` names) under their plain names and does not
 * look whether the client gave such a name to something else: `{ me { id: otherField } }` would answer the real id. So
 * every alias becomes a private one before planning, and so does a field with arguments, given or required. The private
 * name tells the field and its arguments apart: on two types of one interface the same key may stand for different ones,
 * and the planner would ask for both at once. Hostile names (`__proto__`, `constructor`) never reach an agency.
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
    const given = (field.arguments ?? []).map(print).sort().join();
    if (key === name && given === '' && !this.requiredWithArguments.has(name)) return name;
    return `c${hash('sha256', `${name}(${given})`).slice(0, 8)}__${key}`;
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
          ? { ...variable, name: { kind: Kind.NAME, value: `c__${variable.name.value}` } }
          : undefined,
    };
    return visit(document, visitor);
  }
}

/** A client's own name for what travels under this one. */
export function clientsName(name: string): string {
  return name.replace(privateHead, '');
}

/** `representations` is the planner's own variable; what every object inherits is nobody's. */
function isRisky(variable: string): boolean {
  return variable === 'representations' || privateHead.test(variable) || variable in Object.prototype;
}
