import type { ClientMetadata } from 'oidc-provider';
import { scopesOfPeople } from './scopes.ts';
import type { OneIdSettings } from './settings.ts';

/** An agency's service account: it asks the graph in the agency's own name. */
interface ServiceAccount {
  readonly clientId: string;
  readonly name: string;
  readonly agency: string;
  readonly scopes: readonly string[];
}

/**
 * The agencies' service accounts. Each one was agreed on for a purpose: business licensing checks applicants' tax status
 * and identity before it decides; a bank that takes taxes for the state tells of each payment.
 */
export const serviceAccounts: readonly ServiceAccount[] = [
  {
    clientId: 'svc-licensing',
    name: 'Perizinan Berusaha (OSS)',
    agency: 'business-licensing',
    scopes: ['tax:clearance', 'identity:verify'],
  },
  {
    clientId: 'svc-bank',
    name: 'Bank persepsi contoh',
    agency: 'bank',
    scopes: ['tax:payments'],
  },
];

/** Everybody who may ask One ID for a token. Registration is code: a new relying party is a reviewed change. */
export function relyingParties(settings: OneIdSettings): ClientMetadata[] {
  return [
    publicPage('portal', 'MPP Digital', `${settings.portalOrigin}/sign-in/callback`, `${settings.portalOrigin}/`),
    {
      ...publicPage(
        'playground',
        'MPP Digital Playground',
        `${settings.gatewayOrigin}/playground/`,
        `${settings.gatewayOrigin}/playground/`,
      ),
      // It asks for whatever the graph knows; as everywhere, people are granted at most what their account has.
      scope: ['openid', ...new Set([...scopesOfPeople, ...serviceAccounts.flatMap(({ scopes }) => scopes)])].join(' '),
    },
    ...serviceAccounts.flatMap((account) => {
      const keys = settings.serviceKeys[account.clientId];
      return keys ? [serviceClient(account, keys)] : [];
    }),
  ];
}

/** The agency that a service account belongs to; `null` for any other relying party. */
export function agencyOfServiceAccount(clientId: string): string | null {
  return serviceAccounts.find((account) => account.clientId === clientId)?.agency ?? null;
}

/** Pages in the browser can keep no secret: PKCE proves that who redeems a code is who asked for it (RFC 9700). */
function publicPage(clientId: string, name: string, redirectUri: string, afterSignOut: string): ClientMetadata {
  return {
    client_id: clientId,
    client_name: name,
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [afterSignOut],
    scope: ['openid', ...scopesOfPeople].join(' '),
  };
}

function serviceClient({ clientId, name, scopes }: ServiceAccount, jwks: { keys: readonly object[] }): ClientMetadata {
  return {
    client_id: clientId,
    client_name: name,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    jwks: { keys: [...jwks.keys] },
    scope: scopes.join(' '),
  };
}
