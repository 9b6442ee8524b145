import type { Page } from '@playwright/test';

/** Signs in as a demo person (by login, see `server/identity/demo-persons.ts`) and comes back to `path`. */
export async function signInAs(page: Page, login: string, path = '/uz/cabinet/profile'): Promise<void> {
  await page.goto(`/uz/sign-in?${new URLSearchParams({ to: path }).toString()}`);
  await page.locator('main form[action="/api/sign-in"] button').click();
  await page.locator(`button[name="login"][value="${login}"]`).click();
  await page.waitForURL((url) => url.pathname + url.search === path);
}
