import { graphqlRequest, RawConnection } from '../http/rawConnection.ts';
import { percentile } from './statistics.ts';

export interface LoadOptions {
  readonly port: number;
  /** Bodies of the requests, sent in turn. */
  readonly bodies: readonly string[];
  /** Gives the token of the next request. */
  readonly nextToken: () => string;
  /** How many requests are on the way at any time. */
  readonly inFlight: number;
  readonly forMs: number;
  /** How long the last answers may take before the load is given up. */
  readonly answerWithinMs: number;
  /** Ends the load early, so that no run goes on for ever on a fast machine. */
  readonly mostRequests: number;
  /** Whether the body of the answer to a turn's request is what it should be. */
  readonly isRight: (turn: number, body: Buffer) => boolean;
}

export interface LoadResult {
  readonly requests: number;
  /** Answers that were not 200, or not right. */
  readonly wrong: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Asks as fast as the answers come, a fixed number at a time, and waits for the last answers. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { bodies } = options;
  const connections = Array.from({ length: options.inFlight }, () => new RawConnection(options.port));
  const closeAll = () => {
    for (const connection of connections) connection.close();
  };
  const guard = setTimeout(closeAll, options.forMs + options.answerWithinMs);
  const times: number[] = [];
  let sent = 0;
  let wrong = 0;
  const started = performance.now();
  const until = started + options.forMs;

  const askInTurn = async (connection: RawConnection): Promise<void> => {
    while (performance.now() < until && sent < options.mostRequests) {
      const turn = sent++ % bodies.length;
      const request = graphqlRequest(bodies[turn] ?? '', options.nextToken());
      const asked = performance.now();
      const { head, body } = await connection.send(request);
      times.push(performance.now() - asked);
      if (!head.startsWith('HTTP/1.1 200') || !options.isRight(turn, body)) wrong++;
    }
  };

  try {
    await Promise.all(connections.map(askInTurn));
  } finally {
    clearTimeout(guard);
    closeAll();
  }
  return {
    requests: times.length,
    wrong,
    seconds: (performance.now() - started) / 1_000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  };
}
