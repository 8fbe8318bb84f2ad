import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CannotPublish, isPublished, ledgerSchema, publish, rollBack } from '../schema/registry/publication.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const occasion = { at: new Date('2026-11-24T03:00:00Z'), by: 'the platform team', why: 'a new field of tax' };
const first = { text: 'type Query { one: Int }', blob: 'a'.repeat(40) };
const second = { text: 'type Query { two: Int }', blob: 'b'.repeat(40) };

const one = publish([], first, occasion, privateKey);
const two = publish([one], second, occasion, privateKey);

describe('a published supergraph', () => {
  it('says who published it, when and why, and bears our signature', () => {
    expect(two).toMatchObject({ version: 2, at: '2026-11-24T03:00:00.000Z', by: occasion.by, why: occasion.why });
    expect(isPublished(second.text, two, publicKey)).toBe(true);
  });

  it('is no other text, and signed by nobody else', () => {
    expect(isPublished(`${second.text} `, two, publicKey)).toBe(false);
    expect(isPublished(second.text, two, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });

  it.each([
    { version: 3 },
    { at: '2026-11-25T03:00:00.000Z' },
    { by: 'somebody' },
    { why: 'no reason' },
    { rollbackTo: 1 },
  ])('is not ours with %j in place of what was signed', (change) => {
    expect(isPublished(second.text, { ...two, ...change }, publicKey)).toBe(false);
  });

  it('is ours after it was written to a file and read', () => {
    const [read] = ledgerSchema.parse(JSON.parse(JSON.stringify([two])));
    expect(read && isPublished(second.text, read, publicKey)).toBe(true);
  });

  it('is not published twice in a row, but anew by another key', () => {
    expect(() => publish([one], first, occasion, privateKey)).toThrow(CannotPublish);

    const another = generateKeyPairSync('ed25519');
    const anew = publish([one], first, occasion, another.privateKey);
    expect(anew).toMatchObject({ version: 2, sha256: one.sha256 });
    expect(isPublished(first.text, anew, another.publicKey)).toBe(true);
  });
});

describe('a rollback', () => {
  it('is a version of its own, with the text of the one before', () => {
    const back = rollBack([one, two], { ...occasion, why: 'the new field fails' }, privateKey);

    expect(back).toMatchObject({ version: 3, rollbackTo: 1, sha256: one.sha256, blob: first.blob });
    expect(isPublished(first.text, back, publicKey)).toBe(true);
  });

  it('goes to any earlier version', () => {
    const back = rollBack([one, two], occasion, privateKey);
    expect(rollBack([one, two, back], occasion, privateKey, 2)).toMatchObject({ version: 4, rollbackTo: 2 });
  });

  it.each([
    ['where nothing was published', [], undefined],
    ['before the first version', [one], undefined],
    ['to the version in force', [one, two], 2],
    ['to a version that never was', [one, two], 7],
  ])('is refused %s', (_what, ledger, to) => {
    expect(() => rollBack(ledger, occasion, privateKey, to)).toThrow(CannotPublish);
  });
});
