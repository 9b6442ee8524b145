import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A Chromium for the journeys: named by the environment, of the system, Playwright's own, or Debian's installed as root. */
export function findBrowser(): string {
  const given = process.env['PLAYWRIGHT_CHROMIUM'] ?? process.env['CHROME_PATH'];
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`There is no browser at ${given} (PLAYWRIGHT_CHROMIUM or CHROME_PATH).`);
  }
  const found = [...known, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  const tried = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') ? installFromDebian() : null;
  if (tried === 'installed') return '/usr/bin/chromium';
  throw new Error(`No Chromium was found. Install one (Debian: apt-get install chromium), run "npx playwright install chromium", or set PLAYWRIGHT_CHROMIUM to its path.${tried ? `\nInstalling it failed:\n${tried}` : ''}`);
}

function installFromDebian(): string {
  console.log('Installing chromium by apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { encoding: 'utf8', env });
  let outcome = install();
  if (outcome.status !== 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    outcome = install();
  }
  return existsSync('/usr/bin/chromium') ? 'installed' : outcome.stderr.slice(-1_000);
}
