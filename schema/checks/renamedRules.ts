import { type DocumentNode, visit } from 'graphql';
import type { Finding } from './lint.ts';

/** The directives that say who may see what, and what is personal. Under another name they would say nothing. */
const guarding = ['authenticated', 'requiresScopes', 'policy', 'interfaceObject', 'public', 'personal', 'impersonal'];

/**
 * Finds what lets a rule go by another name: a link of the agency's own (`as:`, `import: [{ name, as }]`), the prefixed
 * spelling of a directive (`@federation__authenticated`), or a definition of its own. All agencies get the directives from
 * schema/shared.graphql, under their one name.
 */
export function renamedRules(agency: string, schema: DocumentNode): Finding[] {
  const findings: Finding[] = [];
  const find = (coordinate: string, message: string) => findings.push({ agency, coordinate, message });
  visit(schema, {
    Directive({ name: { value: name } }) {
      if (name === 'link') find('@link', 'stands in schema/shared.graphql only, so that no rule goes by another name');
      const plain = name.split('__').at(-1) ?? name;
      if (plain !== name && guarding.includes(plain)) find(`@${name}`, `has to be written @${plain}`);
    },
    DirectiveDefinition({ name: { value: name } }) {
      if (guarding.includes(name)) find(`@${name}`, 'is defined in schema/shared.graphql only');
    },
  });
  return findings;
}
