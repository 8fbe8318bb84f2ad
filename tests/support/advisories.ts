/** Of which versions of a package something bad is published: from one on, or from the first, to before the one that mends it. */
export interface Known {
  readonly package: string;
  readonly bad: readonly { readonly from?: string; readonly below: string }[];
  readonly ids: readonly string[];
}

/** What is published of one version of a package, one line for each entry. */
export function findBad(known: readonly Known[], name: string, version: string): string[] {
  const isIn = ({ from = '0.0.0', below }: Known['bad'][number]) => !isBelow(version, from) && isBelow(version, below);
  return known
    .filter((one) => one.package === name && one.bad.some(isIn))
    .map(({ ids }) => `${name} ${version}: ${ids.join(', ')}`);
}

/** By the numbers; what comes before a release (`8.0.0-rc.1`) is below it. */
function isBelow(one: string, other: string): boolean {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  const first = [0, 1, 2].find((place) => left[place] !== right[place]);
  if (first !== undefined) return (left[first] ?? 0) < (right[first] ?? 0);
  return one.includes('-') && !other.includes('-');
}

const numbersOf = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number);
