import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPublicAddress, mayBeWebhook, resolveWebhook } from './address.ts';

it.each(['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', 'nonsense'])('%s is inside', (address) => expect(isPublicAddress(address)).toBe(false));
it.each(['8.8.8.8', '172.32.0.1', '213.230.0.1', '2a00:1450::1'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

it.each(['http://example.uz/hook', 'https://user:pass@example.uz/', 'ftp://example.uz/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://10.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'file:///etc/passwd', ''])('production refuses %s', async (url) => {
  expect(mayBeWebhook(url, 'production')).toBe(false);
  if (URL.canParse(url)) expect(await resolveWebhook(new URL(url), 'production')).toBeNull();
});

it('takes http in the demo only to this machine', () => {
  expect(mayBeWebhook('http://localhost:4000/hook', 'demo')).toBe(true);
  expect(mayBeWebhook('http://example.uz/hook', 'demo')).toBe(false);
  expect(mayBeWebhook('http://192.168.1.1/hook', 'demo')).toBe(false);
  expect(mayBeWebhook('https://example.uz/hook', 'production')).toBe(true);
});

it('refuses a name that leads inside, whatever the profile lets through at first', async () => {
  // Every machine resolves its own name to itself.
  expect(await resolveWebhook(new URL('https://localhost:1/'), 'production')).toBeNull();
});

it('answers for any text', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.ipV4(), fc.ipV6()), (text) => {
  mayBeWebhook(text, 'production');
  isPublicAddress(text);
})));
