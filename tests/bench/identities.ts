import { citizenScopes } from '#kit/sandbox/cast.ts';
import { type DevelopmentIssuer, developmentIssuer, newIssuerKey } from '#kit/sandbox/issuer.ts';
import { newGatewayKeys } from '../../scripts/sandboxKeys.ts';

/** Tokens minted beforehand, and the settings of a gateway that accepts them. */
export interface Identities {
  readonly tokens: readonly string[];
  /** TOKEN_ISSUER and the like, and the key that the gateway signs with. */
  readonly settings: Readonly<Record<string, string>>;
}

const mintedAtOnce = 500;

/** Mints the access tokens of some invented citizens. */
export async function mintIdentities(count: number): Promise<Identities> {
  const issuer = await developmentIssuer(await newIssuerKey());
  const tokens: string[] = [];
  while (tokens.length < count) tokens.push(...(await mint(issuer, tokens.length, Math.min(mintedAtOnce, count))));
  return {
    tokens,
    settings: {
      TOKEN_ISSUER: issuer.issuer,
      TOKEN_JWKS: issuer.jwks,
      GATEWAY_PRIVATE_KEY: newGatewayKeys().gatewayPrivateKey,
    },
  };
}

function mint(issuer: DevelopmentIssuer, from: number, count: number): Promise<string[]> {
  const citizens = Array.from({ length: count }, (_, index) => `ctz_bench_${from + index}`);
  return Promise.all(
    citizens.map((id) => issuer.tokenFor({ kind: 'citizen', id, scopes: [...citizenScopes] }, { expiresIn: '6h' })),
  );
}
