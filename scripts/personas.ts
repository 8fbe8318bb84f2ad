import { z } from 'zod';
import { castCitizens, castStaff, type StaffSlug } from '#kit/sandbox/cast.ts';
import { principalOf } from '#kit/sandbox/population.ts';
import { staffNumberOf } from '#kit/sandbox/staffNumbers.ts';
import { dataDirectory } from './dataDirectory.ts';
import { oneIdIssuer } from './oneId.ts';
import { sandboxKeys } from './sandboxKeys.ts';
import { startedPort } from './startedPort.ts';

/**
 * Prints with which NIK each citizen of the cast signs in at One ID, as the running sandbox (`npm start`) knows it: birth
 * dates, and so numbers, count back from the day on which it was seeded. Then the staff numbers of those who work there.
 */
const directory = dataDirectory();
const port = startedPort(directory);
const { issuer } = await sandboxKeys(directory, oneIdIssuer(port));
const answer = z.object({ data: z.object({ me: z.object({ nik: z.string(), fullName: z.string() }) }) });

for (const { slug, shows } of castCitizens) {
  const principal = principalOf(slug);
  if (principal.kind === 'anonymous') continue;
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await issuer.tokenFor(principal)}` },
    body: JSON.stringify({ query: '{ me { nik fullName } }' }),
  });
  const { nik, fullName } = answer.parse(await response.json()).data.me;
  console.log(`${slug.padEnd(18)} ${nik}    ${fullName.padEnd(20)} ${shows}`);
}

for (const [slug, { kind, scopes, ...works }] of Object.entries(castStaff)) {
  const staffNumber = staffNumberOf(slug as StaffSlug);
  if (staffNumber === null) continue;
  const agency = 'agency' in works ? `${works.agency}, ` : '';
  const region = 'region' in works ? `region ${works.region}, ` : '';
  console.log(`${slug.padEnd(18)} ${staffNumber}  ${kind}: ${agency}${region}may ${scopes.join(', ')}`);
}
