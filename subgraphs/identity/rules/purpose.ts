import { purposeMissing } from '#kit/errors.ts';

/**
 * The purpose of a look-up must be stated: personal data is processed for a stated purpose only (UU 27/2022, articles 27
 * and 28).
 *
 * @param argument the input field that states it; left out when it comes with the request
 * @throws PURPOSE_MISSING when it is missing, BAD_USER_INPUT when an argument should state it
 */
export function assertPurposeStated(purpose: string | undefined, argument?: string): void {
  if (purpose === undefined || purpose.trim() === '') {
    throw purposeMissing('State why you need this record.', argument);
  }
}
