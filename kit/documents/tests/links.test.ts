import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Principal } from '../../principal.ts';
import { asOfficer } from '../../testing/builders.ts';
import { keyRingFrom, newDevelopmentKeys } from '../../vault/keyRing.ts';
import { createVault } from '../../vault/vault.ts';
import { documentLinks, type LinkClaims, type LinkUse } from '../links.ts';

const ring = keyRingFrom(newDevelopmentKeys());
const links = documentLinks('archive', createVault('archive', ring));
const now = new Date('2026-11-24T03:00:00Z');

const ids = fc.stringMatching(/^doc-[0-9a-f]{8,32}$/);
const uses = fc.constantFrom<LinkUse>('upload', 'download');
const principals = fc.constantFrom<Principal>(
  { kind: 'citizen', id: 'ctz-rahasia', scopes: ['self'] },
  asOfficer('archive', '35.10', ['applications:read']),
);
const claims: fc.Arbitrary<LinkClaims> = fc.record({
  until: fc.integer({ min: 1, max: 900_000 }).map((ms) => new Date(now.getTime() + ms)),
  sizeBytes: fc.option(fc.nat(5_000_000)),
  reader: fc.record({ principal: principals, purpose: fc.string(), caseId: fc.string(), requestId: fc.uuid() }),
});

describe('a link', () => {
  it('says to its agency what was put in it, until its time is over', () => {
    fc.assert(
      fc.property(uses, ids, claims, (use, id, said) => {
        const key = keyOf(links.make(use, id, said));
        expect(links.read(use, id, key, now)).toEqual(said);
        expect(links.read(use, id, key, said.until)).toBeNull();
      }),
    );
  });

  it('is good for one use of one document at one agency', () => {
    fc.assert(
      fc.property(uses, ids, ids, claims, (use, id, other, said) => {
        fc.pre(id !== other);
        const key = keyOf(links.make(use, id, said));
        expect(links.read(use === 'upload' ? 'download' : 'upload', id, key, now)).toBeNull();
        expect(links.read(use, other, key, now)).toBeNull();
        expect(documentLinks('museum', createVault('museum', ring)).read(use, id, key, now)).toBeNull();
      }),
    );
  });

  it('with any character changed, left out or added is good for nothing', () => {
    fc.assert(
      fc.property(
        uses,
        ids,
        claims,
        fc.nat(),
        fc.constantFrom('A', 'b', '0', '.', '', 'AA'),
        (use, id, said, at, put) => {
          const key = keyOf(links.make(use, id, said));
          const place = at % key.length;
          const changed = key.slice(0, place) + put + key.slice(place + 1);
          fc.pre(changed !== key);
          expect(links.read(use, id, changed, now)).toBeNull();
        },
      ),
    );
  });

  it('that somebody made up is good for nothing', () => {
    fc.assert(
      fc.property(uses, ids, fc.anything(), (use, id, key) => {
        expect(links.read(use, id, key, now)).toBeNull();
      }),
    );
  });

  it('shows nobody who asked for it or what for', () => {
    const reader = { principal: asOfficer('archive', '35.10', []), purpose: 'berkas Siti', requestId: 'r' };
    const link = links.make('download', 'doc-1', { until: now, sizeBytes: null, reader });
    const hidden = [link, Buffer.from(keyOf(link).split('.')[3] ?? '', 'base64url').toString('latin1')].join(' ');
    for (const word of ['off-', 'Siti', '35.10']) expect(hidden).not.toContain(word);
  });
});

function keyOf(link: string): string {
  return new URL(link, 'http://gateway').searchParams.get('key') ?? '';
}
