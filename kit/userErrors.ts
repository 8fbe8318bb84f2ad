import { badInput, type ErrorCode, ServiceError } from './errors.ts';
import { maskPersonalNumbers } from './personalNumbers.ts';

/** One thing that is wrong with what was sent: the `UserError` of schema/shared.graphql. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: string[] | null;
}

/** Everything that is wrong with what was sent, so that it can be mended at one go. */
export class ManyFaults extends Error {
  override readonly name = 'ManyFaults';
  readonly faults: readonly ServiceError[];

  constructor(faults: readonly ServiceError[]) {
    super(faults.map(({ message }) => message).join(' '));
    this.faults = faults;
  }
}

/** Collects what is wrong with an input, field by field, until somebody asks. */
export class Faults {
  private readonly found: ServiceError[] = [];

  /** @param field the input field that it is about, `child.birthDate` */
  add(message: string, field?: string): void {
    this.found.push(badInput(message, field));
  }

  /** Notes the fault that a rule throws, and goes on. @returns what the rule gave, null after a fault */
  check<Result>(rule: () => Result): Result | null {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.found.push(error);
      return null;
    }
  }

  /** @throws ManyFaults when there is any */
  assertNone(): void {
    if (this.found.length > 0) throw new ManyFaults(this.found);
  }
}

/** The refusals that whoever sends a mutation has to reckon with. Anything else is an error of the answer. */
const expected: readonly ErrorCode[] = ['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'];

/**
 * Runs a use case and makes its payload. What its rules refuse by a ServiceError becomes `errors`; what nobody could
 * expect, and that nobody is signed in, stays thrown.
 *
 * @param refused the rest of the payload when the use case was refused, such as `{ ticket: null }`
 */
export async function orUserErrors<Done extends object>(
  refused: Done,
  change: () => Promise<Done>,
): Promise<Done & { errors: UserError[] }> {
  try {
    return { ...(await change()), errors: [] };
  } catch (error) {
    const faults = error instanceof ManyFaults ? error.faults : [error];
    return { ...refused, errors: faults.map(userErrorOf) };
  }
}

/** @throws the error itself when it is none that a user can mend */
function userErrorOf(error: unknown): UserError {
  if (!(error instanceof ServiceError)) throw error;
  const { code, field } = error.extensions;
  const known = expected.find((one) => one === code);
  if (!known) throw error;
  const path = typeof field === 'string' ? field.split('.') : null;
  // A payload does not pass the masking of errors.
  return { code: known, message: maskPersonalNumbers(error.message), path };
}
