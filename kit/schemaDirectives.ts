import type { DirectiveNode, GraphQLField, GraphQLObjectType } from 'graphql';

type Element = GraphQLObjectType | GraphQLField<unknown, unknown>;

/** The directives that a schema writes on a type, its extensions included, or on a field. */
export function directivesOf(element: Element): readonly DirectiveNode[] {
  const extensions = 'extensionASTNodes' in element ? element.extensionASTNodes : [];
  return [element.astNode, ...extensions].flatMap((node) => node?.directives ?? []);
}

/** Whether a type or a field carries the directive. */
export function hasDirective(element: Element, name: string): boolean {
  return directivesOf(element).some((directive) => directive.name.value === name);
}
