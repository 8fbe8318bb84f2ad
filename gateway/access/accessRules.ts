import type { DirectiveNode, DocumentNode, InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import { type AccessRule, allOf, forEverybody, forSignedIn, ruleOf } from '../../schema/accessRule.ts';

/** Who may see what of a graph, as its supergraph says. */
export interface AccessRules {
  /** The rule on a type itself. */
  ofType(typename: string): AccessRule;
  /** The rule on a field, that of its type included. */
  ofField(typename: string, field: string): AccessRule;
}

const specs = ['authenticated', 'requiresScopes', 'policy'];

/**
 * Reads the access rules of a composed supergraph.
 *
 * A rule binds the objects of a type. That of an interface is, in a supergraph, only the sum of its implementations'
 * rules (and no agency may write one), so an object is judged by its own type alone, however it was reached. Federation
 * takes no rule on an interface object either: it stands for a signed-in caller, as in the agencies (kit/access.ts).
 *
 * @throws Error for a rule that would be read as none: `@policy`, or one that goes by another name
 */
export function readAccessRules({ definitions }: DocumentNode): AccessRules {
  const rules = new Map<string, AccessRule>();
  const fielded = definitions.filter(
    (definition) => definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition',
  );
  const interfaceObjects = new Set(fielded.filter(isInterfaceObject).map(({ name }) => name.value));
  for (const definition of definitions) {
    const { directives = [] } = definition as { directives?: readonly DirectiveNode[] };
    for (const directive of directives) refuseUnreadable(directive);
    if (definition.kind === 'ScalarTypeDefinition' || definition.kind === 'EnumTypeDefinition') {
      rules.set(definition.name.value, ruleOf(directives));
    }
  }
  for (const { kind, name, directives = [], interfaces = [], fields = [] } of fielded) {
    const isObject = kind === 'ObjectTypeDefinition';
    const standsFor = interfaces.some((one) => interfaceObjects.has(one.name.value)) ? [forSignedIn] : [];
    const ofType = isObject ? allOf([ruleOf(directives), ...standsFor]) : forEverybody;
    rules.set(name.value, ofType);
    for (const field of fields) {
      for (const directive of field.directives ?? []) refuseUnreadable(directive);
      if (isObject) rules.set(`${name.value}.${field.name.value}`, allOf([ofType, ruleOf(field.directives)]));
    }
  }
  return {
    ofType: (typename) => rules.get(typename) ?? forEverybody,
    ofField: (typename, field) => rules.get(`${typename}.${field}`) ?? rules.get(typename) ?? forEverybody,
  };
}

function isInterfaceObject({ directives = [] }: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const told = given.find((argument) => argument.name.value === 'isInterfaceObject');
    return name.value === 'join__type' && told !== undefined && valueFromASTUntyped(told.value) === true;
  });
}

function refuseUnreadable(directive: DirectiveNode): void {
  const name = directive.name.value;
  if (name === 'policy') throw new Error('The supergraph has a @policy, which this gateway cannot judge.');
  if (name !== 'link') return;
  const link = Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
  const spec = specs.find((one) => String(link.url).startsWith(`https://specs.apollo.dev/${one}/`));
  if (spec && (link.as !== undefined || link.import !== undefined)) {
    throw new Error(`The supergraph has @${spec} under another name, under which its rules would not be found.`);
  }
}
