import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import type { Connection } from 'mongoose';
import * as relyingParty from 'openid-client';
import { z } from 'zod';
import { type RunningServer, startAgencyServer } from '#kit/agencyServer.ts';
import { connect } from '#kit/mongo.ts';
import type { StaffSlug } from '#kit/sandbox/cast.ts';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { createPopulation, type SyntheticPerson } from '#kit/sandbox/population.ts';
import { staffNumberOf } from '#kit/sandbox/staffNumbers.ts';
import { setting } from '#kit/setting.ts';
import { emptyDatabase } from '#kit/testing/database.ts';
import { keyRingOf } from '#kit/vault/keyRing.ts';
import { createVault } from '#kit/vault/vault.ts';
import { identityModels } from '../model.ts';
import { oneIdModels } from '../one-id/model.ts';
import { oneIdWith } from '../one-id/oneId.ts';
import type { OneIdSettings } from '../one-id/settings.ts';
import { sandboxPin } from '../sandbox/credentials.ts';
import { seed } from '../seed.ts';
import { identity } from '../subgraph.ts';
import { Browser, type Shown } from './browser.ts';

// Under jest, `structuredClone` makes objects of another realm, which the provider does not take for plain ones.
globalThis.structuredClone = (value) =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as typeof value);

export const households = createPopulation(0, new Date());
export const portalCallback = 'http://localhost:4000/sign-in/callback';

/** One ID on a port of its own, with the cast in the register. */
export class OneIdUnderTest {
  readonly settings: OneIdSettings;
  readonly origin: string;
  private server: RunningServer | null = null;
  private connection: Connection | null = null;

  private constructor(settings: OneIdSettings) {
    this.settings = settings;
    this.origin = new URL(settings.issuer).origin;
  }

  static async start(change: Partial<OneIdSettings> = {}): Promise<OneIdUnderTest> {
    const oneId = new OneIdUnderTest({
      issuer: `http://localhost:${await freePort()}/one-id`,
      signingKeys: [await newIssuerKey()],
      secrets: ['a secret of the test that is long enough'],
      serviceKeys: {},
      gatewayOrigin: 'http://localhost:4000',
      portalOrigin: 'http://localhost:4000',
      proxies: 1,
      ...change,
    });
    oneId.connection = await emptyDatabase('one-id');
    await oneId.run();
    const vault = createVault('identity', keyRingOf('identity'));
    await seed({ connection: oneId.database, vault, households, now: new Date(), announce: async () => {} });
    return oneId;
  }

  /** Ends the process's part and starts it anew on the same database, with other settings where given. */
  async restart(change: Partial<OneIdSettings> = {}): Promise<void> {
    const { name } = this.database;
    await this.server?.stop();
    this.connection = await connect({ uri: databaseAddress(), database: name });
    Object.assign(this.settings, change);
    await this.run();
  }

  async stop(): Promise<void> {
    await this.database.dropDatabase();
    await this.server?.stop();
  }

  get database(): Connection {
    if (!this.connection) throw new Error('One ID was not started.');
    return this.connection;
  }

  get models() {
    return { ...identityModels(this.database), ...oneIdModels(this.database) };
  }

  private async run(): Promise<void> {
    const { publicKey } = generateKeyPairSync('ed25519');
    this.server = await startAgencyServer(
      { ...identity, mount: oneIdWith(this.settings) },
      {
        port: Number(new URL(this.settings.issuer).port),
        host: '127.0.0.1',
        connection: this.database,
        gatewayKey: publicKey,
        vault: createVault('identity', keyRingOf('identity')),
      },
    );
  }
}

/** A relying party that has asked for a citizen to be signed in. */
export interface Asked {
  readonly config: relyingParty.Configuration;
  readonly url: URL;
  readonly checks: {
    readonly pkceCodeVerifier: string;
    readonly expectedState: string;
    readonly expectedNonce: string;
  };
}

/** The portal, as `openid-client` makes it from discovery. */
export function portal(oneId: OneIdUnderTest): Promise<relyingParty.Configuration> {
  const overHttp = { execute: [relyingParty.allowInsecureRequests] };
  return relyingParty.discovery(new URL(oneId.settings.issuer), 'portal', undefined, relyingParty.None(), overHttp);
}

/** What the portal sends the browser with; `change` spoils or adds parameters. */
export async function askToSignIn(
  config: relyingParty.Configuration,
  change: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const pkceCodeVerifier = relyingParty.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [relyingParty.randomState(), relyingParty.randomNonce()];
  const url = relyingParty.buildAuthorizationUrl(config, {
    redirect_uri: portalCallback,
    scope: 'openid identity:nik tax:returns',
    code_challenge: await relyingParty.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...change,
  });
  return { config, url, checks: { pkceCodeVerifier, expectedState, expectedNonce } };
}

/** Signs somebody in on the pages, consents, and stops where the browser leaves for the portal. */
export async function passThePages(
  browser: Browser,
  url: URL,
  person: Pick<SyntheticPerson, 'nik'>,
  pin = sandboxPin,
): Promise<Shown> {
  const consent = await browser.submit(await browser.open(url.href), { nik: person.nik, pin, action: 'sign-in' });
  return consent.text.includes('value="allow"') ? browser.submit(consent, { action: 'allow' }) : consent;
}

/** The whole way to tokens. */
export async function signedIn(
  oneId: OneIdUnderTest,
  person: Pick<SyntheticPerson, 'nik'>,
  change: Readonly<Record<string, string>> = {},
) {
  const config = await portal(oneId);
  const browser = new Browser(oneId.origin);
  const asked = await askToSignIn(config, change);
  const callback = new URL((await passThePages(browser, asked.url, person)).url);
  const tokens = await relyingParty.authorizationCodeGrant(config, callback, asked.checks);
  return { config, browser, callback, asked, tokens };
}

/** Somebody of the cast who signs in for their work: on the page their staff number stands where others enter a NIK. */
export function castAtWork(slug: StaffSlug): Pick<SyntheticPerson, 'nik'> {
  const staffNumber = staffNumberOf(slug);
  if (staffNumber === null) throw new Error(`${slug} has no staff number.`);
  return { nik: staffNumber };
}

/** A citizen of the cast. */
export function castMember(slug: SyntheticPerson['persona']): SyntheticPerson {
  const found = households.flatMap(({ members }) => members).find(({ persona }) => persona === slug);
  if (!found) throw new Error(`${slug} is not in the cast.`);
  return found;
}

function databaseAddress(): string {
  return setting('MONGODB_URI', z.string());
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
