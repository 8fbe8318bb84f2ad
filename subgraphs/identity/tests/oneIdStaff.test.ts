import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import * as relyingParty from 'openid-client';
import { castStaff, type StaffSlug } from '#kit/sandbox/cast.ts';
import { scopesOfPeople, wordsOfScope } from '../one-id/scopes.ts';
import { mostTries } from '../one-id/tries.ts';
import { sandboxPin } from '../sandbox/credentials.ts';
import { Browser } from './browser.ts';
import { askToSignIn, castAtWork, castMember, OneIdUnderTest, portal, signedIn } from './oneIdUnderTest.ts';

const everything = { scope: `openid ${scopesOfPeople.join(' ')}` };
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
beforeEach(async () => {
  await oneId.models.signInTries.deleteMany({});
  await oneId.models.staff.updateMany({}, { $set: { status: 'ACTIVE' } });
});
afterAll(() => oneId.stop());

const scopesIn = (token: string) =>
  String(decodeJwt(token)['scope'] ?? '')
    .split(' ')
    .filter(Boolean);

/** What One ID's page answers to a number and a PIN. */
async function answerTo(number: string, pin: string, address: string) {
  const browser = new Browser(oneId.origin);
  const { url } = await askToSignIn(await portal(oneId), { ui_locales: 'en' });
  const page = await browser.open(url.href);
  return browser.submit(page, { nik: number, pin, action: 'sign-in' }, { 'x-forwarded-for': address });
}

/** A page without what differs from one sign-in to the next, and without the number that was typed. */
function words(text: string): string {
  return text
    .replace(/sign-in\/[\w-]+/g, 'sign-in/x')
    .replace(/name="token" value="[^"]*"/, '')
    .replace(/\d{18}/g, 'number');
}

describe('whoever signs in for their work', () => {
  it.each<[StaffSlug, object]>([
    ['officer-tax', { role: 'officer', agency: 'tax', region: '35.10' }],
    ['officer-elsewhere', { role: 'officer', agency: 'business-licensing', region: '34.71' }],
    ['mall-clerk', { role: 'clerk', mall: 'mall-35.10', region: '35.10' }],
    ['analyst', { role: 'analyst' }],
    ['developer', { role: 'developer' }],
  ])('has a token that says so: %s', async (slug, claims) => {
    const { tokens } = await signedIn(oneId, castAtWork(slug), everything);
    expect(decodeJwt(tokens.access_token)).toMatchObject({ ...claims, sub: castStaff[slug].id });
  });

  it.each<StaffSlug>(['officer-civil', 'approver-licensing', 'mall-clerk', 'analyst', 'developer'])(
    'is granted no more than the account of %s has, though all scopes are asked for',
    async (slug) => {
      const { tokens } = await signedIn(oneId, castAtWork(slug), everything);
      expect(scopesIn(tokens.access_token).sort()).toEqual([...castStaff[slug].scopes].sort());
    },
  );

  it('is granted nothing that the role does not have, whatever the account says', async () => {
    const before = await oneId.models.staff.findOne({ _id: castStaff.analyst.id }).lean();
    await oneId.models.staff.updateOne(
      { _id: castStaff.analyst.id },
      { $set: { scopes: ['statistics:read', 'identity:nik', 'applications:approve'] } },
    );
    const { tokens } = await signedIn(oneId, castAtWork('analyst'), everything);
    expect(scopesIn(tokens.access_token)).toEqual(['statistics:read']);
    await oneId.models.staff.updateOne({ _id: castStaff.analyst.id }, { $set: { scopes: before?.scopes } });
  });

  it('loses a right with the next token when the account loses it, and gets none once blocked', async () => {
    const { config, tokens } = await signedIn(oneId, castAtWork('officer-tax'), everything);
    const { id, scopes } = castStaff['officer-tax'];
    await oneId.models.staff.updateOne({ _id: id }, { $set: { scopes: ['tax:clearance'], region: '35.09' } });
    const renewed = await relyingParty.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(scopesIn(renewed.access_token)).toEqual(['tax:clearance']);
    expect(decodeJwt(renewed.access_token)['region']).toBe('35.09');
    await oneId.models.staff.updateOne({ _id: id }, { $set: { scopes, region: '35.10', status: 'BLOCKED' } });
    await expect(relyingParty.refreshTokenGrant(config, renewed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('is asked for consent in the words of their role', async () => {
    const browser = new Browser(oneId.origin);
    const { url } = await askToSignIn(await portal(oneId), { ...everything, ui_locales: 'en' });
    const { nik } = castAtWork('officer-tax');
    const consent = await browser.submit(await browser.open(url.href), { nik, pin: sandboxPin, action: 'sign-in' });
    expect(consent.text).toContain('the agency and region that you work for');
    expect(consent.text).toContain('Read taxpayers’ returns');
    expect(consent.text).not.toContain('Run the queue');
  });

  it('is nobody with a NIK of their own beside it: the two accounts are apart', async () => {
    const { tokens } = await signedIn(oneId, castMember('nurse'), everything);
    expect(decodeJwt(tokens.access_token)['role']).toBe('citizen');
    expect(scopesIn(tokens.access_token).sort()).toEqual(['identity:nik', 'tax:npwp', 'tax:returns']);
  });
});

describe('whoever tries a staff number', () => {
  const known = castAtWork('officer-tax').nik;
  const unknown = '198501012010019999';

  it('reads the same words with the same status, whether it is unknown, blocked or the PIN wrong', async () => {
    await oneId.models.staff.updateOne({ _id: castStaff['officer-civil'].id }, { $set: { status: 'BLOCKED' } });
    const answers = [
      await answerTo(unknown, sandboxPin, '203.0.113.11'),
      await answerTo(known, '135791', '203.0.113.12'),
      await answerTo(castAtWork('officer-civil').nik, sandboxPin, '203.0.113.13'),
    ].map(({ status, text }) => ({ status, text: words(text) }));
    expect(answers[0]).toMatchObject({ status: 401, text: expect.stringContaining('Number and PIN do not match') });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each([known, unknown])('has five tries in fifteen minutes: %s', async (number) => {
    for (let tried = 0; tried < mostTries; tried++) {
      expect((await answerTo(number, '135791', `203.0.113.${tried}`)).status).toBe(401);
    }
    expect((await answerTo(number, sandboxPin, '203.0.113.99')).status).toBe(429);
  });

  it('costs the same work whether it is known or not', async () => {
    const commands: string[] = [];
    oneId.database.getClient().on('commandStarted', ({ commandName, command }) => {
      commands.push(`${commandName} ${String(command[commandName])}`);
    });
    const costOf = async (number: string) => {
      commands.length = 0;
      await answerTo(number, '135791', '203.0.113.50');
      return commands.filter((command) => !command.startsWith('endSessions')).join();
    };
    await costOf(unknown);
    await costOf(known);
    expect(await costOf(unknown)).toBe(await costOf(known));
  });

  it('finds no number in the store', async () => {
    const stored = await oneId.models.staff.find({}).lean();
    expect(stored.length).toBeGreaterThan(5);
    expect(JSON.stringify(stored)).not.toContain(known);
  });
});

describe('the scopes of the sandbox’s staff', () => {
  it('all have words for the page of consent', () => {
    for (const { kind, scopes } of Object.values(castStaff)) {
      if (kind === 'service') continue;
      for (const scope of scopes) expect([scope, wordsOfScope(kind, scope)]).not.toEqual([scope, null]);
    }
  });
});
