import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../server/platform/embedded/ports.ts';
import { removeLeftovers, temporaryFolder } from '../../server/testing/folders.ts';
import { findBrowser } from './browser.ts';
import { playwrightCounts } from './counts.ts';
import type { Finding } from './checks.ts';
import { startPlatform } from './platform.ts';
import { root } from './settings.ts';
import { runTool } from './tools.ts';

/** Enough people to find somebody, few enough to be made in a second. */
const people = '1000';

/** Runs the journeys against the production build, with a database, files and ports of its own. */
export async function runJourneys(args: readonly string[], signal: AbortSignal): Promise<Finding> {
  const browser = findBrowser();
  await removeLeftovers();
  const dataDir = temporaryFolder('e2e');
  const [port, oidc, smtp] = [await freePort(), await freePort(), await freePort()];
  // Nothing that somebody has configured for himself may be tested upon.
  for (const name of ['DATABASE_URL', 'YAGONA_PROFILE', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SMTP_URL', 'PUBLIC_URL', 'HOST']) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { DEMO_OIDC_PORT: String(oidc), DEMO_SMTP_PORT: String(smtp), SEED_PEOPLE: process.env['SEED_PEOPLE'] ?? people });
  try {
    const publicUrl = `http://localhost:${port}`;
    const platform = await startPlatform({ profile: 'demo', dev: false, dataDir, postgresDir: join(dataDir, 'postgres'), host: '0.0.0.0', port, publicUrl }, { signal, extra: { RATE_LIMIT_PER_MINUTE: '100000', LOG_LEVEL: 'error' } });
    try {
      const report = join(root, 'test-results/e2e.json');
      rmSync(report, { force: true });
      const { code } = await runTool('@playwright/test/cli.js', ['test', ...args], { signal, show: true, env: { BASE_URL: publicUrl, PLAYWRIGHT_CHROMIUM: browser, E2E_DATABASE_URL: platform.databaseUrl } });
      return { ok: code === 0, counts: playwrightCounts(report), note: 'no report' };
    } finally {
      await platform.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
