import { describe, expect, it } from '@jest/globals';
import { AggregatorRegistry, Counter, Histogram, Registry } from 'prom-client';
import { Counts, Durations } from '../observe/cells.ts';
import { GatewayMetrics } from '../observe/metrics.ts';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];
const agencies = ['tax', 'mall'];
const times = [0, 4.9, 5, 5.1, 10, 700, 1_999, 2_000, 5_000, 60_000];

describe('cells', () => {
  const lines = (text: string) => text.split('\n').filter(Boolean).sort();

  it('read as the counters and histograms of prom-client do', async () => {
    const [ours, theirs] = [new Registry(), new Registry()];
    const count = new Counts('calls_total', 'Calls.', ['agency', 'outcome'], ours);
    const seconds = new Durations('call_seconds', 'Time.', ['agency'], ours);
    const registers = [theirs];
    const counter = new Counter({ name: 'calls_total', help: 'Calls.', labelNames: ['agency', 'outcome'], registers });
    const histogram = new Histogram({
      name: 'call_seconds',
      help: 'Time.',
      labelNames: ['agency'],
      buckets,
      registers,
    });
    for (const agency of agencies) {
      for (const ms of times) {
        count.cell(agency, 'OK').total += 1;
        counter.inc({ agency, outcome: 'OK' });
        seconds.cell(agency).add(ms);
        histogram.observe({ agency }, ms / 1000);
      }
    }
    expect(lines(await ours.metrics())).toEqual(lines(await theirs.metrics()));
  });

  it('are summed over workers', async () => {
    const workers = [new GatewayMetrics(['Inbox']), new GatewayMetrics(['Inbox'])];
    for (const worker of workers) worker.finished('Inbox', 200, 30);
    const told = await Promise.all(workers.map(({ registry }) => registry.getMetricsAsJSON()));
    const sum = await AggregatorRegistry.aggregate(JSON.parse(JSON.stringify(told))).metrics();
    expect(sum).toContain('mpp_requests_total{operation="Inbox",status="2xx"} 2');
    expect(sum).toContain('mpp_request_seconds_bucket{le="0.05",operation="Inbox"} 2');
    expect(sum).toContain('mpp_request_seconds_count{operation="Inbox"} 2');
  });
});

describe('the counts of the gateway', () => {
  it('tell limits by their codes, and rates by what was asked for too often', async () => {
    const metrics = new GatewayMetrics([]);
    metrics.refused('DEPTH_LIMIT', 'query ThatAClientNamed');
    metrics.refused('RATE_LIMIT', 'Query.citizen');
    metrics.refused('RATE_LIMIT', 'requests');
    const text = await metrics.registry.metrics();
    expect(text).toContain('mpp_refusals_total{code="DEPTH_LIMIT"} 1');
    expect(text).toContain('mpp_refusals_total{code="RATE_LIMIT"} 2');
    expect(text).toContain('mpp_rate_refusals_total{of="Query.citizen"} 1');
    expect(text).toContain('mpp_rate_refusals_total{of="requests"} 1');
    expect(text).not.toContain('ThatAClientNamed');
  });

  it('tell the errors of agencies by our codes, and any other word as one', async () => {
    const metrics = new GatewayMetrics([]);
    const withCode = (code: unknown) => ({ extensions: { code } });
    metrics.erred('tax', [withCode('CONFLICT'), withCode('3510012508909001'), withCode(undefined)]);
    const text = await metrics.registry.metrics();
    expect(text).toContain('mpp_agency_errors_total{agency="tax",code="CONFLICT"} 1');
    expect(text).toContain('mpp_agency_errors_total{agency="tax",code="OTHER"} 2');
  });

  it('tell of every agency whether it is left alone, and what plans cost', async () => {
    const metrics = new GatewayMetrics([]);
    metrics.watchCircuits(() => ({ tax: 'open', mall: 'closed' }));
    metrics.watchPlans(
      () => ({ hits: 7, misses: 2, missMs: 30, slowestMs: 20 }),
      () => 2,
      () => ({ hits: 0, misses: 9, missMs: 500 }),
    );
    const text = await metrics.registry.metrics();
    for (const line of [
      'mpp_agency_left_alone{agency="tax"} 1',
      'mpp_agency_left_alone{agency="mall"} 0',
      'mpp_plans_found 7',
      'mpp_plans_made 2',
      'mpp_plans_kept 2',
      'mpp_plans_seconds 0.03',
      'mpp_plans_slowest_seconds 0.02',
      'mpp_plans_warmed 9',
      'mpp_plans_warming_seconds 0.5',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });
});
