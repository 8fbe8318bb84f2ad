import { type DirectiveNode, Kind, parse, type SelectionSetNode, valueFromASTUntyped } from 'graphql';
import { type AccessRule, allOf, forEverybody, isAsStrict } from '../accessRule.ts';
import type { AgencySchema, Finding } from './lint.ts';
import { fieldsOf, type MergedType, mergedTypes } from './mergedTypes.ts';

type Types = ReadonlyMap<string, MergedType>;

/**
 * Finds where a rule could be walked round: a type that is open to more callers than an interface of it says, and a field
 * that is open to more callers than what it is made from (`@requires`, `@provides`). As each link of a chain is checked,
 * no chain ends at something that its beginning does not guard.
 */
export function lostRules(schemas: readonly AgencySchema[]): Finding[] {
  const types = mergedTypes(schemas);
  return schemas.flatMap((schema) => [...lostByInterfaces(schema, types), ...lostByDependence(schema, types)]);
}

/** Everything that an interface asks of its callers must be asked by each type that implements it. */
function lostByInterfaces({ name: agency, typeDefs }: AgencySchema, types: Types): Finding[] {
  return typeDefs.definitions.flatMap((definition) => {
    if (definition.kind !== 'ObjectTypeDefinition') return [];
    const type = types.get(definition.name.value);
    const interfaces = (definition.interfaces ?? []).flatMap(({ name }) => types.get(name.value) ?? []);
    return interfaces.flatMap((wider) =>
      [...wider.fields.keys()].flatMap((field): Finding[] => {
        if (isAsStrict(ruleAt(type, field), ruleAt(wider, field))) return [];
        const message = `is open to more callers than ${wider.name}.${field}, which it implements`;
        return [{ agency, coordinate: `${definition.name.value}.${field}`, message }];
      }),
    );
  });
}

/** What is made from a field tells about it, so it must not be open to more callers. */
function lostByDependence({ name: agency, typeDefs }: AgencySchema, types: Types): Finding[] {
  return typeDefs.definitions.flatMap((definition) => {
    const owner = 'name' in definition && definition.name ? types.get(definition.name.value) : undefined;
    return fieldsOf(definition).flatMap((field) => {
      const rule = ruleAt(owner, field.name.value);
      const leadsTo = types.get(owner?.fields.get(field.name.value)?.type ?? '');
      const needed = [
        ...selected(field.directives, 'requires').flatMap((selection) => coordinatesIn(selection, owner, types)),
        ...selected(field.directives, 'provides').flatMap((selection) => coordinatesIn(selection, leadsTo, types)),
      ];
      return needed.flatMap(({ coordinate, rule: neededRule }): Finding[] => {
        if (isAsStrict(rule, neededRule)) return [];
        const message = `is open to more callers than ${coordinate}, which it needs`;
        return [{ agency, coordinate: `${owner?.name}.${field.name.value}`, message }];
      });
    });
  });
}

function selected(directives: readonly DirectiveNode[] = [], name: string): SelectionSetNode[] {
  return directives.flatMap((directive) => {
    const fields = directive.arguments?.find((argument) => argument.name.value === 'fields');
    if (directive.name.value !== name || !fields) return [];
    const [operation] = parse(`{ ${valueFromASTUntyped(fields.value)} }`).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
  });
}

/** Every field that a selection reads, with all that is asked of those who read it. */
function coordinatesIn(
  { selections }: SelectionSetNode,
  type: MergedType | undefined,
  types: Types,
): { coordinate: string; rule: AccessRule }[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !type) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition ? types.get(selection.typeCondition.name.value) : type;
      return coordinatesIn(selection.selectionSet, on, types);
    }
    const name = selection.name.value;
    const leadsTo = types.get(type.fields.get(name)?.type ?? '');
    const rule = allOf([ruleAt(type, name), leadsTo?.rule ?? forEverybody]);
    const below = selection.selectionSet ? coordinatesIn(selection.selectionSet, leadsTo, types) : [];
    return [{ coordinate: `${type.name}.${name}`, rule }, ...below];
  });
}

function ruleAt(type: MergedType | undefined, field: string): AccessRule {
  return type ? allOf([type.rule, type.fields.get(field)?.rule ?? forEverybody]) : forEverybody;
}
