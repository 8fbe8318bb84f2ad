import type { AgencyAnswer, Heard } from './agency.ts';
import { readAnswer } from './readAnswer.ts';

/**
 * What came back from an agency, judged once: the circuit, the metrics and whoever asked hold it for the same. An answer is
 * one with a status of errors as well: it says what is wrong.
 */
export class HeardAnswer implements Heard {
  readonly isUsable: boolean;
  private readonly text: string;
  private unread: AgencyAnswer | null;

  constructor(status: number, text: string) {
    this.text = text;
    // Who sends elsewhere has not answered, whatever else is written there.
    const isRedirect = status >= 300 && status < 400;
    this.unread = isRedirect ? null : readAnswer(text);
    this.isUsable = this.unread !== null;
  }

  /** Everybody but the first reads the text again: what one merges into its answer never shows in another's. */
  take(): AgencyAnswer | null {
    const answer = this.unread ?? (this.isUsable ? readAnswer(this.text) : null);
    this.unread = null;
    return answer;
  }
}
