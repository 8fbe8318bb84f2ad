type Written = (levels: number) => string;

/** Fragments of the mall's own graph that spread one another twice, so that what they stand for doubles with every level. */
export const mallBombs: Readonly<Record<string, Written>> = {
  plain: onCitizen((next) => `...${next} ...${next}`),
  aliased: onCitizen((next) => `a: parents { ...${next} } b: parents { ...${next} }`),
  nested: onCitizen((next) => `parents { ...${next} } parents { ...${next} }`),
  inline: onCitizen((next) => `... { ...${next} } ... on Citizen { ...${next} }`),
  'on interfaces': (levels) =>
    `{ me { applications(first: 1) { edges { node { ...F0 } } } } } ${fragments(
      levels,
      'Application',
      (next) => `... on LicenseApplication { ...${next} } ... on CivilApplication { ...${next} }`,
    )} fragment F${levels} on Application { id status }`,
};

function onCitizen(twice: (next: string) => string): Written {
  return (levels) =>
    `{ me { ...F0 } } ${fragments(levels, 'Citizen', twice)} fragment F${levels} on Citizen { fullName taxpayer { status } }`;
}

function fragments(levels: number, type: string, twice: (next: string) => string): string {
  const written = Array.from(
    { length: levels },
    (_, level) => `fragment F${level} on ${type} { ${twice(`F${level + 1}`)} }`,
  );
  return written.join(' ');
}
