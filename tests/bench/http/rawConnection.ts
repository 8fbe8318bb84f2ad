import { connect, type Socket } from 'node:net';
import { type HttpMessage, MessageReader } from './messageReader.ts';

/** One kept-alive connection to a gateway, with one request on the way at most. */
export class RawConnection {
  private readonly socket: Socket;
  private waiting: { resolve: (message: HttpMessage) => void; reject: (error: Error) => void } | null = null;

  constructor(port: number) {
    const reader = new MessageReader();
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => {
      for (const message of reader.take(chunk as Buffer)) this.settle((waiting) => waiting.resolve(message));
    });
    this.socket.on('error', (error) => this.settle((waiting) => waiting.reject(error)));
    this.socket.on('close', () =>
      this.settle((waiting) => waiting.reject(new Error('The gateway closed the connection.'))),
    );
  }

  /** Whether it can be sent on: a server may have closed it meanwhile. */
  get isOpen(): boolean {
    return !this.socket.destroyed && this.socket.writable;
  }

  /** Sends one request. @throws Error when the connection ends before the answer */
  send(request: string): Promise<HttpMessage> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) reject(new Error('The connection is closed.'));
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private settle(tell: (waiting: { resolve: (message: HttpMessage) => void; reject: (error: Error) => void }) => void) {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) tell(waiting);
  }
}

/** The text of one GraphQL request: `body` is JSON, `token` who asks. */
export function graphqlRequest(body: string, token: string): string {
  return (
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\n' +
    `authorization: Bearer ${token}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}
