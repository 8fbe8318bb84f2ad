import {
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a selection is when every fragment is written out where it is spread. Infinite when one spreads itself. */
export interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields, inline fragments and spreads. */
  readonly selections: number;
  /** Fields at the top. */
  readonly rootFields: number;
  /** Those of them that ask for the schema, and those that ask for a type's name. */
  readonly rootSchemaFields: number;
  readonly rootTypenames: number;
  /** The names of the fields that lead to the deepest one. */
  readonly deepest: Step | null;
}

interface Step {
  readonly name: string;
  readonly below: Step | null;
}

export type Definition = OperationDefinitionNode | FragmentDefinitionNode;

export interface MeasuredDocument {
  readonly definitions: readonly { readonly definition: Definition; readonly size: Size }[];
  /** How many nodes of the document were looked at: never more than it has. */
  readonly visits: number;
}

const nothing: Size = {
  depth: 0,
  aliases: 0,
  directives: 0,
  selections: 0,
  rootFields: 0,
  rootSchemaFields: 0,
  rootTypenames: 0,
  deepest: null,
};
const endless: Size = { ...nothing, depth: Infinity, selections: Infinity };

/**
 * Measures every operation and fragment of a document, used or not, whatever they are called. Each fragment is measured
 * once, so that the time is linear in the document, however often fragments spread one another.
 */
export function measureDocument(document: DocumentNode): MeasuredDocument {
  const measuring = new Measuring(document.definitions.filter(isFragment));
  const definitions = document.definitions.filter(isMeasured).map((definition) => ({
    definition,
    size: isFragment(definition) ? measuring.ofFragment(definition) : measuring.ofOperation(definition),
  }));
  return { definitions, visits: measuring.visits };
}

class Measuring {
  visits = 0;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Sizes by fragment; endless for one that is being measured, so that whatever comes back to it is endless too. */
  private readonly sizes = new Map<FragmentDefinitionNode, Size>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  ofOperation({ selectionSet, directives, variableDefinitions = [] }: OperationDefinitionNode): Size {
    this.visits += 1;
    const onVariables = variableDefinitions.flatMap((variable) => variable.directives ?? []);
    return this.withDirectives(this.ofSelections(selectionSet), [...(directives ?? []), ...onVariables]);
  }

  ofFragment(fragment: FragmentDefinitionNode): Size {
    const known = this.sizes.get(fragment);
    if (known) return known;
    this.visits += 1;
    this.sizes.set(fragment, endless);
    const size = this.withDirectives(this.ofSelections(fragment.selectionSet), fragment.directives);
    this.sizes.set(fragment, size);
    return size;
  }

  private ofSelections(selectionSet: SelectionSetNode | undefined): Size {
    return (selectionSet?.selections ?? []).reduce((sum, selection) => both(sum, this.ofSelection(selection)), nothing);
  }

  private ofSelection(selection: SelectionNode): Size {
    this.visits += 1;
    const size = this.withDirectives(this.ofContent(selection), selection.directives);
    return { ...size, selections: size.selections + 1 };
  }

  private ofContent(selection: SelectionNode): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.ofSelections(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = this.fragments.get(selection.name.value);
      return fragment ? this.ofFragment(fragment) : nothing;
    }
    const below = this.ofSelections(selection.selectionSet);
    const name = selection.name.value;
    return {
      ...below,
      depth: below.depth + 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      rootFields: 1,
      rootSchemaFields: name === '__schema' || name === '__type' ? 1 : 0,
      rootTypenames: name === '__typename' ? 1 : 0,
      deepest: { name, below: below.deepest },
    };
  }

  private withDirectives(size: Size, directives: readonly DirectiveNode[] = []): Size {
    this.visits += directives.length;
    return directives.length > 0 ? { ...size, directives: size.directives + directives.length } : size;
  }
}

function both(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    selections: one.selections + other.selections,
    rootFields: one.rootFields + other.rootFields,
    rootSchemaFields: one.rootSchemaFields + other.rootSchemaFields,
    rootTypenames: one.rootTypenames + other.rootTypenames,
    deepest: other.depth > one.depth ? other.deepest : one.deepest,
  };
}

function isFragment(node: ASTNode): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}

function isMeasured(node: ASTNode): node is Definition {
  return isFragment(node) || node.kind === Kind.OPERATION_DEFINITION;
}
