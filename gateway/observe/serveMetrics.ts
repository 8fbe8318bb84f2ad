import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { AggregatorRegistry, type Registry } from 'prom-client';

export interface MetricsServer {
  /** Where it listens. */
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Answers `GET /metrics` on a port of its own, which is not for the public: what is read there tells how the service is.
 *
 * @param read gives the metrics as text
 */
export async function serveMetrics(port: number, host: string, read: () => Promise<string>): Promise<MetricsServer> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end();
    try {
      const text = await read();
      return response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
    } catch {
      return response.writeHead(503).end();
    }
  });
  server.requestTimeout = 5_000;
  server.maxConnections = 16;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: (server.address() as { port: number }).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** In a worker: lets the supervisor read these metrics. */
export function tellSupervisor(registry: Registry): void {
  if (!cluster.worker) return;
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries([registry]);
}

/** In the supervisor: the metrics of all workers, summed. */
export function metricsOfWorkers(): () => Promise<string> {
  const all = new AggregatorRegistry();
  return () => all.clusterMetrics();
}
