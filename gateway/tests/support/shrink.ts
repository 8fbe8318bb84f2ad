import { type ASTNode, type DocumentNode, type GraphQLSchema, Kind, parse, print, validate, visit } from 'graphql';
import type { Node } from '../../call/node.ts';
import type { Asked } from './fuzz.ts';

const mostTries = 2_000;
const removable: readonly string[] = [
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
];

/**
 * Takes one part after the other out of an operation, as long as what is left is valid and still wrong: an operation of
 * which nothing can be spared.
 */
export async function shrink(
  schema: GraphQLSchema,
  operation: Asked,
  isWrong: (smaller: Asked) => Promise<boolean>,
): Promise<Asked> {
  // Written as what comes of it will be, so that lengths can be compared.
  let smallest: Asked = { ...operation, text: print(operation.document) };
  let tries = 0;
  for (let part = 0; tries < mostTries; tries += 1) {
    const document = without(smallest.document, part);
    if (document === null) break;
    const smaller = asked(document, smallest.variables);
    const isSmaller = smaller !== null && smaller.text.length < smallest.text.length;
    if (isSmaller && validate(schema, smaller.document).length === 0 && (await isWrong(smaller))) {
      smallest = smaller;
      // What could not be spared before may be spared now, but most of it cannot: one more round comes at the end.
      part = 0;
    } else part += 1;
  }
  return smallest;
}

/** The document without its n-th part, an alias being one too; null when there is no such part. */
function without(document: DocumentNode, part: number): DocumentNode | null {
  let index = -1;
  let isFound = false;
  const isMeant = () => {
    index += 1;
    isFound ||= index === part;
    return index === part;
  };
  const rest = visit(document, {
    enter(node: ASTNode) {
      if (removable.includes(node.kind) && isMeant()) return null;
      if (node.kind !== Kind.FIELD || !node.alias || !isMeant()) return undefined;
      const { alias: _alias, ...plain } = node;
      return plain;
    },
  });
  return isFound ? rest : null;
}

/** The operation without what nothing names any more; null when a selection is empty. */
function asked(document: DocumentNode, variables: Node): Asked | null {
  const used = new Set<string>();
  let isWhole = true;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
    FragmentSpread: ({ name }) => void used.add(name.value),
    SelectionSet: ({ selections }) => {
      if (selections.length === 0) isWhole = false;
    },
  });
  if (!isWhole) return null;
  const tidy = visit(document, {
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? undefined : null),
  });
  const text = print(tidy);
  const left = Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(`$${name}`)));
  return { text, document: parse(text, { noLocation: true }), variables: left };
}
