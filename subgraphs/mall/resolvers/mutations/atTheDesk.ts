import { approveScope, verifyScope } from '#kit/application/decide.ts';
import { conflict, forbidden, notFound } from '#kit/errors.ts';
import { hasScope, type Officer, type Principal, requireOfficer } from '#kit/principal.ts';
import type { Reached } from '../../changes/desk.ts';
import type { Context } from '../../loaders.ts';
import type { ApplicationRecord } from '../../model.ts';

/** What becomes of an application that an officer takes on or gives back. */
export interface ApplicationPayload {
  readonly application: ApplicationRecord | null;
}

/** An officer who decides on applications. @throws UNAUTHENTICATED or FORBIDDEN for anybody else */
export function requireDeciding(principal: Principal): Officer {
  const officer = requireOfficer(principal);
  if (hasScope(officer, verifyScope) || hasScope(officer, approveScope)) return officer;
  throw forbidden('Your office has not given you the right to decide on applications.');
}

/** The application that an officer reached for. @throws NOT_FOUND for one that is not theirs to see */
export function noted(mutation: string, reached: Reached | null, { disclosures }: Context): Reached {
  if (!reached) throw notFound('There is no such application, or you may not see it.');
  disclosures.noteLookUp(`Mutation.${mutation}`, reached.application.people);
  return reached;
}

/** The refusal when an application is with somebody else. */
export function takenByAnother() {
  return conflict('Somebody else has taken this application on.');
}
