import { isIPv4, isIPv6 } from 'node:net';

/**
 * The address that a request came from, as far as it can be trusted.
 *
 * @param proxies how many reverse proxies of our own stand before the server; each adds one entry to the right of
 *   X-Forwarded-For, and everything further left is the client's word
 */
export function clientAddress(
  request: { readonly socketAddress: string | undefined; readonly forwardedFor: string | undefined },
  proxies: number,
): string {
  const hops = [...(request.forwardedFor ?? '').split(',').map((hop) => hop.trim()), request.socketAddress ?? ''];
  return networkOf(hops.at(-1 - Math.min(proxies, hops.length - 1)) ?? '');
}

/** An IPv4 address as it is; of an IPv6 address the /64 network, since one household has all of it. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped) || !isIPv6(address)) return mapped;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
