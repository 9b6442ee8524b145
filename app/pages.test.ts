import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const app = import.meta.dirname;
const pages = globSync('**/page.tsx', { cwd: app });

/** The page and the layouts around it. */
function around(page: string): string[] {
  const files = [page];
  for (let folder = dirname(page); folder !== '.'; folder = dirname(folder)) files.push(join(folder, 'layout.tsx'));
  return files.flatMap((file) => globSync(file.replace(/[[\]]/g, '[$&]'), { cwd: app }));
}

const sourceOf = (file: string): string => readFileSync(join(app, file), 'utf8');

it('finds pages', () => {
  expect(pages.length).toBeGreaterThan(10);
});

// Pages are kept once made; in production Next refuses to read a request for one of those.
it.each(pages)('%s says that it is dynamic when it reads the request', (page) => {
  const reads = /\bsearchParams\b|\bcurrent(?:Actor|Person)\w*\(|\b(?:cookies|headers)\(\)/.test(sourceOf(page));
  const dynamic = around(page).some((file) => /^export const dynamic = 'force-dynamic';$/m.test(sourceOf(file)));
  expect(reads && !dynamic, "add `export const dynamic = 'force-dynamic'` to the page or to a layout around it").toBe(false);
});
