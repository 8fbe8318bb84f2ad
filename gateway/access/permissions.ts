import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type AccessRule, isMet } from '../../schema/accessRule.ts';
import type { AccessRules } from './accessRules.ts';

/** Why something is withheld: nobody is signed in, or somebody who may not see it. */
export type RefusalReason = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** What callers may see who are alike to the rules of an operation, at least one of which refuses them. */
export class Permissions {
  /** Tells these callers from all others, for this operation. */
  readonly id: string;
  readonly reason: RefusalReason;
  private readonly isAllowed: (rule: AccessRule) => boolean;
  private readonly schema: GraphQLSchema;
  private readonly rules: AccessRules;

  constructor(
    id: string,
    caller: { readonly signedIn: boolean; readonly granted: ReadonlySet<string> },
    schema: GraphQLSchema,
    rules: AccessRules,
  ) {
    this.id = id;
    this.reason = caller.signedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    this.isAllowed = (rule) => isMet(rule, caller);
    this.schema = schema;
    this.rules = rules;
  }

  /** Whether no object of this type may be seen: for an interface or union, of none of its types. */
  refusesType(type: GraphQLNamedType): boolean {
    if (!isAbstractType(type)) return !this.isAllowed(this.rules.ofType(type.name));
    const possible = this.schema.getPossibleTypes(type);
    return possible.length > 0 && possible.every((one) => this.refusesType(one));
  }

  /**
   * Whether a field may not be seen: because of its own rule, that of its type, or that of the type it leads to. Of an
   * interface: of an object of which nothing is known but that it has the interface, so what one of its types withholds.
   */
  refusesField(typename: string, name: string): boolean {
    const type = this.schema.getType(typename);
    if (isInterfaceType(type)) {
      return this.schema.getPossibleTypes(type).some((possible) => this.refusesField(possible.name, name));
    }
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) return false;
    return !this.isAllowed(this.rules.ofField(typename, name)) || this.refusesType(getNamedType(field.type));
  }
}
