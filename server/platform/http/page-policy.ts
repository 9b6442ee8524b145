import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { earlyScript } from '../../../components/document/early-script.ts';
import { inlineScriptHashes, inlineStyleHashes, sourceHash } from './csp.ts';
import type { DressedPage } from './dressed-pages.ts';
import { isPlainPage } from './plain-pages.ts';
import { statusOf } from './status-meta.ts';

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Anything = (...all: unknown[]) => unknown;

export type PagePolicy = {
  policyFor: (script: string[], style?: string[]) => string;
  /** In the scripts of pages rendered for this request. */
  nonce: string;
  /** Makes a plain page of a rendered one; null in development, where pages keep their runtime. */
  dress: ((rendered: string, keep: boolean) => DressedPage) | null;
};

/**
 * Gives a response its content security policy at the moment its head is written. A page rendered for
 * this request carries our nonce in its scripts. A prerendered page is the same bytes for everybody, so
 * it cannot: it is held until complete and its inline scripts are allowed by hash. So is a plain page,
 * which loses its runtime on the way.
 */
export function applyPagePolicy(response: ServerResponse, { policyFor, nonce, dress }: PagePolicy): void {
  const plain = dress !== null && isPlainPage(response.req.url ?? '');
  const acceptsBrotli = /\bbr\b/.test(response.req.headers['accept-encoding']?.toString() ?? '');
  const writeHead = response.writeHead.bind(response) as Anything;
  const write = response.write.bind(response) as Anything;
  const end = response.end.bind(response) as Anything;
  const held: Buffer[] = [];
  let holding = false;
  let prerendered = false;
  let decided = false;

  const decide = () => {
    if (decided) return;
    decided = true;
    const type = String(response.getHeader('content-type') ?? '');
    // A 304 has no body to hash: the browser keeps the policy it got with the page.
    if (!type.startsWith('text/html') || response.statusCode === 304 || response.req.method === 'HEAD') return;
    prerendered = (response.getHeader('x-nextjs-cache') ?? response.getHeader('x-nextjs-prerender')) !== undefined;
    if (plain || prerendered) holding = true;
    else response.setHeader('Content-Security-Policy', policyFor([`'nonce-${nonce}'`, sourceHash(earlyScript), "'strict-dynamic'"]));
  };

  const release = (html: string): string | Buffer => {
    const status = response.statusCode === 200 ? statusOf(html) : null;
    if (status !== null) {
      response.statusCode = status;
      // What is gone may come back: nobody keeps this answer.
      response.setHeader('Cache-Control', 'no-store');
    }
    if (!plain) {
      response.setHeader('Content-Security-Policy', policyFor(inlineScriptHashes(html), inlineStyleHashes(html)));
      return html;
    }
    const page = dress(html, prerendered);
    // Next announces style sheets that this page carries in itself.
    response.removeHeader('Link');
    response.setHeader('Content-Security-Policy', policyFor(page.scripts, page.styles));
    if (page.brotli === null || !acceptsBrotli) return page.html;
    response.setHeader('Content-Encoding', 'br');
    response.appendHeader('Vary', 'Accept-Encoding');
    return page.brotli;
  };

  response.writeHead = ((status: number, ...rest: [string?, Head?] | [Head?]) => {
    const head = rest.find((part) => typeof part === 'object');
    if (head && !Array.isArray(head)) for (const [name, value] of Object.entries(head)) if (value !== undefined) response.setHeader(name, value);
    response.statusCode = status;
    decide();
    return holding ? response : writeHead(status);
  }) as typeof response.writeHead;

  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    decide();
    if (!holding) return write(chunk, ...rest);
    held.push(Buffer.from(chunk as string));
    return true;
  }) as typeof response.write;

  response.end = ((...all: unknown[]) => {
    decide();
    if (!holding) return end(...all);
    const [chunk] = all;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
    holding = false;
    const body = release(Buffer.concat(held).toString('utf8'));
    response.removeHeader('Content-Length');
    return end(body.length === 0 ? undefined : body);
  }) as typeof response.end;
}
