import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Writes bytes to a server as they are, and reads what it says until it closes or says nothing more.
 *
 * @returns each answer of the connection, in order
 */
export function sendRaw(url: string, text: string | Buffer, silenceMs = 300): Promise<RawAnswer[]> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    socket.setTimeout(silenceMs, () => socket.destroy());
    socket
      .on('error', () => {})
      .on('data', (chunk) => {
        said += chunk.toString();
      });
    socket.on('close', () => resolve(answersIn(said)));
  });
}

/** A request for the gateway, with its lines as they are given. */
export function requestOf(lines: readonly string[], body = ''): string {
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

function answersIn(said: string): RawAnswer[] {
  return said
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((answer) => answer !== '')
    .map((answer) => ({
      status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]),
      body: answer.slice(answer.indexOf('\r\n\r\n') + 4),
    }));
}
