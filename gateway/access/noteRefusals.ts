import type { Log } from '#kit/log.ts';
import type { GatewayContext } from '../context.ts';
import type { Refusal } from './withholding.ts';

/**
 * Leaves one line in the gateway's log for a request of somebody signed in who asked for what they may not see: what was
 * asked never reached an agency, so that no agency's access log can tell. No values and no arguments.
 */
export function noteRefusals(log: Log, context: GatewayContext, refusals: readonly Refusal[]): void {
  const { principal, requestId } = context;
  if (refusals.length === 0 || principal.kind === 'anonymous') return;
  const withheld = [...new Set(refusals.map(({ coordinate }) => coordinate))].sort();
  log.info({ requestId, caller: principal.kind, withheld }, 'Withheld what the caller may not see');
}
