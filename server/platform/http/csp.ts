import { createHash } from 'node:crypto';

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/gi;

/** The CSP source expression that allows exactly this inline script or style. */
export function sourceHash(body: string): string {
  return `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
}

/** CSP source expressions for every inline script of a page. */
export const inlineScriptHashes = (html: string): string[] => hashesOf(html, inlineScript);

/** CSP source expressions for every inline style sheet of a page. */
export const inlineStyleHashes = (html: string): string[] => hashesOf(html, inlineStyle);

function hashesOf(html: string, pattern: RegExp): string[] {
  const bodies = [...html.matchAll(pattern)].flatMap(([, body]) => (body ? [body] : []));
  return [...new Set(bodies.map(sourceHash))];
}

export type CspOptions = {
  /** Extra sources for scripts: a nonce, or hashes. */
  script: readonly string[];
  /** Extra sources for styles: hashes. */
  style?: readonly string[];
  /** Origins that forms of this site may lead to, i.e. the identity provider. */
  formTargets: readonly string[];
  development: boolean;
};

/** The policy sent with every HTML page: nothing but our own origin, no inline code that we did not write. */
export function contentSecurityPolicy({ script, style = [], formTargets, development }: CspOptions): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...script, ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", ...style, ...(development ? ["'unsafe-inline'"] : [])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'manifest-src': ["'self'"],
    'frame-src': ["'self'"],
    'form-action': ["'self'", ...formTargets],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
