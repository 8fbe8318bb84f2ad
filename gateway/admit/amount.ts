import type { Node } from '../call/node.ts';

/** A number that is known already, or that waits for the variables of a request. */
export type Amount = number | ((variables: Node) => number);

/** Clients choose the sizes of lists in lists: beyond this the product is not exact, and never infinite. */
export const largestAmount = Number.MAX_SAFE_INTEGER;

/** What the amount is with these variables. */
export function amountWith(amount: Amount, variables: Node): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

export function plus(one: Amount, other: Amount): Amount {
  return joined(one, other, (a, b) => a + b);
}

export function product(one: Amount, other: Amount): Amount {
  if (one === 1) return other;
  return joined(one, other, (a, b) => a * b);
}

export function larger(one: Amount, other: Amount): Amount {
  return joined(one, other, Math.max);
}

/** What is known of both is worked out at once, so that only what waits is left for each request. */
function joined(one: Amount, other: Amount, join: (a: number, b: number) => number): Amount {
  const bounded = (a: number, b: number) => Math.min(largestAmount, join(a, b));
  if (typeof one === 'number' && typeof other === 'number') return bounded(one, other);
  return (variables) => bounded(amountWith(one, variables), amountWith(other, variables));
}
