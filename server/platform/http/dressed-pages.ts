import { createHash } from 'node:crypto';
import { brotliCompress, constants } from 'node:zlib';
import { inlineScriptHashes, inlineStyleHashes } from './csp.ts';
import { withOwnStyles } from './page-styles.ts';
import { withoutRuntime } from './plain-pages.ts';

export type DressedPage = {
  html: string;
  /** CSP sources of the inline scripts and styles that the page ends up with. */
  scripts: string[];
  styles: string[];
  /** The best compression, ready some time after the page was first sent. */
  brotli: Buffer | null;
};

const limit = 1_000;

/**
 * Makes plain pages of what Next rendered. Prerendered pages come out the same every time, so their
 * result is kept, and compressed as well as can be in the background.
 */
export function pageDresser(distDir: string, enhancement: string): (rendered: string, keep: boolean) => DressedPage {
  const kept = new Map<string, DressedPage>();
  const dress = (rendered: string): DressedPage => {
    const html = withOwnStyles(withoutRuntime(rendered), distDir, enhancement);
    return { html, scripts: inlineScriptHashes(html), styles: inlineStyleHashes(html), brotli: null };
  };
  return (rendered, keep) => {
    if (!keep) return dress(rendered);
    const key = createHash('sha256').update(rendered).digest('base64');
    const known = kept.get(key);
    if (known) return known;
    const page = dress(rendered);
    const [oldest] = kept.keys();
    if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
    kept.set(key, page);
    brotliCompress(page.html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }, (error, bytes) => {
      if (!error) page.brotli = bytes;
    });
    return page;
  };
}
