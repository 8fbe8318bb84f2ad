import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import mongoose from 'mongoose';

interface DriverConnection {
  readonly socket: Socket;
  onError(error: Error): void;
  writeCommand(...parameters: unknown[]): Promise<void>;
}

const ofProject = createRequire(import.meta.url);
const ofMongoose = createRequire(ofProject.resolve('mongoose'));
const { Connection } = ofMongoose('mongodb/lib/cmap/connection') as { Connection: { prototype: DriverConnection } };
const { writeCommand } = Connection.prototype;
if (typeof writeCommand !== 'function')
  throw new Error('The driver writes commands in another way: see docs/adr/0038.');

/**
 * The driver (mongodb 7.8.0) waits for ever for the `drain` of a socket that is destroyed and has not said `close` yet. A command
 * that comes in between never ends, and when it is the one that looks whether the server is there, nobody looks again: an
 * agency would not find its database after a restart. Such a command fails at once instead, as one on a closed connection
 * does, and the driver tries again what may be tried again (docs/adr/0038).
 */
Connection.prototype.writeCommand = function (this: DriverConnection, ...parameters) {
  if (!this.socket.destroyed) return writeCommand.apply(this, parameters);
  const ended = new mongoose.mongo.MongoNetworkError('The connection has just ended.');
  this.onError(ended);
  return Promise.reject(ended);
};
