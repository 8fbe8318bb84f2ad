import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type ErrorCode, errorCodes } from '#kit/errors.ts';
import type { CallReport } from '../call/askAgency.ts';
import type { CircuitState } from '../call/circuit.ts';
import type { CacheCounts } from '../plan/planCache.ts';

/** The name of every operation that no document of ours has. */
export const otherOperation = 'other';

/** Requests and calls end within the budget of two seconds; what is beyond it is worth a bucket. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** A finished request, by nothing that a client made up. */
export interface FinishedRequest {
  /** The name of a document of ours, else `otherOperation`. */
  readonly operation: string;
  /** The status of HTTP. */
  readonly status: number;
  readonly ms: number;
}

/**
 * Counts what the gateway does, for Prometheus. Every label is of a closed list: names of our own documents, agencies of the
 * supergraph, codes and outcomes. Nothing that a client sent and nothing personal stands in any of them.
 */
export class GatewayMetrics {
  readonly registry = new Registry();
  private readonly operations: ReadonlySet<string>;
  private readonly requests: Counter<'operation' | 'status'>;
  private readonly requestSeconds: Histogram<'operation'>;
  private readonly refusals: Counter<'code'>;
  private readonly calls: Counter<'agency' | 'outcome'>;
  private readonly callSeconds: Histogram<'agency'>;
  private readonly circuits: Gauge<'agency'>;

  /** @param operations the names that a request may be counted under */
  constructor(operations: readonly string[]) {
    this.operations = new Set(operations);
    const registers = [this.registry];
    this.requests = new Counter({
      name: 'mpp_requests_total',
      help: 'Requests that were answered, by the document of ours and the class of the status.',
      labelNames: ['operation', 'status'],
      registers,
    });
    this.requestSeconds = new Histogram({
      name: 'mpp_request_seconds',
      help: 'How long a request took.',
      labelNames: ['operation'],
      buckets,
      registers,
    });
    this.refusals = new Counter({
      name: 'mpp_refusals_total',
      help: 'Requests that were refused before they were planned, by code.',
      labelNames: ['code'],
      registers,
    });
    this.calls = new Counter({
      name: 'mpp_agency_calls_total',
      help: 'Calls to an agency, by what became of them.',
      labelNames: ['agency', 'outcome'],
      registers,
    });
    this.callSeconds = new Histogram({
      name: 'mpp_agency_call_seconds',
      help: 'How long an agency took to answer.',
      labelNames: ['agency'],
      buckets,
      registers,
    });
    this.circuits = new Gauge({
      name: 'mpp_agency_left_alone',
      help: 'In how many processes of the gateway the agency is left alone because it failed.',
      labelNames: ['agency'],
      registers,
    });
  }

  /** Watches the process too: memory, garbage, handles and how late its event loop is. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Reads how often a plan was at hand whenever somebody asks for the metrics. */
  watchPlans(counts: () => CacheCounts): void {
    const watch = (name: string, help: string, read: (counts: CacheCounts) => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(read(counts()));
        },
      });
    watch(
      'mpp_plans_found',
      'Operations that were planned already, since the supergraph was loaded.',
      ({ hits }) => hits,
    );
    watch(
      'mpp_plans_made',
      'Operations that had to be planned, since the supergraph was loaded.',
      ({ misses }) => misses,
    );
    watch(
      'mpp_plans_seconds',
      'Time spent on planning, since the supergraph was loaded.',
      ({ missMs }) => missMs / 1000,
    );
  }

  finished({ operation, status, ms }: FinishedRequest): void {
    const name = this.operations.has(operation) ? operation : otherOperation;
    this.requests.inc({ operation: name, status: `${Math.floor(status / 100)}xx` });
    this.requestSeconds.observe({ operation: name }, ms / 1000);
  }

  refused(code: ErrorCode): void {
    if (errorCodes.includes(code)) this.refusals.inc({ code });
  }

  called({ agency, outcome, ms }: CallReport): void {
    this.calls.inc({ agency, outcome });
    if (outcome !== 'LEFT_ALONE') this.callSeconds.observe({ agency }, ms / 1000);
  }

  circuitChanged(agency: string, state: CircuitState): void {
    this.circuits.set({ agency }, state === 'closed' ? 0 : 1);
  }
}
