import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LabelsOn } from './overrideOutcomes.ts';
import type { Overrides } from './overrides.ts';

/**
 * Writes each field of an interface as the field of every type that it can be, where one of these is answered by the agency
 * that takes it over. The planner looks at labels in objects only, and would go on asking the other one for the interface.
 */
export function ofEachType(
  document: DocumentNode,
  schema: GraphQLSchema,
  overrides: Overrides,
  labelsOn: LabelsOn,
): DocumentNode {
  if (labelsOn.length === 0) return document;
  const info = new TypeInfo(schema);
  const isTaken = (type: string, field: string) => labelsOn.includes(overrides.get(`${type}.${field}`) ?? '');
  return visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: {
        leave(set) {
          const parent = info.getParentType();
          if (!isInterfaceType(parent)) return undefined;
          const types = schema.getPossibleTypes(parent).map(({ name }) => name);
          const selections = set.selections.flatMap((selection) =>
            selection.kind === Kind.FIELD && types.some((type) => isTaken(type, selection.name.value))
              ? types.map((type) => only(type, selection))
              : [selection],
          );
          return { ...set, selections };
        },
      },
    }),
  );
}

function only(type: string, field: FieldNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
  };
}
