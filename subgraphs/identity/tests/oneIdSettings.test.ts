import { afterEach, describe, expect, it } from '@jest/globals';
import { citizenScopes } from '#kit/sandbox/cast.ts';
import { newIssuerKey } from '#kit/sandbox/issuer.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { fixSetting, SettingError } from '#kit/setting.ts';
import { serviceAccounts } from '../one-id/relyingParties.ts';
import { citizenScopeNames } from '../one-id/scopes.ts';
import { readOneIdSettings } from '../one-id/settings.ts';

const names = ['ONE_ID_SIGNING_KEYS', 'ONE_ID_ISSUER', 'ONE_ID_SECRETS', 'ONE_ID_SERVICE_KEYS'] as const;
const secret = 's'.repeat(32);

async function given(change: Partial<Record<(typeof names)[number], string>> = {}): Promise<void> {
  const right = {
    ONE_ID_SIGNING_KEYS: JSON.stringify({ keys: [await newIssuerKey()] }),
    ONE_ID_ISSUER: 'https://one-id.example/one-id',
    ONE_ID_SECRETS: secret,
    ONE_ID_SERVICE_KEYS: '',
  };
  for (const name of names) fixSetting(name, change[name] ?? right[name]);
}

afterEach(() => {
  for (const name of names) fixSetting(name, '');
});

describe('the settings of One ID', () => {
  it('are none where no key is given: then it is not mounted', () => {
    expect(readOneIdSettings()).toBeNull();
  });

  it('are read when they are right', async () => {
    await given();
    expect(readOneIdSettings()).toMatchObject({ issuer: 'https://one-id.example/one-id', secrets: [secret] });
  });

  it.each([
    ['an issuer beyond this machine without TLS', { ONE_ID_ISSUER: 'http://one-id.example/one-id' }],
    ['an issuer of another path', { ONE_ID_ISSUER: 'https://one-id.example/' }],
    ['a short secret', { ONE_ID_SECRETS: 'short' }],
    ['no key in the set', { ONE_ID_SIGNING_KEYS: '{"keys":[]}' }],
    ['a key that cannot sign', { ONE_ID_SIGNING_KEYS: '{"keys":[{"kty":"EC","crv":"P-256","kid":"a"}]}' }],
    ['no JSON', { ONE_ID_SIGNING_KEYS: 'private!' }],
    [
      'the private key of a service account',
      { ONE_ID_SERVICE_KEYS: '{"a":{"keys":[{"kty":"EC","crv":"P-256","kid":"a","d":"private!"}]}}' },
    ],
  ])('stop the start with %s, without showing a value', async (_what, change) => {
    await given(change);
    expect(readOneIdSettings).toThrow(SettingError);
    expect(readOneIdSettings).not.toThrow(/private!|short/);
  });

  it('stop the start when a key of a sandbox meets production', async () => {
    await given();
    fixSetting('NODE_ENV', 'production');
    expect(readOneIdSettings).toThrow(/made for development/);
    fixSetting('NODE_ENV', 'test');
  });

  it('stop the start when two keys have one name', async () => {
    const keys = [await newIssuerKey(), await newIssuerKey()];
    await given({ ONE_ID_SIGNING_KEYS: JSON.stringify({ keys }) });
    expect(readOneIdSettings).toThrow(/the same kid/);
  });
});

describe('what One ID can grant', () => {
  it('is to a citizen what the sandbox gives its citizens', () => {
    expect(citizenScopeNames).toEqual([...citizenScopes]);
  });

  it('is to the licensing agency’s account what the sandbox gives it', () => {
    const [account] = serviceAccounts;
    expect(principalOf('service-licensing')).toEqual({
      kind: 'service',
      id: account?.clientId,
      agency: account?.agency,
      scopes: account?.scopes,
    });
  });
});
