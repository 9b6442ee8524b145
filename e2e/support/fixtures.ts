import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';

/** Collects what must never happen on a page: policy violations, script errors, failed responses of ours. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser reports every refused answer here as well; those that matter are caught below.
    if (message.text().startsWith('Failed to load resource')) return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
}

async function prepare(page: Page, problems: string[]): Promise<Page> {
  watch(page, problems);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  return page;
}

type Fixtures = {
  problems: string[];
  /** A page of somebody else: in a browser context of its own. */
  another: (options?: BrowserContextOptions) => Promise<Page>;
};

/** The tests' pages, which fail the test on violations of the content security policy, script errors and 5xx answers. */
export const test = base.extend<Fixtures>({
  problems: async ({}, provide) => {
    const problems: string[] = [];
    await provide(problems);
    expect(problems).toEqual([]);
  },
  page: async ({ page, problems }, provide) => {
    await provide(await prepare(page, problems));
  },
  another: async ({ browser, problems }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return prepare(await context.newPage(), problems);
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

export const locales = ['uz', 'uz-Cyrl', 'ru', 'en'] as const;
export const themes = ['light', 'dark'] as const;

/* Our pages have no frames, so axe runs in the page itself (“legacy mode”), in half the time. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails when the page violates WCAG 2.2 AA, naming rule, place and markup. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  const found = violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} at ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
  expect(found, what).toEqual([]);
}

/** Fails when the page violates WCAG 2.2 AA in the light appearance, or by its colours in the dark one. */
export async function expectAccessibleInBothThemes(page: Page, what = page.url(), { dark = true } = {}): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
  });
  await expectAccessible(page, `${what}, light`);
  if (!dark) return;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast').analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.target.join(' '))), `contrast of ${what}, dark`).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page, what = page.url()): Promise<void> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overflow, { message: `${what} scrolls sideways` }).toBeLessThanOrEqual(0);
}
