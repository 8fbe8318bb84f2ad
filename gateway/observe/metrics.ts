import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type ErrorCode, errorCodes, isErrorCode } from '#kit/errors.ts';
import type { CacheCounts } from '#kit/lruCache.ts';
import type { ReportedOutcome } from '../call/askAgency.ts';
import type { CircuitState } from '../call/circuit.ts';
import type { KeptCounts } from '../call/kept.ts';
import { type Count, Counts, type Duration, Durations } from './cells.ts';

/** The name of every operation that no document of ours has. */
export const otherOperation = 'other';

/** What is counted of one operation: how often by the class of the status, and how long. */
interface OfOperation {
  readonly name: string;
  readonly byStatus: (Count | undefined)[];
  seconds: Duration | null;
}

/** What is counted of one agency. */
interface OfAgency {
  readonly byOutcome: Map<ReportedOutcome, Count>;
  readonly seconds: Duration;
}

/**
 * Counts what the gateway does, for Prometheus. Every label is of a closed list: names of our own documents, agencies of the
 * supergraph, codes and outcomes. Nothing that a client sent and nothing personal stands in any of them. What is counted for
 * each request and each call costs an addition (cells.ts).
 */
export class GatewayMetrics {
  readonly registry = new Registry();
  private readonly operations: ReadonlyMap<string, OfOperation>;
  private readonly others: OfOperation = ofOperation(otherOperation);
  private readonly agencies = new Map<string, OfAgency>();
  private readonly requests: Counts;
  private readonly requestSeconds: Durations;
  private readonly calls: Counts;
  private readonly callSeconds: Durations;
  private readonly refusals: Counter<'code'>;
  private readonly rateRefusals: Counter<'of'>;
  private readonly agencyErrors: Counter<'agency' | 'code'>;

  /** @param operations the names that a request may be counted under */
  constructor(operations: readonly string[]) {
    const { registry } = this;
    const registers = [registry];
    this.operations = new Map(operations.map((name) => [name, ofOperation(name)]));
    const requests = 'Requests that were answered, by the document of ours and the class of the status.';
    this.requests = new Counts('mpp_requests_total', requests, ['operation', 'status'], registry);
    this.requestSeconds = new Durations('mpp_request_seconds', 'How long a request took.', ['operation'], registry);
    const calls = 'Calls to an agency, by what became of them.';
    this.calls = new Counts('mpp_agency_calls_total', calls, ['agency', 'outcome'], registry);
    const took = 'How long an agency took to answer.';
    this.callSeconds = new Durations('mpp_agency_call_seconds', took, ['agency'], registry);
    this.agencyErrors = new Counter({
      name: 'mpp_agency_errors_total',
      help: 'Errors in the answers of an agency, by code.',
      labelNames: ['agency', 'code'],
      registers,
    });
    this.refusals = new Counter({
      name: 'mpp_refusals_total',
      help: 'Requests that were refused before they were planned, by code: each limit has its own.',
      labelNames: ['code'],
      registers,
    });
    this.rateRefusals = new Counter({
      name: 'mpp_rate_refusals_total',
      help: 'Requests that were refused because something was asked for too often: requests, or a field that looks up.',
      labelNames: ['of'],
      registers,
    });
  }

  /** Watches the process too: memory, garbage, handles and how late its event loop is. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Reads how often a plan was at hand, and what the others cost, whenever somebody asks for the metrics. */
  watchPlans(counts: () => CacheCounts, kept: () => number, warmed: () => CacheCounts): void {
    const since = 'since the supergraph was loaded.';
    this.watch('mpp_plans_found', `Operations that were planned already, ${since}`, () => counts().hits);
    this.watch('mpp_plans_made', `Operations that had to be planned, ${since}`, () => counts().misses);
    this.watch('mpp_plans_seconds', `Time spent on planning, ${since}`, () => counts().missMs / 1000);
    this.watch('mpp_plans_kept', 'Operations that are kept planned.', kept);
    this.watch('mpp_plans_warmed', 'Plans that were made before the first request came.', () => warmed().misses);
    this.watch('mpp_plans_warming_seconds', 'Time spent on them.', () => warmed().missMs / 1000);
    const slowest = () => (counts().slowestMs ?? 0) / 1000;
    this.watch('mpp_plans_slowest_seconds', `The longest time that planning one took, ${since}`, slowest, 'max');
  }

  /** Reads how often what is the same for everybody was at hand whenever somebody asks for the metrics. */
  watchKept(counts: () => KeptCounts): void {
    const since = 'since the supergraph was loaded.';
    this.watch(
      'mpp_kept_found',
      `Objects that everybody may see and that were at hand, ${since}`,
      () => counts().found,
    );
    this.watch('mpp_kept_asked', `Objects of that kind that had to be asked for, ${since}`, () => counts().asked);
  }

  /** Reads whether agencies are left alone whenever somebody asks for the metrics. */
  watchCircuits(states: () => Readonly<Record<string, CircuitState>>): void {
    new Gauge({
      name: 'mpp_agency_left_alone',
      help: 'In how many processes of the gateway the agency is left alone because it failed.',
      labelNames: ['agency'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [agency, state] of Object.entries(states())) this.set({ agency }, state === 'closed' ? 0 : 1);
      },
    });
  }

  /**
   * Counts a finished request.
   *
   * @param operation the name of a document of ours, else whatever it is
   * @param status the status of HTTP
   */
  finished(operation: string, status: number, ms: number): void {
    const row = this.operations.get(operation) ?? this.others;
    const ofHundred = Math.floor(status / 100);
    const count = row.byStatus[ofHundred] ?? this.requests.cell(row.name, `${ofHundred}xx`);
    row.byStatus[ofHundred] = count;
    count.total += 1;
    row.seconds ??= this.requestSeconds.cell(row.name);
    row.seconds.add(ms);
  }

  /** Counts a refusal. @param rateOf for a rate, what was asked for too often: requests, or a field of the schema */
  refused(code: ErrorCode, rateOf?: unknown): void {
    if (!errorCodes.includes(code)) return;
    this.refusals.inc({ code });
    if (code === 'RATE_LIMIT' && typeof rateOf === 'string') this.rateRefusals.inc({ of: rateOf });
  }

  called(agency: string, outcome: ReportedOutcome, ms: number): void {
    const row = this.agencies.get(agency) ?? this.ofAgency(agency);
    const count = row.byOutcome.get(outcome) ?? this.calls.cell(agency, outcome);
    row.byOutcome.set(outcome, count);
    count.total += 1;
    if (outcome !== 'LEFT_ALONE') row.seconds.add(ms);
  }

  /** Counts errors in an answer; a code that is none of ours is counted with all others of its kind. */
  erred(agency: string, errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[]): void {
    for (const { extensions } of errors) {
      this.agencyErrors.inc({ agency, code: isErrorCode(extensions.code) ? extensions.code : 'OTHER' });
    }
  }

  private ofAgency(agency: string): OfAgency {
    const row = { byOutcome: new Map<ReportedOutcome, Count>(), seconds: this.callSeconds.cell(agency) };
    this.agencies.set(agency, row);
    return row;
  }

  private watch(name: string, help: string, read: () => number, aggregator: 'sum' | 'max' = 'sum'): void {
    new Gauge({
      name,
      help,
      aggregator,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}

function ofOperation(name: string): OfOperation {
  return { name, byStatus: [], seconds: null };
}
