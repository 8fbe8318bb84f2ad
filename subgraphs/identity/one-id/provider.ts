import { type Client, type Context, errors, Provider, type StructuredToken, type Token } from 'oidc-provider';
import type { IdentityModels } from '../model.ts';
import { findAccount } from './accounts.ts';
import type { OneIdModels } from './model.ts';
import { renderError, renderSignedOut, renderSignOut } from './pages/providerPages.ts';
import { recordAdapter } from './recordAdapter.ts';
import { agencyOfServiceAccount, relyingParties, serviceAccounts } from './relyingParties.ts';
import { scopesOfPeople } from './scopes.ts';
import { derivedKey, type OneIdSettings, oneIdPath } from './settings.ts';

/** The graph as a resource (RFC 8707 wants a URI); its tokens carry the audience `mpp-digital`. */
export const graphResource = 'urn:mpp-digital:graph';
export const graphAudience = 'mpp-digital';

/**
 * As the gateway does not ask back, a person's token lives on after a block, and is renewed no more. Clocks may differ by as
 * much again, so that it is dead within a minute (security.md, attack A27).
 */
const accessTokenSeconds = 30;
/** Of service accounts, whose keys are changed rather than blocked, and of what says who signed in. */
const otherTokenSeconds = 5 * 60;
/** A working day: after it, everybody signs in anew. Tokens that can be renewed end with the session. */
const sessionSeconds = 8 * 60 * 60;

/**
 * Makes the OpenID provider: authorization code with PKCE for citizens and staff, client credentials for agencies, and
 * nothing else (OAuth 2.0 Security Best Current Practice, RFC 9700; access tokens by RFC 9068).
 */
export function oneIdProvider(models: Models, settings: OneIdSettings): Provider {
  const isSecure = new URL(settings.issuer).protocol === 'https:';
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  const provider = new Provider(settings.issuer, {
    adapter: recordAdapter(models),
    clients: relyingParties(settings),
    jwks: { keys: settings.signingKeys.map((key) => ({ ...key, alg: 'ES256', use: 'sig' })) },
    cookies: {
      keys: settings.secrets.map((secret) => derivedKey(secret, 'cookies').toString('base64url')),
      names: { session: 'one_id_session', interaction: 'one_id_sign_in', resume: 'one_id_resume' },
      long: { ...cookie, path: oneIdPath },
      short: cookie,
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      jwks: '/jwks',
      revocation: '/revoke',
      end_session: '/sign-out',
    },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `${oneIdPath}/sign-in/${uid}` },
    scopes: ['openid', ...new Set([...scopesOfPeople, ...serviceAccounts.flatMap(({ scopes }) => scopes)])],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientAuthMethods: ['none', 'private_key_jwt'],
    clientDefaults: {
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
      response_types: ['code'],
    },
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'], idTokenSigningAlgValues: ['ES256'] },
    clientBasedCORS: (_context: Context, origin: string, client: Client) =>
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: (_context: Context, client: Client, token: Token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: true, logoutSource: renderSignOut, postLogoutSuccessSource: renderSignedOut },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphResource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context: Context, resource: string, client: Client) => graphFor(resource, client),
      },
    },
    extraTokenClaims: (_context: Context, token: Token) => claimsOf(models, token),
    formats: {
      customizers: {
        jwt: (_context: Context, token: Token, { payload }: StructuredToken) => cutScope(models, token, payload),
      },
    },
    findAccount: async (_context: Context, id: string) =>
      (await findAccount(models, id)) ? { accountId: id, claims: async () => ({ sub: id }) } : undefined,
    issueRefreshToken: (_context: Context, client: Client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: () => true,
    renderError,
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      ClientCredentials: otherTokenSeconds,
      Grant: sessionSeconds,
      IdToken: otherTokenSeconds,
      Interaction: 10 * 60,
      RefreshToken: sessionSeconds,
      Session: sessionSeconds,
    },
  });
  provider.proxy = isSecure;
  return provider;
}

function graphFor(resource: string, client: Client) {
  if (resource !== graphResource) throw new errors.InvalidTarget();
  return {
    audience: graphAudience,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'ES256' } },
    scope: (client.scope ?? '')
      .split(' ')
      .filter((scope) => scope !== 'openid')
      .join(' '),
  };
}

type Models = IdentityModels & OneIdModels;

/** What the gateway makes a principal of (gateway/admit/authenticate.ts). */
async function claimsOf(models: Models, { clientId, accountId }: Token): Promise<Readonly<Record<string, string>>> {
  if (accountId !== undefined) {
    const account = await findAccount(models, accountId);
    if (!account) throw new errors.InvalidGrant('Whoever signed in may not be signed in any more.');
    return account.claims;
  }
  const agency = agencyOfServiceAccount(clientId);
  if (agency === null) throw new errors.InvalidTarget('Only a service account has a token of its own.');
  return { role: 'service', agency };
}

/** Consent was given for what the account had then; a token carries what of it the account still has. */
async function cutScope(models: Models, { accountId }: Token, payload: StructuredToken['payload']): Promise<void> {
  if (accountId === undefined || payload.scope === undefined) return;
  const account = await findAccount(models, accountId);
  const left = payload.scope.split(' ').filter((scope) => account?.mayHave(scope));
  payload.scope = left.length > 0 ? left.join(' ') : undefined;
}
