import { type ErrorCode, ServiceError } from '#kit/errors.ts';

const words = {
  SUBGRAPH_TIMEOUT: 'The agency took too long to answer. The rest of your data is complete.',
  SUBGRAPH_UNAVAILABLE: 'The agency does not answer at the moment. The rest of your data is complete.',
  SUBGRAPH_INVALID_RESPONSE: 'The agency gave an answer that cannot be used. The rest of your data is complete.',
} as const satisfies Partial<Record<ErrorCode, string>>;

export type NoAnswerCode = keyof typeof words;

/** Why an agency gave no answer, as a code of the closed list. */
export class NoAnswer extends ServiceError {
  readonly code: NoAnswerCode;
  /** Whether this process was too busy to ask or to hear in time, so that nothing is known of the agency. */
  readonly isOurs: boolean;

  constructor(agency: string, code: NoAnswerCode, isOurs = false) {
    super(code, words[code], { agency, retryable: true });
    this.code = code;
    this.isOurs = isOurs;
  }
}
