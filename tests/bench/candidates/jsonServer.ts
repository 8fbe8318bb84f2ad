import { createServer, type IncomingMessage } from 'node:http';

/** Serves POSTs with node:http alone: the body in, the answer's text out. */
export function serveJson(port: number, answer: (body: string, request: IncomingMessage) => Promise<string>): void {
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(Buffer.concat(chunks).toString(), request).then(
        (text) => {
          const bytes = Buffer.from(text);
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
          response.end(bytes);
        },
        (error: unknown) => {
          response.writeHead(500).end(String(error));
        },
      );
    });
  }).listen(port, '127.0.0.1');
}
