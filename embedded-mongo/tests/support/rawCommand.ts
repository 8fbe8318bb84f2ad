import { connect } from 'node:net';
import { deserialize, serialize } from 'bson';

/** Sends one command as it is, without a driver that would add a session or send it again. */
export const rawCommand = (uri: string, command: object): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const body = serialize(command);
    const head = Buffer.alloc(21);
    head.writeInt32LE(21 + body.length, 0);
    head.writeInt32LE(2013, 12);
    const socket = connect(Number(new URL(uri).port), '127.0.0.1', () => socket.write(Buffer.concat([head, body])));
    let received = Buffer.alloc(0);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      if (received.length < 4 || received.length < received.readInt32LE(0)) return;
      socket.destroy();
      resolve(deserialize(received.subarray(21)));
    });
    socket.on('error', reject);
  });
