/** Why a supergraph does not come into force; metrics count by it. */
export const refusalReasons = ['UNREACHABLE', 'UNSIGNED', 'CHANGED', 'OLDER', 'INVALID', 'ORIGIN', 'BREAKING'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A supergraph does not come into force; the present one serves on. */
export class SupergraphRefused extends Error {
  override readonly name = 'SupergraphRefused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** What was thrown as a refusal: whatever nobody foresaw means that the supergraph cannot be loaded. */
export function asRefused(thrown: unknown): SupergraphRefused {
  if (thrown instanceof SupergraphRefused) return thrown;
  return new SupergraphRefused('INVALID', thrown instanceof Error ? thrown.message : String(thrown));
}
