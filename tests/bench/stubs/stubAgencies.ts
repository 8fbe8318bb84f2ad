import { jsonResponse, startRawServer } from '../http/rawServer.ts';
import type { StubSubgraph } from './stubSubgraph.ts';

/** One call of a gateway to a subgraph. */
export interface RecordedCall {
  readonly url: string;
  readonly body: string;
}

export interface StubAgencies {
  /** Where a subgraph answers. */
  urlOf(graph: string, subgraph: string): string;
  /** Runs something, and gives the calls that reached any stub meanwhile. */
  callsDuring<Result>(what: () => Promise<Result>): Promise<{ calls: RecordedCall[]; result: Result }>;
  stop(): Promise<void>;
}

/** Enough for every body of every workload; a gateway that varies its bodies endlessly must not fill the memory. */
const mostAnswers = 20_000;

/**
 * Serves the subgraphs of all graphs on one port, at /<graph>/<subgraph>. What is asked the first time is executed in
 * earnest; the same bytes asked again get the same bytes from a table, so that a measured call costs a look-up.
 */
export async function startStubAgencies(
  graphs: Readonly<Record<string, readonly StubSubgraph[]>>,
): Promise<StubAgencies> {
  const subgraphs = new Map<string, StubSubgraph>(
    Object.entries(graphs).flatMap(([graph, members]) =>
      members.map((member) => [`/${graph}/${member.name}`, member] as const),
    ),
  );
  const answers = new Map<string, Buffer>();
  let recording: RecordedCall[] | null = null;

  const server = await startRawServer((request) => {
    const path = request.head.slice(request.head.indexOf(' ') + 1, request.head.indexOf(' HTTP/'));
    const body = request.body.toString('latin1');
    recording?.push({ url: `http://127.0.0.1:${server.port}${path}`, body: request.body.toString() });
    const key = path + body;
    return answers.get(key) ?? execute(path, request.body.toString(), key);
  });

  async function execute(path: string, body: string, key: string): Promise<Buffer> {
    const subgraph = subgraphs.get(path);
    const answer = subgraph
      ? await subgraph.answer(JSON.parse(body))
      : JSON.stringify({ errors: [{ message: `The bench has no subgraph at ${path}.` }] });
    const response = jsonResponse(answer);
    if (answers.size < mostAnswers) answers.set(key, response);
    return response;
  }

  return {
    urlOf: (graph, subgraph) => `http://127.0.0.1:${server.port}/${graph}/${subgraph}`,
    async callsDuring(what) {
      const calls: RecordedCall[] = [];
      recording = calls;
      try {
        return { calls, result: await what() };
      } finally {
        recording = null;
      }
    },
    stop: () => server.stop(),
  };
}
