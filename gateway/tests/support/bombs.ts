/** Documents in which fragments spread one another, each of them twice, so that they double with every level. */
export const bombs: Readonly<Record<string, (levels: number) => string>> = {
  plain: doubling((next) => `...${next} ...${next}`),
  aliased: doubling((next) => `a: friend { ...${next} } b: friend { ...${next} }`),
  nested: doubling((next) => `friend { ...${next} } friend { ...${next} }`),
  inline: doubling((next) => `... { ...${next} } ... on Person { ...${next} }`),
  'on interfaces': doubling(
    (next) => `... on Book { next { ...${next} } } ... on Film { next { ...${next} } }`,
    'Thing',
  ),
};

function doubling(twice: (next: string) => string, type = 'Person'): (levels: number) => string {
  return (levels) => {
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on ${type} { ${twice(`F${level + 1}`)} }`,
    );
    return `query { me { ...F0 } } ${fragments.join(' ')} fragment F${levels} on ${type} { id }`;
  };
}

/** So many fields inside one another. */
export function deep(levels: number): string {
  return `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
}

/** A root field under so many aliases. */
export function aliased(times: number): string {
  return `{ ${Array.from({ length: times }, (_, index) => `a${index}: a`).join(' ')} }`;
}
