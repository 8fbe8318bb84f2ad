import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from './browser.ts';
import { askToSignIn, castMember, OneIdUnderTest, passThePages, portal, signedIn } from './oneIdUnderTest.ts';

const [sari, stranger] = [castMember('food-seller'), castMember('investor')];
let oneId: OneIdUnderTest;
beforeAll(async () => {
  oneId = await OneIdUnderTest.start();
});
afterAll(() => oneId.stop());

/** The session that a browser was given last; empty when it was taken away. */
const sessionOf = ({ setCookies }: Browser) =>
  setCookies.flatMap((cookie) => /^one_id_session=([^;]*)/.exec(cookie)?.[1] ?? []).at(-1);

describe('a session that somebody else knows before the citizen signs in (A19)', () => {
  it('is not the one that they are signed in with: of a browser that only opened the page', async () => {
    const config = await portal(oneId);
    const [theirs, hers] = [new Browser(oneId.origin), new Browser(oneId.origin)];
    const { url } = await askToSignIn(config);
    await theirs.open(url.href);
    hers.takeCookiesOf(theirs);
    expect((await passThePages(hers, url, sari)).url).toContain('?code=');

    expect(sessionOf(hers)).toBeTruthy();
    expect(sessionOf(hers)).not.toBe(sessionOf(theirs));
    expect((await theirs.open((await askToSignIn(config)).url.href)).text).toContain('name="pin"');
  });

  it('is not the one that they are signed in with: of somebody who is signed in', async () => {
    const { browser: theirs, config } = await signedIn(oneId, stranger);
    const known = sessionOf(theirs);
    const hers = new Browser(oneId.origin);
    hers.takeCookiesOf(theirs);
    const { url } = await askToSignIn(config, { prompt: 'login' });
    // Hers would be another person's session: that one is signed out, by a form that leads on.
    const signOut = await passThePages(hers, url, sari);
    expect(signOut.text).toContain('/sign-out/confirm');
    await hers.submit(signOut, {});

    expect(known).toBeTruthy();
    expect(sessionOf(hers)).toBe('');
    expect((await theirs.open((await askToSignIn(config)).url.href)).text).toContain('name="pin"');
  });
});
