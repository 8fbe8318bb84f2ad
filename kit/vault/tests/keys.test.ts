import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fixSetting } from '../../setting.ts';
import { decrypt, deriveKey, encrypt, readEnvelope, VaultError } from '../cipher.ts';
import { keyRingOf, newDevelopmentKeys } from '../keyRing.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const settings = (value: object | string) =>
  fixSetting('LIBRARY_VAULT_KEYS', typeof value === 'string' ? value : JSON.stringify(value));

afterEach(() => {
  settings('');
  fixSetting('NODE_ENV', 'test');
});

describe('the keys derived from one root', () => {
  const use = fc.record({
    agency: fc.constantFrom('identity', 'tax', 'id'),
    field: fc.constantFrom('a.b', 'a', 'entity.a'),
    purpose: fc.constantFrom<'encrypt' | 'index'>('encrypt', 'index'),
  });

  it('never open what another one sealed', () => {
    const root = Buffer.alloc(32, 1);
    fc.assert(
      fc.property(use, use, (one, other) => {
        const envelope = readEnvelope(encrypt(deriveKey(root, one), 'first', 'secret', 'here'));
        if (!envelope) throw new Error('What was sealed is no envelope.');
        const opening = () => decrypt(deriveKey(root, other), envelope, 'here');
        if (JSON.stringify(one) === JSON.stringify(other)) expect(opening()).toBe('secret');
        else expect(opening).toThrow(VaultError);
      }),
    );
  });
});

describe('the key ring of an agency', () => {
  it("is the agency's own setting before that of all", () => {
    settings({ current: 'own', keys: { own: key, old: key } });

    expect(keyRingOf('library')).toMatchObject({ current: 'own' });
    expect(keyRingOf('library').roots.size).toBe(2);
  });

  it.each([
    ['no JSON', 'form', 'secret'],
    ['a current key that is not there', 'not among', { current: 'b', keys: { a: key } }],
    ['a short key', 'not 32 bytes', { current: 'a', keys: { a: 'c2VjcmV0' } }],
    ['a name with a dot', 'a name', { current: 'a.b', keys: { 'a.b': key } }],
  ])('is refused for %s, in words that hold no value', (_what, words, value) => {
    settings(value);

    expect(() => keyRingOf('library')).toThrow(new RegExp(`^The setting LIBRARY_VAULT_KEYS .*${words}`));
    expect(() => keyRingOf('library')).not.toThrow(/secret|c2VjcmV0/);
  });

  it('made for development is good, but not in production', () => {
    settings(newDevelopmentKeys());

    expect(keyRingOf('library').current).toMatch(/^development-/);
    fixSetting('NODE_ENV', 'production');
    expect(() => keyRingOf('library')).toThrow(
      'The setting LIBRARY_VAULT_KEYS holds a key that was made for development.',
    );
  });

  it('given by hand is good in production', () => {
    settings({ current: '2026-11', keys: { '2026-11': key } });
    fixSetting('NODE_ENV', 'production');

    expect(keyRingOf('library').current).toBe('2026-11');
  });
});
