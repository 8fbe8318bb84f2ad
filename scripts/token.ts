import { personaSlugs } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer } from './oneId.ts';
import { sandboxKeys } from './sandboxKeys.ts';
import { startedPort } from './startedPort.ts';

const slug = personaSlugs.find((known) => known === process.argv[2]);
const principal = slug ? principalOf(slug) : null;
if (!principal || principal.kind === 'anonymous') {
  console.error(`Say whose token: npm run token -- <persona>, one of ${personaSlugs.join(', ')}.`);
  process.exitCode = 2;
} else {
  const directory = dataDirectory();
  const { issuer } = await sandboxKeys(directory, oneIdIssuer(startedPort(directory)));
  console.log(await issuer.tokenFor(principal));
}
