import type { ServerResponse } from 'node:http';

/** Headers that every answer carries, whatever it is. */
export function setSecurityHeaders(response: ServerResponse, https: boolean): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}
