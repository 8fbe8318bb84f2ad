import { ObjectId } from 'bson';
import { largestDocument } from '../values/decode.ts';
import type { Document } from '../values/document.ts';
import { mostStatements } from './bulk.ts';
import { type Command, type Request, reply, type Services } from './command.ts';

const electionId = new ObjectId('7fffffff0000000000000001');

/** What a client learns first: a replica set of one, so that it sends sessions, retryable writes and `w: "majority"`. */
const describe = ({ connectionId }: Request, { address }: Services): Document => ({
  helloOk: true,
  setName: 'embedded',
  setVersion: 1,
  hosts: [address],
  primary: address,
  me: address,
  electionId,
  secondary: false,
  maxBsonObjectSize: largestDocument,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: mostStatements,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
});

const helloFields = [
  'hello',
  'isMaster',
  'ismaster',
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'loadBalanced',
  'topologyVersion',
  'maxAwaitTimeMS',
  'hostInfo',
  'backpressure',
];

export const hello: Command = {
  accepts: helloFields,
  run: (request, services) => reply({ isWritablePrimary: true, ...describe(request, services) }),
};

export const isMaster: Command = {
  accepts: helloFields,
  run: (request, services) => reply({ ismaster: true, ...describe(request, services) }),
};

export const ping: Command = { accepts: ['ping'], run: () => reply({}) };

export const buildInfo: Command = {
  accepts: ['buildInfo', 'buildinfo'],
  run: () =>
    reply({
      version: '7.0.0',
      versionArray: [7, 0, 0, 0],
      gitVersion: 'embedded',
      modules: ['embedded-mongo'],
      bits: 64,
      debug: false,
      maxBsonObjectSize: largestDocument,
      storageEngines: ['lmdb'],
    }),
};

export const endSessions: Command = {
  accepts: ['endSessions'],
  run: async ({ body }, { store, sessions }) => {
    const ids: unknown[] = Array.isArray(body['endSessions']) ? body['endSessions'] : [];
    await store.write(() => sessions.end(ids));
    return reply({});
  },
};
