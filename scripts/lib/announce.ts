import { demoPersons } from '../../server/identity/demo-persons.ts';
import type { Platform } from './platform.ts';
import { bold, dim } from './progress.ts';
import { postgresFolder } from './settings.ts';

/** Says where everything is, and in the demo who one can be. */
export function announce({ settings, env }: Platform): void {
  const { publicUrl, dataDir } = settings;
  const lines = ['', `  ${bold('Yagona')} is at ${bold(publicUrl)}`, `  Console for staff: ${publicUrl}/uz/admin`];
  if (env['DEMO_SERVICES'] === 'true') lines.push(`  Demo mail:         ${publicUrl}/uz/demo/inbox`, `  Demo sign-in:      ${env['OIDC_ISSUER'] ?? ''}`);
  lines.push(`  Data:              ${dataDir}`);
  const folder = postgresFolder(dataDir);
  if (!process.env['DATABASE_URL'] && !folder.startsWith(dataDir)) lines.push(`  Database:          ${folder} (PostgreSQL does not run as root, and others cannot enter ${dataDir})`);
  if (env['DEMO_SERVICES'] === 'true') {
    lines.push('', '  Sign in as one of these, without a password:');
    const width = Math.max(...demoPersons.map(({ name }) => name.length));
    const room = Math.max(20, (process.stdout.columns || 160) - width - 24);
    for (const { login, name, description } of demoPersons) lines.push(`    ${login.padEnd(16)}  ${name.padEnd(width)}  ${dim(description.en.slice(0, room))}`);
  }
  console.log([...lines, '', '  Ctrl-C stops everything.', ''].join('\n'));
}
