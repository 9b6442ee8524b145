import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { earlyScript } from '../../../components/document/early-script.ts';
import { inlineScriptHashes, scriptHash } from './csp.ts';
import { isPlainPage, withoutRuntime } from './plain-pages.ts';

type Head = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Gives a response its content security policy at the moment its head is written. A page rendered for
 * this request carries our nonce in its scripts. A prerendered page is the same bytes for everybody, so
 * it cannot: it is held until complete and its inline scripts are allowed by hash. So is a plain page,
 * which loses its runtime on the way.
 */
export function applyPagePolicy(response: ServerResponse, policyFor: (script: string[]) => string, nonce: string, plainPages: boolean): void {
  const plain = plainPages && isPlainPage(response.req.url ?? '');
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const held: Buffer[] = [];
  let holding = false;
  let decided = false;

  const decide = () => {
    if (decided) return;
    decided = true;
    const type = String(response.getHeader('content-type') ?? '');
    // A 304 has no body to hash: the browser keeps the policy it got with the page.
    if (!type.startsWith('text/html') || response.statusCode === 304 || response.req.method === 'HEAD') return;
    if (plain || (response.getHeader('x-nextjs-cache') ?? response.getHeader('x-nextjs-prerender'))) holding = true;
    else response.setHeader('Content-Security-Policy', policyFor([`'nonce-${nonce}'`, scriptHash(earlyScript), "'strict-dynamic'"]));
  };

  response.writeHead = ((status: number, ...rest: [string?, Head?] | [Head?]) => {
    const head = rest.find((part) => typeof part === 'object');
    if (head && !Array.isArray(head)) for (const [name, value] of Object.entries(head)) if (value !== undefined) response.setHeader(name, value);
    response.statusCode = status;
    decide();
    if (holding) return response;
    return writeHead(status);
  }) as typeof response.writeHead;

  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    decide();
    if (!holding) return (write as (...all: unknown[]) => boolean)(chunk, ...rest);
    held.push(Buffer.from(chunk as string));
    return true;
  }) as typeof response.write;

  response.end = ((...all: unknown[]) => {
    decide();
    if (!holding) return (end as (...rest: unknown[]) => ServerResponse)(...all);
    const [chunk] = all;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
    const html = Buffer.concat(held).toString('utf8');
    const body = plain ? withoutRuntime(html) : html;
    response.setHeader('Content-Security-Policy', policyFor(inlineScriptHashes(body)));
    response.removeHeader('Content-Length');
    holding = false;
    return (end as (...rest: unknown[]) => ServerResponse)(body === '' ? undefined : body);
  }) as typeof response.end;
}
