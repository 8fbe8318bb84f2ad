import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { dropAndClose, emptyDatabase } from '../testing/database.ts';

interface Server {
  readonly pool: { readonly connections: Iterable<{ readonly socket: Socket }> };
  readonly monitor: {
    readonly connection: { readonly socket: Socket } | null;
    readonly monitorId: { _executeAndReschedule(): void; readonly isExecutionInProgress: boolean };
  };
}

let connection: Connection;
beforeAll(async () => {
  connection = await emptyDatabase('ended-sockets');
  await connection.collection('people').insertOne({ name: 'somebody' });
}, 60_000);
afterAll(() => dropAndClose(connection));

function server(): Server {
  const client = connection.getClient() as unknown as { topology: { s: { servers: Map<string, Server> } } };
  const [one] = client.topology.s.servers.values();
  if (!one) throw new Error('The driver knows no server.');
  return one;
}

describe('a socket to the database that has just ended, and has not said so yet', () => {
  it('is not waited for: what was asked is asked on another one', async () => {
    for (const { socket } of server().pool.connections) socket.destroy();
    expect(await connection.collection('people').findOne({})).toMatchObject({ name: 'somebody' });
  }, 10_000);

  it('does not end the looking whether the database is there', async () => {
    const { monitor } = server();
    monitor.connection?.socket.destroy();
    monitor.monitorId._executeAndReschedule();
    for (let turn = 0; turn < 50 && monitor.monitorId.isExecutionInProgress; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(monitor.monitorId.isExecutionInProgress).toBe(false);
  }, 10_000);
});
