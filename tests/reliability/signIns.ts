import * as relyingParty from 'openid-client';
import { createPopulation, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { sandboxPin } from '../../subgraphs/identity/sandbox/credentials.ts';
import { Browser } from '../../subgraphs/identity/tests/browser.ts';
import { whileLasts } from './whileLasts.ts';
import type { WholePlatform } from './wholePlatform.ts';

const pauseMs = 1_000;

/** How it went for people who signed in, each the whole way from the first page to the tokens. */
export interface SignInReport {
  /** In milliseconds, of those who got their tokens. */
  readonly times: readonly number[];
  /** Why the others did not. */
  readonly failures: readonly string[];
}

/** Signs the cast in at One ID, one after another with a pause between, for as long as something lasts. */
export async function signInDuring<Result>(
  platform: WholePlatform,
  work: Promise<Result>,
): Promise<[Result, SignInReport]> {
  const cast = createPopulation(0, new Date()).flatMap(({ members }) => members);
  const people = cast.filter(({ persona }) => persona !== null);
  const times: number[] = [];
  const failures: string[] = [];
  const result = await whileLasts(work, async (turn) => {
    const started = performance.now();
    try {
      await signIn(platform, people[turn % people.length]);
      times.push(performance.now() - started);
    } catch (error) {
      failures.push(String(error));
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  });
  return [result, { times, failures }];
}

async function signIn(
  { issuer: { issuer }, gatewayPorts: [port] }: WholePlatform,
  person: SyntheticPerson | undefined,
) {
  if (!person) throw new Error('Nobody is there to sign in.');
  const overHttp = { execute: [relyingParty.allowInsecureRequests] };
  const address = new URL(issuer);
  const config = await relyingParty.discovery(address, 'playground', undefined, relyingParty.None(), overHttp);
  const pkceCodeVerifier = relyingParty.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [relyingParty.randomState(), relyingParty.randomNonce()];
  const url = relyingParty.buildAuthorizationUrl(config, {
    redirect_uri: `http://localhost:${port}/playground/`,
    scope: 'openid',
    code_challenge: await relyingParty.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  const browser = new Browser(address.origin);
  const first = await browser.open(url.href);
  let shown = await browser.submit(first, { nik: person.nik, pin: sandboxPin, action: 'sign-in' });
  if (shown.text.includes('value="allow"')) shown = await browser.submit(shown, { action: 'allow' });
  await relyingParty.authorizationCodeGrant(config, new URL(shown.url), {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
  });
}
