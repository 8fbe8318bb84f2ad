const agencies = ['north', 'south', 'west'];
const types = Array.from({ length: 10 }, (_, index) => index);
const fieldNames = Array.from({ length: 40 }, (_, index) => `f${index}`);

/**
 * What is worst to plan for (security.md V3, V4): three agencies that all answer the same forty fields of ten types of one
 * interface, and the way from one of them to the next.
 */
export const sharedByThree: Readonly<Record<string, string>> = Object.fromEntries(
  agencies.map((agency) => [
    agency,
    `
    type Query { one: T0 @shareable all: [Thing] @shareable only_${agency}: [Thing] }
    interface Thing { id: ID! ${fieldNames.map((name) => `${name}: String`).join(' ')} next: Thing }
    ${types.map((type) => typeOf(agency, type)).join('\n')}
  `,
  ]),
);

/** So many of the fields that all three answer. */
export function shared(count: number): string {
  return fieldNames.slice(0, count).join(' ');
}

/** The same of each type, in a fragment of its own. @param written takes the number of the type */
export function onEachType(written: (type: number) => string): string {
  return types.map((type) => `... on T${type} { ${written(type)} }`).join(' ');
}

function typeOf(agency: string, type: number): string {
  const fields = fieldNames.map((name) => `${name}: String @shareable`).join(' ');
  return `type T${type} implements Thing @key(fields: "id") { id: ID! ${fields} next: Thing @shareable ${agency}${type}: Int }`;
}
