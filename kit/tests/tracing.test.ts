import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog } from '../log.ts';
import { fixSetting } from '../setting.ts';
import { withinSpan } from '../trace/currentSpan.ts';
import { startTracing, type Tracing } from '../trace/tracing.ts';

/** Nobody listens there. */
const deadEndpoint = 'http://127.0.0.1:9';
const lines: string[] = [];
fixSetting('LOG_LEVEL', 'info');
const log = createLog('tax', (line) => lines.push(line));
fixSetting('LOG_LEVEL', 'silent');

const start = async (share: number) => (await startTracing('tax', { endpoint: deadEndpoint, share }, log)) as Tracing;

describe('traces', () => {
  let [all, none]: Tracing[] = [];
  beforeAll(async () => {
    [all, none] = [await start(1), await start(0)];
  });
  afterAll(() => none?.stop());

  it('go on with the trace of another server, and begin anew where what it says is malformed', () => {
    const parent = all?.begin('ask tax');
    expect(all?.begin('answer', {}, parent?.traceparent).traceId).toBe(parent?.traceId);
    for (const odd of [
      '',
      'x',
      `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
      `${parent?.traceparent} ${'9'.repeat(9)}`,
    ]) {
      const { traceId } = all?.begin('answer', {}, odd) ?? {};
      expect(traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(traceId).not.toBe(parent?.traceId);
    }
  });

  it('are recorded for the share that is wanted, whole or not at all', () => {
    expect(all?.begin('request').traceparent).toMatch(/-01$/);
    const request = none?.begin('request');
    expect(request?.traceparent).toMatch(/-00$/);
    expect(request?.begin('admit').traceparent).toMatch(/-00$/);
    expect(all?.begin('answer', {}, request?.traceparent).traceparent).toMatch(/-00$/);
  });

  it('are named by every line that is written while a request is worked on, and by no other', async () => {
    const span = all?.begin('answer');
    if (!span) throw new Error('There is no span.');
    lines.length = 0;
    await withinSpan(span, async () => {
      await new Promise(setImmediate);
      log.info({ agency: 'tax' }, 'within');
    });
    log.info({}, 'after');
    const [within, after] = lines.map((line) => JSON.parse(line));
    expect(within).toMatchObject({ msg: 'within', agency: 'tax', traceId: span.traceId });
    expect(after).not.toHaveProperty('traceId');
  });

  it('cost one warning where no collector answers, however many there are, and hold up nobody who ends', async () => {
    lines.length = 0;
    for (let n = 0; n < 2_000; n += 1) all?.begin('request').end();
    const started = performance.now();
    await all?.stop();
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'Traces cannot be sent: they are lost until the collector answers',
    ]);
  });

  it('load nothing where nobody wants them', async () => {
    expect(await startTracing('tax', undefined, log)).toBeNull();
    const folder = new URL('../trace/', import.meta.url);
    const loading = readdirSync(folder).filter((file) =>
      /import (?!type)[^;]*@opentelemetry/.test(readFileSync(new URL(file, folder), 'utf8')),
    );
    expect(loading).toEqual(['openTelemetry.ts']);
  });
});
