/** Where a webhook may go. An address that is refused here is never connected to: requests must not reach inside our own network. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside.addSubnet(net, bits, 'ipv4');
// Of IPv6 only 2000::/3 is public, without what carries other addresses within or is for examples.
const publicSix = new BlockList();
publicSix.addSubnet('2000::', 3, 'ipv6');
const carriers = new BlockList();
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) carriers.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, 'ipv4');
  return version === 6 && publicSix.check(address, 'ipv6') && !carriers.check(address, 'ipv6');
}

const isLoopback = (address: string) => address === '::1' || /^127\./.test(address);

export type Profile = 'demo' | 'production';

/** The host of an address, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** What can be said of an address without asking the name service. `http` only to this machine, and only in the demo. */
export function mayBeWebhook(text: string, profile: Profile): boolean {
  if (!URL.canParse(text) || text.length > 2_000) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  const host = hostOf(url);
  const local = host === 'localhost' || isLoopback(host);
  if (profile === 'demo' && local) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && !local && (isIP(host) === 0 || isPublicAddress(host));
}

/** The address to connect to, asked anew each time; null unless every address of the name is allowed. */
export async function resolveWebhook(url: URL, profile: Profile): Promise<{ address: string; family: number } | null> {
  if (!mayBeWebhook(url.href, profile)) return null;
  const found = await lookup(hostOf(url), { all: true });
  const allowed = found.every(({ address }) => isPublicAddress(address) || (profile === 'demo' && isLoopback(address)));
  return allowed ? (found[0] ?? null) : null;
}
