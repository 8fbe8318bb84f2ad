import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Connection } from 'mongoose';
import { connect } from '#kit/mongo.ts';
import { type EmbeddedMongo, startEmbeddedMongo } from '../../embedded-mongo/server.ts';

interface SentCommand {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A connection of the kit to a database that fails when it is told to. */
export interface FaultyDatabase {
  readonly connection: Connection;
  /** What was sent since the last fault was prepared. */
  readonly sent: () => SentCommand[];
  /** What goes wrong with the next of these commands, by MongoDB's fail point `failCommand`. */
  readonly fault: (mode: 'off' | { readonly times: number }, data?: object) => Promise<void>;
}

/** Faults that pass by themselves; the last one strikes when the write is done already. */
export const passingFaults: readonly [string, object][] = [
  ['a broken connection', { closeConnection: true }],
  ['a primary that stepped down', { errorCode: 10107 }],
  ['a server that shuts down', { errorCode: 91 }],
  ['an acknowledgement that got lost', { writeConcernError: { code: 91, errmsg: 'shutting down' } }],
];

export const once = { times: 1 } as const;

/** A server for one test file alone: a fault hits whoever comes next. */
export function faultyDatabase(): FaultyDatabase {
  const directory = mkdtempSync(join(tmpdir(), 'database-faults-'));
  let server: EmbeddedMongo;
  let connection: Connection;
  let sent: SentCommand[] = [];

  const fault: FaultyDatabase['fault'] = async (mode, data) => {
    const body = { configureFailPoint: 'failCommand', mode, ...(data ? { data } : {}) };
    await connection.getClient().db('admin').command(body);
    sent = [];
  };

  beforeAll(async () => {
    server = await startEmbeddedMongo({ dataDirectory: directory, durability: 'process' });
    connection = await connect({ uri: server.uri, database: 'faults' });
    connection.getClient().on('commandStarted', ({ commandName, command }) => {
      sent.push({ name: commandName, body: command });
    });
  });
  afterEach(() => fault('off'));
  afterAll(async () => {
    await connection.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  return {
    get connection() {
      return connection;
    },
    sent: () => sent,
    fault,
  };
}

/** What was thrown; null when nothing was. */
export function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}
