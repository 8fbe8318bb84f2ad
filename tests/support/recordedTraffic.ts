import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { agencyNames } from '../../schema/agencies.ts';

/** A listener before each agency, which writes down what the gateway asks and passes it on as it came. */
export interface RecordedTraffic {
  /** The bodies of the requests since the last `forget`, each with the agency's name before it. */
  readonly requests: readonly string[];
  urlOf(agency: string): string;
  /** Tells where the agencies are; before that nothing can be passed on. */
  leadTo(agencyUrls: ReadonlyMap<string, string>): void;
  forget(): void;
  stop(): Promise<void>;
}

export async function recordTraffic(): Promise<RecordedTraffic> {
  const requests: string[] = [];
  const targets = new Map<string, string>();
  const recorders: Server[] = [];
  const urls = new Map<string, string>();
  for (const agency of agencyNames()) {
    const recorder = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      requests.push(`${agency} ${body.toString()}`);
      const { host: _ours, connection: _hop, 'content-length': _length, ...headers } = request.headers;
      const answer = await fetch(targets.get(agency) ?? '', {
        method: 'POST',
        headers: headers as Record<string, string>,
        body,
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
    recorders.push(recorder);
    urls.set(agency, `http://127.0.0.1:${(recorder.address() as AddressInfo).port}/graphql`);
  }
  return {
    requests,
    urlOf: (agency) => urls.get(agency) ?? '',
    leadTo: (agencyUrls) => {
      for (const [agency, url] of agencyUrls) targets.set(agency, url);
    },
    forget: () => requests.splice(0),
    async stop() {
      for (const recorder of recorders) {
        recorder.closeAllConnections();
        await new Promise((resolve) => recorder.close(resolve));
      }
    },
  };
}
