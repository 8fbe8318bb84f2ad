import { personaSlugs } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer } from './oneId.ts';
import { gatewayPort } from './platform.ts';
import { sandboxKeys } from './sandboxKeys.ts';

const slug = personaSlugs.find((known) => known === process.argv[2]);
const principal = slug ? principalOf(slug) : null;
if (!principal || principal.kind === 'anonymous') {
  console.error(`Say whose token: npm run token -- <persona>, one of ${personaSlugs.join(', ')}.`);
  process.exitCode = 2;
} else {
  const { issuer } = await sandboxKeys(dataDirectory(), oneIdIssuer(gatewayPort()));
  console.log(await issuer.tokenFor(principal));
}
