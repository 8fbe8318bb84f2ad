import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { unauthenticated } from './errors.ts';

const agencyHeader = 'x-mpp-agency';
const signatureHeader = 'x-mpp-agency-signature';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The headers by which an agency proves to another that it says this, outside the graph. Saying the same again changes
 * nothing where it is taken, so there is no nonce.
 *
 * @param path where it is told, so that what was meant for one ear is not told to another
 */
export function signTelling(key: KeyObject, agency: string, path: string, body: string): Record<string, string> {
  const signature = sign(null, signedText(agency, path, body), key).toString('base64url');
  return { [agencyHeader]: agency, [signatureHeader]: signature };
}

/**
 * Which agency says this.
 *
 * @param keys the agencies' public keys, by name
 * @throws UNAUTHENTICATED when the agency's key did not sign these bytes for this path
 */
export function tellerOf(
  keys: ReadonlyMap<string, KeyObject>,
  path: string,
  headers: Headers,
  body: string | Uint8Array,
): string {
  const agency = headers[agencyHeader];
  const signature = headers[signatureHeader];
  const key = typeof agency === 'string' ? keys.get(agency) : undefined;
  if (typeof agency !== 'string' || typeof signature !== 'string' || !key) throw unknownTeller();
  if (!verify(null, signedText(agency, path, body), key, Buffer.from(signature, 'base64url'))) throw unknownTeller();
  return agency;
}

/** The refusal of a teller that is not known, or that speaks for another. */
export function unknownTeller() {
  return unauthenticated('This is for agencies with a known key only.');
}

function signedText(agency: string, path: string, body: string | Uint8Array): Buffer {
  const digest = createHash('sha256').update(body).digest('base64url');
  return Buffer.from(`POST\n${path}\n${agency}\n${digest}`);
}
