import { createServer, type Socket } from 'node:net';
import type { Services } from './commands/command.ts';
import { Cursors } from './commands/cursors.ts';
import { FailPoint } from './commands/failPoint.ts';
import { Sessions } from './commands/sessions.ts';
import type { Durability } from './storage/files.ts';
import { removeExpiredDocuments } from './storage/housekeeping.ts';
import { openStore } from './storage/openStore.ts';
import { serveConnection } from './wire/connection.ts';

export type EmbeddedMongoOptions = {
  /** Where the data is kept; made if it does not exist. */
  readonly dataDirectory: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** `full`, the default, writes to disk before it answers; `process` survives the end of the process only. */
  readonly durability?: Durability;
  readonly log?: (line: string) => void;
};

/** A running database server. */
export type EmbeddedMongo = {
  /** A connection string without a database name. */
  readonly uri: string;
  readonly port: number;
  /** Ends all connections, writes everything to disk and lets go of the data directory. */
  stop(): Promise<void>;
};

const housekeepingInterval = 30_000;

/** Removes what has had its time: documents under a TTL index, cursors and sessions nobody uses. */
const keepHouse = async (
  { store, cursors, sessions }: Pick<Services, 'store' | 'cursors' | 'sessions'>,
  log: (line: string) => void,
): Promise<void> => {
  try {
    cursors.removeIdle(Date.now());
    await store.write(() => sessions.removeExpired(Date.now()));
    await removeExpiredDocuments(store, Date.now());
  } catch (error) {
    log(`Housekeeping failed: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/**
 * Starts a database server on 127.0.0.1 that mongoose and the mongodb driver can connect to.
 * It is for development and tests: it refuses to start with NODE_ENV=production.
 */
export const startEmbeddedMongo = async (options: EmbeddedMongoOptions): Promise<EmbeddedMongo> => {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The embedded database is for development and tests. In production set MONGODB_URI.');
  }
  const { dataDirectory, port = 0, durability = 'full', log = () => undefined } = options;
  const store = await openStore(dataDirectory, durability, log);
  const sockets = new Set<Socket>();
  const services = {
    store,
    cursors: new Cursors(),
    sessions: new Sessions(store),
    failPoint: new FailPoint(),
    address: '',
  };
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, connections, services, log);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  services.address = `127.0.0.1:${actualPort}`;
  store.collectGarbage();
  const timer = setInterval(() => void keepHouse(services, log), housekeepingInterval);
  timer.unref();
  let stopping: Promise<void> | undefined;
  return {
    uri: `mongodb://127.0.0.1:${actualPort}/?directConnection=true`,
    port: actualPort,
    stop: () => {
      stopping ??= (async () => {
        clearInterval(timer);
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        for (const socket of sockets) socket.destroy();
        await closed;
        await store.close();
      })();
      return stopping;
    },
  };
};
