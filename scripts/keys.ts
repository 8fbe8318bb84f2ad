import { agencyNames } from '../schema/agencies.ts';
import { accessLogKeys, accessLogKeysAsSettings } from './accessLogKeys.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer, oneIdSettings } from './oneId.ts';
import { gatewayPort } from './platform.ts';
import { sandboxKeys } from './sandboxKeys.ts';
import { vaultKeys } from './vaultKeys.ts';

/** Prints the sandbox's keys as settings, for docker-compose: `npm run -s keys > .env`. */
const keys = await sandboxKeys(dataDirectory(), oneIdIssuer(gatewayPort()));
const { gatewayPrivateKey, gatewayPublicKey, issuer } = keys;
const settings = {
  GATEWAY_PRIVATE_KEY: gatewayPrivateKey,
  GATEWAY_PUBLIC_KEY: gatewayPublicKey,
  TOKEN_ISSUER: issuer.issuer,
  TOKEN_JWKS: issuer.jwks,
  DEVELOPMENT_ISSUER_KEY: JSON.stringify(issuer.privateJwk),
  ...(await oneIdSettings(dataDirectory(), keys, gatewayPort())),
  ...accessLogKeysAsSettings(await accessLogKeys(dataDirectory(), agencyNames())),
  VAULT_KEYS: await vaultKeys(dataDirectory()),
};
for (const [name, value] of Object.entries(settings)) console.log(`${name}='${value}'`);
