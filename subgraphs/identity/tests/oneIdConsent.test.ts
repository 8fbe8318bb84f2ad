import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sandboxPin } from '../sandbox/credentials.ts';
import { Browser } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, portal } from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
afterAll(() => oneId.stop());

describe('the page that asks for consent', () => {
  it('takes nothing but the button for consent', async () => {
    const browser = new Browser(oneId.origin);
    const { url } = await askToSignIn(await portal(oneId));
    const pin = { nik: sari.nik, pin: sandboxPin };
    const consent = await browser.submit(await browser.open(url.href), { ...pin, action: 'sign-in' });
    for (const fields of [{}, { action: 'sign-in' }]) {
      const again = await browser.submit(consent, fields as Record<string, string>);
      expect([again.status, again.text.includes('value="allow"')]).toEqual([400, true]);
    }
    const left = await browser.submit(consent, { action: 'allow' });
    expect(new URL(left.url).searchParams.get('code')).toBeTruthy();
  });
});
