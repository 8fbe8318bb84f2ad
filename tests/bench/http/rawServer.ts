import { createServer, type Socket } from 'node:net';
import { type HttpMessage, MessageReader } from './messageReader.ts';

export interface RawServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * An HTTP server on a bare socket: JSON in, JSON out, always 200. `answer` gives the whole response, made beforehand by
 * `jsonResponse`, or a promise of it the first time that something is asked.
 */
export async function startRawServer(answer: (request: HttpMessage) => Buffer | Promise<Buffer>): Promise<RawServer> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    const reader = new MessageReader();
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      for (const request of reader.take(chunk as Buffer)) {
        const response = answer(request);
        if (Buffer.isBuffer(response)) socket.write(response);
        else response.then((bytes) => socket.write(bytes)).catch(() => socket.destroy());
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A whole 200 response with a JSON body. */
export function jsonResponse(body: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`);
}
