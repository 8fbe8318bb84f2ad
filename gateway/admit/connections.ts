import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { overloaded } from './overload.ts';

/** How many connections one process holds. */
export interface ConnectionLimits {
  /** So many are answered; who connects beyond that is told to come again, and let go. */
  readonly answered: number;
  /** Beyond so many a connection is closed as it comes: even a refusal would cost too much. */
  readonly open: number;
}

export const connectionLimits: ConnectionLimits = { answered: 4_000, open: 5_000 };

/** Bounds the connections of a server, so that a crowd of idle ones cannot take its descriptors and its memory. */
export function boundConnections(http: FastifyInstance, { answered, open }: ConnectionLimits): void {
  const beyond = new WeakSet<Socket>();
  let held = 0;
  http.server.maxConnections = open;
  http.server.on('connection', (socket: Socket) => {
    held += 1;
    if (held > answered) beyond.add(socket);
    socket.once('close', () => {
      held -= 1;
    });
  });
  http.addHook('onRequest', (request, reply, done) => {
    if (!beyond.has(request.raw.socket)) return done();
    reply.header('connection', 'close');
    done(overloaded());
  });
}
