import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languageOf } from '../one-id/pages/language.ts';
import { Browser, type Shown } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, portal } from './oneIdUnderTest.ts';

const sari = castMember('food-seller');
let oneId: OneIdUnderTest;

beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
afterAll(() => oneId.stop());

async function signInPage(change: Readonly<Record<string, string>> = {}): Promise<{ browser: Browser; page: Shown }> {
  const browser = new Browser(oneId.origin);
  const { url } = await askToSignIn(await portal(oneId), change);
  return { browser, page: await browser.open(url.href) };
}

describe('the page to sign in', () => {
  it.each([
    ['id', 'Masuk dengan One ID'],
    ['en', 'Sign in with One ID'],
  ])('is in the language "%s" when it is asked for', async (language, heading) => {
    const { page } = await signInPage({ ui_locales: language });
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain(`<h1>${heading}</h1>`);
  });

  it('can be read without sight: each field has a label and a hint, the first mistake is said at once', async () => {
    const { browser, page } = await signInPage({ ui_locales: 'en' });
    for (const name of ['nik', 'pin']) {
      expect(page.text).toContain(`<label for="${name}">`);
      expect(page.text).toMatch(new RegExp(`<input id="${name}"[^>]* aria-describedby="${name}-hint"`));
    }
    const again = await browser.submit(page, { nik: '12', pin: 'abc', action: 'sign-in' });
    expect(again.status).toBe(400);
    expect(again.text).toContain('<title>Error: Sign in with One ID');
    expect(again.text).toContain('role="alert"');
    expect(again.text).toContain('<a href="#nik">Enter a NIK of 16 digits, or a staff number of 18</a>');
    expect(again.text).toMatch(/<input id="pin"[^>]* aria-describedby="pin-hint pin-fault" aria-invalid="true">/);
  });

  it('never shows the PIN again, and shows what was typed as text', async () => {
    const { browser, page } = await signInPage();
    const again = await browser.submit(page, { nik: '"><script>alert(1)</script>', pin: '987654', action: 'sign-in' });
    expect(again.text).not.toContain('987654');
    expect(again.text).not.toContain('<script');
  });

  it('lets nothing run, nobody frame it, and nothing keep it', async () => {
    const { page } = await signInPage();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:4000");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.text).not.toMatch(/<script|<img|<link|javascript:| on[a-z]+=/);
  });

  it('shows an error of the provider with the same headers', async () => {
    const response = await fetch(`${oneId.settings.issuer}/authorize?client_id=nobody`, {
      headers: { accept: 'text/html', 'accept-language': 'en' },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('invalid_client');
  });
});

describe('the cookies of One ID', () => {
  it('cannot be read by scripts, are not sent by other sites, and are signed', async () => {
    const { browser } = await signInPage();
    expect(browser.setCookies.length).toBeGreaterThan(0);
    for (const cookie of browser.setCookies) {
      expect(cookie).toMatch(/httponly/i);
      expect(cookie).toMatch(/samesite=lax/i);
    }
    expect(browser.setCookies.filter((cookie) => /^one_id_\w+\.sig=/.test(cookie)).length).toBeGreaterThan(0);
  });

  it('travel over TLS only where One ID does', async () => {
    const issuer = oneId.settings.issuer.replace('http:', 'https:');
    await oneId.restart({ issuer });
    const url = new URL(`${issuer.replace('https:', 'http:')}/authorize`);
    const { searchParams } = (await askToSignInAt(issuer)).url;
    url.search = searchParams.toString();
    const response = await fetch(url, { redirect: 'manual' });
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure/i);
    expect(response.headers.get('strict-transport-security')).toContain('max-age=');
    await oneId.restart({ issuer: issuer.replace('https:', 'http:') });
  });
});

/** A request to an issuer that is not asked for its metadata. */
async function askToSignInAt(issuer: string) {
  const { Configuration } = await import('openid-client');
  return askToSignIn(new Configuration({ issuer, authorization_endpoint: `${issuer}/authorize` }, 'portal'));
}

describe('a form', () => {
  const fields = { nik: sari.nik, pin: '246810', action: 'sign-in' };

  it('from another site is refused', async () => {
    const { browser, page } = await signInPage();
    expect((await browser.submit(page, fields, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.submit(page, fields, { origin: 'null' })).status).toBe(403);
  });

  it('without the token of its page is refused', async () => {
    const { browser, page } = await signInPage();
    expect(
      (await browser.submit({ ...page, text: page.text.replace(/name="token"/, 'name="other"') }, fields)).status,
    ).toBe(403);
    expect((await browser.submit(page, { ...fields, token: 'x' })).status).toBe(403);
  });

  it('with the token of another sign-in is refused', async () => {
    const [one, other] = [await signInPage(), await signInPage()];
    const token = /name="token" value="([^"]+)"/.exec(other.page.text)?.[1] ?? '';
    expect((await one.browser.submit(one.page, { ...fields, token })).status).toBe(403);
  });

  it('sent from another browser than the one that asked is refused', async () => {
    const { page } = await signInPage();
    const shown = await new Browser(oneId.origin).submit(page, fields);
    expect(shown.status).toBe(400);
    expect(shown.text).toContain('Waktu habis');
  });

  it('of more than four kilobytes is not read', async () => {
    const { browser, page } = await signInPage();
    expect((await browser.submit(page, { ...fields, pin: '1'.repeat(5_000) })).status).toBe(413);
  });
});

describe('the language of a page', () => {
  it.each([
    [undefined, undefined, 'id'],
    ['en', 'id', 'en'],
    ['fr en', undefined, 'en'],
    [undefined, 'en-GB,en;q=0.9,id;q=0.8', 'en'],
    [undefined, 'de,in;q=0.5', 'id'],
    ['<script>', 'xx', 'id'],
  ])('asked for with %p by a browser that prefers %p is %s', (asked, accepted, language) => {
    expect(languageOf(asked, accepted)).toBe(language);
  });
});
