import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { TooBusy } from '../one-id/pin/hashPool.ts';
import { signInCheck } from '../one-id/signIn.ts';
import { mostTries, triesCounter, windowMs } from '../one-id/tries.ts';
import { Browser, type Shown } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, portal } from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
const nurse = castMember('nurse');
const rightPin = '246810';
const wrongPin = '135791';
const unknownNik = '9999990101909999';
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
beforeEach(async () => {
  await oneId.models.signInTries.deleteMany({});
});
afterAll(() => oneId.stop());

/** A try in a browser of its own, from an address as our own proxy names it. */
async function tryToSignIn(nik: string, pin: string, address = '203.0.113.1'): Promise<Shown> {
  const browser = new Browser(oneId.origin);
  const { url } = await askToSignIn(await portal(oneId), { ui_locales: 'en' });
  const page = await browser.open(url.href);
  return browser.submit(page, { nik, pin, action: 'sign-in' }, { 'x-forwarded-for': address });
}

const refused = 'Number and PIN do not match';
const locked = 'Too many tries';

describe('whoever is refused', () => {
  it('reads the same words with the same status, whether the NIK is unknown or the PIN wrong, nothing active or blocked', async () => {
    const { citizens } = oneId.models;
    await citizens.updateOne({ _id: castMember('mover').id }, { $set: { digitalIdentityStatus: 'NOT_ACTIVATED' } });
    await citizens.updateOne({ _id: castMember('widow').id }, { $set: { digitalIdentityStatus: 'BLOCKED' } });
    const answers = await Promise.all([
      tryToSignIn(unknownNik, rightPin, '203.0.113.11'),
      tryToSignIn(sari.nik, wrongPin, '203.0.113.12'),
      tryToSignIn(castMember('mover').nik, rightPin, '203.0.113.13'),
      tryToSignIn(castMember('widow').nik, rightPin, '203.0.113.14'),
    ]);
    const told = answers.map(({ status, text }) => ({ status, text: withoutItsOwn(text) }));
    expect(told[0]).toMatchObject({ status: 401, text: expect.stringContaining(refused) });
    for (const answer of told) expect(answer).toEqual(told[0]);
  });

  it('costs the same work when the NIK is unknown: a PIN is hashed either way', async () => {
    const commands: string[] = [];
    oneId.database.getClient().on('commandStarted', ({ commandName, command }) => {
      commands.push(`${commandName} ${String(command[commandName])}`);
    });
    const costOf = async (nik: string) => {
      commands.length = 0;
      await tryToSignIn(nik, wrongPin);
      return commands.filter((command) => !command.startsWith('endSessions')).join();
    };
    await costOf(unknownNik);
    await costOf(sari.nik);
    expect(await costOf(unknownNik)).toBe(await costOf(sari.nik));
  });
});

describe('the sixth try within fifteen minutes', () => {
  it.each([
    ['an account', sari.nik],
    ['a NIK that nobody has', unknownNik],
  ])('on %s is not judged, though it comes from elsewhere and the PIN is right', async (_whose, nik) => {
    for (let tried = 0; tried < mostTries; tried++) {
      expect((await tryToSignIn(nik, wrongPin, `203.0.113.${tried}`)).text).toContain(refused);
    }
    const sixth = await tryToSignIn(nik, rightPin, '203.0.113.99');
    expect(sixth.status).toBe(429);
    expect(sixth.headers.get('retry-after')).toBe('900');
    expect(sixth.text).toContain(locked);
  });

  it('from one address is not judged, though each is on another account', async () => {
    for (let tried = 0; tried < mostTries; tried++) await tryToSignIn(`999999010190900${tried}`, wrongPin);
    expect((await tryToSignIn(nurse.nik, rightPin)).status).toBe(429);
    expect((await tryToSignIn(nurse.nik, rightPin, '203.0.113.2')).text).toContain('value="allow"');
  });

  it('is not won by a race, nor by other ways to write the NIK', async () => {
    const spaced = `${sari.nik.slice(0, 6)} ${sari.nik.slice(6, 12)}.${sari.nik.slice(12)}`;
    const wide = sari.nik.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        tryToSignIn([sari.nik, spaced, wide][index % 3] ?? '', wrongPin, `198.51.100.${index}`),
      ),
    );
    expect(answers.filter(({ text }) => text.includes(refused))).toHaveLength(mostTries);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12 - mostTries);
  });

  it('is not judged after a restart either', async () => {
    for (let tried = 0; tried < mostTries; tried++) await tryToSignIn(sari.nik, wrongPin, `203.0.113.${tried}`);
    await oneId.restart();
    expect((await tryToSignIn(sari.nik, rightPin, '203.0.113.99')).status).toBe(429);
  });
});

describe('a credential', () => {
  it('that was moved to another account opens nothing', async () => {
    const [hers, his] = [castMember('mother'), castMember('late-filer')];
    const { credentials } = oneId.models;
    const moved = await credentials.findOne({ _id: hers.id }).lean();
    await credentials.updateOne({ _id: his.id }, { $set: { pin: moved?.pin } });
    expect((await tryToSignIn(hers.nik, rightPin, '203.0.113.21')).text).toContain('value="allow"');
    expect((await tryToSignIn(his.nik, rightPin, '203.0.113.22')).status).toBe(500);
  });
});

describe('while too many PINs wait to be hashed', () => {
  it('nobody is judged, and no try is lost', async () => {
    const vault = createVault('identity', keyRingOf('identity'));
    const busy = signInCheck(
      { models: oneId.models, vault },
      () => Promise.reject(new TooBusy('full')),
      Buffer.from('counting key of a test'),
    );
    const attempt = { number: sari.nik, pin: rightPin, address: '203.0.113.5', now: new Date() };
    for (let tried = 0; tried <= mostTries; tried++) expect(await busy(attempt)).toEqual({ kind: 'TOO_BUSY' });
  });
});

describe('counting tries', () => {
  // Ahead of the real time: a database sweeps away what has expired.
  const now = new Date('2090-11-24T03:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);

  it('lets the oldest of five go after fifteen minutes, and only that one', async () => {
    const count = triesCounter(oneId.models);
    for (let tried = 0; tried < mostTries; tried++) expect(await count('window', later(tried * 60_000))).not.toBeNull();
    expect(await count('window', later(windowMs - 1))).toBeNull();
    expect(await count('window', later(windowMs))).not.toBeNull();
    expect(await count('window', later(windowMs))).toBeNull();
  });

  it('gives back the try that was right, and no other', async () => {
    const count = triesCounter(oneId.models);
    for (let tried = 1; tried < mostTries; tried++) await count('right', now);
    const fifth = await count('right', now);
    await fifth?.giveBack();
    expect(await count('right', now)).not.toBeNull();
    expect(await count('right', now)).toBeNull();
  });

  it('lets no more than five of fifty through at the same time', async () => {
    const count = triesCounter(oneId.models);
    const counted = await Promise.all(Array.from({ length: 50 }, () => count('race', now)));
    expect(counted.filter((tried) => tried !== null)).toHaveLength(mostTries);
  });

  it('keeps neither a NIK nor an address', async () => {
    await tryToSignIn(sari.nik, wrongPin, '203.0.113.77');
    const stored = JSON.stringify([
      await oneId.models.signInTries.find().lean(),
      await oneId.models.oneIdRecords.find().lean(),
      await oneId.models.credentials.find().lean(),
    ]);
    expect(stored).not.toContain(sari.nik);
    expect(stored).not.toContain('203.0.113.77');
  });
});

/** A page without what differs from try to try: its address, its token, and the NIK that was typed. */
function withoutItsOwn(text: string): string {
  return text
    .replace(/\/one-id\/sign-in\/[\w-]+/g, 'ADDRESS')
    .replace(/name="token" value="[\w-]+"/, 'TOKEN')
    .replace(/name="nik" type="text" value="\d*"/, 'NIK');
}
