import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { startEmbeddedMongo } from '../server.ts';
import { removeExpiredDocuments } from '../storage/housekeeping.ts';
import { beginIndex, fillIndex } from '../storage/indexBuild.ts';
import { agrees } from '../storage/indexCheck.ts';
import { openStore } from '../storage/openStore.ts';
import { encodeDocument } from '../values/encode.ts';
import { inDirectory, withStore } from './support/store.ts';

const { MongoClient } = mongoose.mongo;

describe('a data directory', () => {
  it('keeps documents, indexes and types over a restart', () =>
    inDirectory(async (dataDirectory) => {
      const first = await startEmbeddedMongo({ dataDirectory });
      const client = await MongoClient.connect(first.uri);
      await client
        .db('a')
        .collection<{ _id: string }>('c')
        .insertMany([{ _id: 'x', n: 1 } as never, { _id: 'y', n: 2 } as never]);
      await client.db('a').collection('c').createIndex({ n: 1 }, { unique: true });
      await client.close();
      await first.stop();
      const second = await startEmbeddedMongo({ dataDirectory });
      const again = await MongoClient.connect(second.uri);
      const c = again.db('a').collection('c');
      expect(await c.find().sort({ n: 1 }).toArray()).toEqual([
        { _id: 'x', n: 1 },
        { _id: 'y', n: 2 },
      ]);
      await expect(c.insertOne({ n: 2 })).rejects.toMatchObject({ code: 11000, keyPattern: { n: 1 } });
      expect(await c.estimatedDocumentCount()).toBe(2);
      await again.close();
      await second.stop();
    }));

  it('belongs to one server at a time', () =>
    inDirectory(async (dataDirectory) => {
      const server = await startEmbeddedMongo({ dataDirectory, durability: 'process' });
      await expect(startEmbeddedMongo({ dataDirectory })).rejects.toThrow(/used by another embedded database/);
      await server.stop();
      expect(existsSync(join(dataDirectory, 'server.lock'))).toBe(false);
      const next = await startEmbeddedMongo({ dataDirectory, durability: 'process' });
      await next.stop();
    }));

  it('that another process holds is refused, and taken over when that has died', () =>
    inDirectory(async (dataDirectory) => {
      const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
      const lock = join(dataDirectory, 'server.lock');
      writeFileSync(lock, JSON.stringify({ pid: other.pid, started: null }));
      await expect(startEmbeddedMongo({ dataDirectory })).rejects.toThrow(String(other.pid));
      const gone = new Promise((resolve) => other.once('exit', resolve));
      other.kill('SIGKILL');
      await gone;
      const server = await startEmbeddedMongo({ dataDirectory, durability: 'process' });
      expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
      await server.stop();
    }));

  it('of a newer format is left alone with a clear message', () =>
    inDirectory(async (directory) => {
      const store = await openStore(directory, 'full', () => undefined);
      await store.write(() => {
        const newer = Buffer.alloc(4);
        newer.writeUInt32BE(99);
        store.files.meta.put(Buffer.from('format'), newer);
      });
      await store.close();
      await expect(openStore(directory, 'full', () => undefined)).rejects.toThrow(
        /format 99, this server reads format 1/,
      );
      expect(existsSync(join(directory, 'server.lock'))).toBe(false);
    }));

  it('that holds something else is refused with a clear message', () =>
    inDirectory(async (directory) => {
      writeFileSync(join(directory, 'data.mdb'), 'not a database '.repeat(1000));
      await expect(openStore(directory, 'full', () => undefined)).rejects.toThrow(/cannot be opened.*not a database/);
    }));

  it('whose file has been cut off is refused with a clear message', () =>
    inDirectory(async (directory) => {
      const store = await openStore(directory, 'full', () => undefined);
      await store.write(() => store.requireCollection('a', 'c'));
      await store.close();
      const file = join(directory, 'data.mdb');
      truncateSync(file, statSync(file).size - 4096);
      await expect(openStore(directory, 'full', () => undefined)).rejects.toThrow(/cannot be opened.*cut off/);
    }));

  it('gets its indexes built anew where they do not agree after an unclean stop', () =>
    inDirectory(async (directory) => {
      const store = await openStore(directory, 'full', () => undefined);
      const collection = await store.write(() => store.requireCollection('a', 'c'));
      const index = await store.write(() =>
        beginIndex(store, collection, { key: { n: 1 }, name: 'n', unique: false, sparse: false }),
      );
      await fillIndex(store, collection, index);
      await store.write(() => {
        for (let n = 0; n < 20; n += 1) store.records.insert(collection, encodeDocument({ _id: n, n }));
      });
      const [entry] = [...store.files.index.getKeys({ limit: 1, start: Buffer.from([0, 0, 0, index.id]) })];
      await store.write(() => void (entry && store.files.index.remove(entry)));
      expect(agrees(store.files, collection, index)).toBe(false);
      // Closing without the mark of a clean stop is what a killed process leaves.
      await store.abandon();
      store.onClosed();
      const lines: string[] = [];
      const again = await openStore(directory, 'full', (line) => lines.push(line));
      expect(lines).toEqual(['Built the index a.c n anew: it did not agree with the documents']);
      const found = again.findCollection('a', 'c');
      for (const one of found?.indexes ?? []) expect(found && agrees(again.files, found, one)).toBe(true);
      await again.close();
    }));

  it('forgets what was dropped, piece by piece', () =>
    withStore(async (store) => {
      const collection = await store.write(() => store.requireCollection('a', 'c'));
      await store.write(() => {
        for (let n = 0; n < 5000; n += 1) store.records.insert(collection, encodeDocument({ _id: n }));
      });
      await store.write(() => store.catalogue.drop(collection));
      store.collectGarbage();
      const entries = () => store.files.documents.getKeysCount({}) + store.files.index.getKeysCount({});
      for (let turn = 0; turn < 200 && entries() > 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(entries()).toBe(0);
      expect(await store.write(() => store.requireCollection('a', 'c').count)).toBe(0);
    }));
});

describe('a TTL index', () => {
  it('removes documents when their time has come, also of a partial index and by the earliest of several dates', () =>
    withStore(async (store) => {
      const collection = await store.write(() => store.requireCollection('a', 'c'));
      const ttl = { unique: false, sparse: false, expireAfterSeconds: 60 };
      for (const index of [
        { ...ttl, key: { at: 1 }, name: 'at' },
        { ...ttl, key: { done: 1 }, name: 'done', partial: { state: 'DONE' } },
      ]) {
        await fillIndex(store, collection, await store.write(() => beginIndex(store, collection, index)));
      }
      const now = Date.now();
      const [old, young] = [new Date(now - 61_000), new Date(now - 59_000)];
      const documents = [
        { _id: 'old', at: old },
        { _id: 'young', at: young },
        { _id: 'list', at: [young, old] },
        { _id: 'text', at: 'long ago' },
        { _id: 'none' },
        { _id: 'done', done: old, state: 'DONE' },
        { _id: 'open', done: old, state: 'OPEN' },
        ...Array.from({ length: 1200 }, (_, i) => ({ _id: i, at: old })),
      ];
      await store.write(() => {
        for (const one of documents) store.records.insert(collection, encodeDocument(one));
      });
      expect(await removeExpiredDocuments(store, now)).toBe(1203);
      expect(collection.count).toBe(4);
    }));
});

describe('stopping', () => {
  it('can be asked for twice, and leaves the port free', () =>
    inDirectory(async (dataDirectory) => {
      const server = await startEmbeddedMongo({ dataDirectory, durability: 'process' });
      const client = await MongoClient.connect(server.uri);
      await client.db('a').collection('c').insertOne({ a: 1 });
      await client.close();
      await Promise.all([server.stop(), server.stop()]);
      const next = await startEmbeddedMongo({ dataDirectory, durability: 'process', port: server.port });
      expect(next.port).toBe(server.port);
      await next.stop();
    }));

  it('happens when the parent of the process goes away', () =>
    inDirectory(async (dataDirectory) => {
      const child = spawn('npx', ['tsx', 'embedded-mongo/main.ts', '--data', dataDirectory, '--stop-with-parent'], {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const line = await new Promise<string>((resolve) => child.stdout.once('data', (piece) => resolve(String(piece))));
      expect((JSON.parse(line) as { uri: string }).uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\//);
      const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.stdin.end();
      expect(await exit).toBe(0);
      expect(existsSync(join(dataDirectory, 'server.lock'))).toBe(false);
    }));
});
