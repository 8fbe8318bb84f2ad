import { ApolloServer } from '@apollo/server';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import mongoose from 'mongoose';
import { maskErrors } from '../maskErrors.ts';
import { isStoreAway } from '../mongo.ts';
import { noteChanges } from '../ofChange.ts';

const { mongo } = mongoose;
const secret = 'mongodb://user:secret@10.0.0.7';
const named = (error: Error, name: string) => Object.defineProperty(error, 'name', { value: name });

const away: readonly [what: string, error: Error][] = [
  ['a broken connection', new mongo.MongoNetworkError(secret)],
  ['one that says nothing', new mongo.MongoNetworkTimeoutError(secret)],
  ['a pool that is closed', named(new mongo.MongoDriverError(secret), 'MongoPoolClosedError')],
  ['a pool without a free connection', named(new mongo.MongoDriverError(secret), 'MongoWaitQueueTimeoutError')],
  ['a client that is closed', new mongo.MongoNotConnectedError(secret)],
  ['no server at all', new mongo.MongoServerSelectionError(secret, {} as never)],
  ['the same in the words of mongoose', new mongoose.Error.MongooseServerSelectionError(secret)],
  ['a socket that was just ended', Object.assign(new Error(secret), { code: 'EPIPE' })],
  ['one that ends', new mongo.MongoServerError({ message: secret, code: 91 })],
  ['one that is not the primary any more', new mongo.MongoServerError({ message: secret, code: 10107 })],
  ['a majority that is not heard of', new mongo.MongoServerError({ message: secret, code: 64 })],
];

const log = { debug() {}, info() {}, warn() {}, error() {} };
let thrown: Error;
const server = new ApolloServer({
  typeDefs: 'type Query { bill: Int } type Mutation { pay: Int }',
  resolvers: {
    Query: { bill: () => Promise.reject(thrown) },
    Mutation: { pay: () => Promise.reject(thrown) },
  },
  formatError: maskErrors(log, undefined, isStoreAway),
  plugins: [noteChanges],
});

async function told(query: string, error: Error) {
  thrown = error;
  const { body } = await server.executeOperation({ query });
  return body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
}

describe('a store that is away', () => {
  it.each(away)('is told as such, to be tried again: %s', async (_what, error) => {
    const read = await told('{ bill }', error);
    expect(read).toMatchObject({ path: ['bill'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryable: true } });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('is found below what was wrapped round it', async () => {
    const error = new Error('The list could not be read.', { cause: new mongo.MongoNetworkError(secret) });
    expect(await told('{ bill }', error)).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
  });

  it('leaves open whether a change was made, and says how to ask again', async () => {
    const change = await told('mutation { pay }', new mongo.MongoNetworkError(secret));
    expect(change).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryable: true } });
    expect(change?.message).toMatch(/not known whether this was done.*same key/);
    expect((await told('{ bill }', new mongo.MongoNetworkError(secret)))?.message).not.toMatch(/key/);
  });
});

describe('a fault of our own', () => {
  it.each([
    ['a command that the store refuses', new mongo.MongoServerError({ message: secret, code: 2 })],
    ['a key that is there already', new mongo.MongoServerError({ message: secret, code: 11_000 })],
    ['anything else', new Error(secret)],
    ['a record that does not fit', new mongoose.Error.ValidationError()],
  ])('is not said to pass by itself: %s', async (_what, error) => {
    expect((await told('{ bill }', error))?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('is not blamed on a store by who has none', () => {
    const error = new GraphQLError('x', { originalError: new mongo.MongoNetworkError(secret) });
    expect(maskErrors(log)(error.toJSON(), error).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });
});
