import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixSetting } from '#kit/setting.ts';
import { Browser } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, portal, signedIn } from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
const written: string[] = [];
const write = process.stderr.write;
let oneId: OneIdUnderTest;

beforeAll(async () => {
  fixSetting('LOG_LEVEL', 'debug');
  process.stderr.write = ((line: string) => written.push(String(line)) > 0) as typeof write;
  oneId = await OneIdUnderTest.start();
});
afterAll(async () => {
  await oneId.stop();
  process.stderr.write = write;
});

describe('the log of One ID', () => {
  it('holds neither a NIK nor a PIN, nor a token, whatever happens', async () => {
    const { tokens, callback } = await signedIn(oneId, sari);
    const browser = new Browser(oneId.origin);
    const page = await browser.open((await askToSignIn(await portal(oneId))).url.href);
    await browser.submit(page, { nik: sari.nik, pin: '135791', action: 'sign-in' });
    await oneId.models.credentials.updateOne({ _id: sari.id }, { $set: { pin: 'damaged' } });
    expect((await browser.submit(page, { nik: sari.nik, pin: '246810', action: 'sign-in' })).status).toBe(500);

    const log = written.join('');
    expect(log).toContain('One ID failed');
    const secrets = [
      sari.nik,
      '135791',
      '246810',
      tokens.access_token,
      tokens.refresh_token,
      tokens.id_token,
      callback.searchParams.get('code'),
    ];
    for (const secret of secrets) {
      expect(secret).toBeTruthy();
      for (const form of ['utf8', 'base64', 'hex'] as const) {
        expect(log).not.toContain(Buffer.from(secret ?? '').toString(form));
      }
    }
  });
});
