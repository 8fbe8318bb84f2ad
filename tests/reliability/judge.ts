import { isDeepStrictEqual } from 'node:util';

/**
 * What an answer is worth. `degraded`: an agency was away, which it says of each place, retryable and by the agency's name, and
 * all else is as it should be. `refused`: 503 with the time to come again. `failed`: no answer came.
 */
export type Verdict = 'right' | 'degraded' | 'refused' | 'failed' | 'wrong';

export interface Answer {
  readonly status: number;
  readonly retryAfter: boolean;
  readonly body: unknown;
}

interface GraphBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly agency?: string; readonly retryable?: boolean };
  }[];
}

/** Judges answers by their content: the citizen's own id in each, and what the same question was answered before. */
export class Judge {
  private readonly before = new Map<string, unknown>();
  private readonly applications = new Set<string>();

  /** @param question who asks what: it has the same answer each time. Null for one that is asked once */
  ofReading(question: string | null, citizen: string, answer: Answer): Verdict {
    const { data, errors } = answer.body as GraphBody;
    if (answer.status !== 200 || !data) return withoutData(answer);
    const asBefore = question === null ? undefined : this.before.get(question);
    if (errors) {
      const isHonest = errors.every(({ extensions }) => extensions?.retryable === true && extensions.agency);
      return isHonest && (asBefore === undefined || isPartOf(data, asBefore)) ? 'degraded' : 'wrong';
    }
    const me = data.me as { readonly id?: string } | undefined;
    if (me?.id !== undefined && me.id !== citizen) return 'wrong';
    if (asBefore === undefined && question !== null) this.before.set(question, data);
    return asBefore === undefined || isDeepStrictEqual(data, asBefore) ? 'right' : 'wrong';
  }

  /** What the same question was answered first. */
  expected(question: string): unknown {
    return this.before.get(question);
  }

  /** @returns the verdict, and the number of the application where one was acknowledged */
  ofSubmit(answer: Answer): { verdict: Verdict; application: string | null } {
    const { data, errors } = answer.body as GraphBody;
    if (answer.status !== 200 || errors || !data) {
      const isHonest = errors?.every(({ extensions }) => extensions?.retryable === true && extensions.agency);
      return { verdict: answer.status === 200 && isHonest ? 'degraded' : withoutData(answer), application: null };
    }
    const { application } = data.registerBusiness as { application: { id: string } | null };
    if (!application || this.applications.has(application.id)) return { verdict: 'wrong', application: null };
    this.applications.add(application.id);
    return { verdict: 'right', application: application.id };
  }
}

/** Where even the root may not be null, an agency that is away leaves nothing but what is said of it. */
function withoutData({ status, retryAfter, body }: Answer): Verdict {
  const { errors = [], data } = body as GraphBody;
  const isTold = errors.length > 0 && errors.every(({ extensions }) => extensions?.retryable && extensions.agency);
  if (status === 200 && data === null && isTold) return 'degraded';
  const isRefusal = errors.some(({ extensions }) => extensions?.code === 'OVERLOADED');
  return status === 503 && retryAfter && isRefusal ? 'refused' : 'wrong';
}

/** Whether nothing is said but what the whole says: a null may stand for anything, any other value for itself. */
export function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole) return true;
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return false;
  const said = Object.entries(part);
  if (Array.isArray(part) && said.length !== Object.keys(whole).length) return false;
  return said.every(([key, value]) => isPartOf(value, (whole as Record<string, unknown>)[key]));
}
