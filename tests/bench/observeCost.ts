import { createServer } from 'node:http';
import { createLog } from '#kit/log.ts';
import { fixSetting } from '#kit/setting.ts';
import { startTracing } from '#kit/trace/tracing.ts';
import { GatewayMetrics } from '../../gateway/observe/metrics.ts';
import { RequestTrace } from '../../gateway/observe/requestTrace.ts';

/**
 * What it costs the gateway to count, write down and trace one request with five calls to agencies, in microseconds of CPU.
 * Some seconds: `npx tsx tests/bench/observeCost.ts`. Traces go to an HTTP server of this process that throws them away; its time
 * is part of the figure.
 */
const requests = { manyTimes: 500_000, traced: 20_000 };
const agencies = ['a', 'b', 'c', 'd', 'e'];

fixSetting('LOG_LEVEL', 'info');
const log = createLog('gateway', () => undefined);
const metrics = new GatewayMetrics(['Dashboard']);
const collector = createServer((request, response) => request.resume().once('end', () => response.end('{}')));
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
const { port } = collector.address() as { port: number };
const endpoint = `http://127.0.0.1:${port}`;

await measure('counted', requests.manyTimes, () => {
  for (const agency of agencies) metrics.called(agency, 'OK', 12.3);
  metrics.finished('Dashboard', 200, 45.6);
});
const line = { operation: 'Dashboard', status: 200, ms: 45.6, caller: 'citizen', requestId: crypto.randomUUID() };
await measure('written to the log, without the system call', requests.manyTimes, () => log.info(line, 'answered'));
for (const share of [0, 0.1, 1]) {
  const tracing = await startTracing('gateway', { endpoint, share }, log);
  if (!tracing) throw new Error('There are no traces.');
  await measure(`traced, a share of ${share}`, requests.traced, () => {
    const trace = new RequestTrace(tracing);
    trace.admitted();
    for (const agency of agencies) {
      const call = trace.call(agency);
      call.traceparent.slice(0, 2);
      call.end({ 'mpp.outcome': 'OK' });
    }
    trace.finished({ operation: 'Dashboard', status: 200, caller: 'citizen', requestId: line.requestId });
  });
  await tracing.stop();
}
collector.close();

/** Goes on between the requests as a server does, so that batches are sent while it is measured. */
async function measure(what: string, times: number, work: () => void): Promise<void> {
  for (let n = 0; n < times / 10; n += 1) work();
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) {
    work();
    if (n % 50 === 0) await new Promise(setImmediate);
  }
  const { user, system } = process.cpuUsage(before);
  console.log(`${what}: ${((user + system) / times).toFixed(2)} us`);
}
