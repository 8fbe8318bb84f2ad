import { createServer } from 'node:http';

/** An address that gives an issuer's public keys, and counts how often it was asked. */
export interface CountedKeys {
  readonly url: string;
  readonly asked: () => number;
  /** From now on other keys are given; a gateway has those that it read. */
  give(jwks: string): void;
  stop(): void;
}

/** Starts it on a free port of this machine. */
export async function countKeys(): Promise<CountedKeys> {
  let keys = '{"keys":[]}';
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end(keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/keys`,
    asked: () => asked,
    give: (jwks) => {
      keys = jwks;
    },
    stop: () => void server.close(),
  };
}
