import type { ForwardedIdentity } from '#kit/signature.ts';

/** Whose call or operation it is: two callers share nothing, nor does one who gives another purpose or case. */
export function callerKey({ principal, purpose, caseId }: Omit<ForwardedIdentity, 'requestId'>): string {
  return JSON.stringify([principal, purpose ?? null, caseId ?? null]);
}
