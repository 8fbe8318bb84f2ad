import type { Principal } from '#kit/principal.ts';
import { personaSlugs } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer } from './oneId.ts';
import { sandboxKeys } from './sandboxKeys.ts';
import { startedPort } from './startedPort.ts';

const [who, ...more] = process.argv.slice(2);
const principal = who === 'officer' ? officerOf(more) : personaOf(who);
if (!principal || principal.kind === 'anonymous') {
  console.error(`Say whose token: npm run token -- <persona>, one of ${personaSlugs.join(', ')};
or, for an agency that the cast has nobody of: npm run token -- officer <agency> <region> <scopes>, such as
npm run token -- officer health 33.72 applications:read applications:verify`);
  process.exitCode = 2;
} else {
  const directory = dataDirectory();
  const { issuer } = await sandboxKeys(directory, oneIdIssuer(startedPort(directory)));
  console.log(await issuer.tokenFor(principal));
}

function personaOf(name: string | undefined): Principal | null {
  const slug = personaSlugs.find((known) => known === name);
  return slug ? principalOf(slug) : null;
}

/** An officer who has no account: one who signs is somebody else than one who checks. */
function officerOf([agency, region, ...scopes]: readonly string[]): Principal | null {
  if (!agency || !region || scopes.length === 0) return null;
  const head = scopes.includes('applications:approve') ? 'sig' : 'off';
  return { kind: 'officer', id: `${head}-${agency}-${region}`, agency, region, scopes };
}
