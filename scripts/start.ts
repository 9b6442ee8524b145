/** Runs the whole product: `npm start`, or `npm run dev` with hot reload. */
import { demoPersons } from '../server/identity/demo-persons.ts';
import { runUndo, startPlatform, type Platform, type Undo } from './lib/platform.ts';
import { loadDotEnv, readSettings } from './lib/settings.ts';

loadDotEnv();
const undo: Undo = [];
/** Changed by signals, i.e. between any two steps. */
const state = { stopping: false };

async function stop(code: number): Promise<void> {
  if (state.stopping) return;
  state.stopping = true;
  console.log('\nStopping …');
  await runUndo(undo);
  console.log('Stopped.');
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

function announce({ settings, issuer, env }: Platform): void {
  const lines = ['', `  Yagona is at ${settings.publicUrl}`, `  Console for staff: ${settings.publicUrl}/uz/admin`];
  if (env['DEMO_SERVICES'] === 'true') {
    lines.push(`  Demo inbox: ${settings.publicUrl}/uz/demo/inbox`, `  Demo identity provider: ${issuer}`, `  Data: ${settings.dataDir} (database: ${settings.postgresDir})`, '', '  Sign in as one of these demo persons (no password):');
    for (const person of demoPersons) {
      const roles = person.roles.map(({ role, agencyId }) => [role.replace('_', ' '), agencyId].filter(Boolean).join(' of ')).join(', ');
      lines.push(`    ${person.login.padEnd(18)} ${person.name.padEnd(40)} ${roles || 'citizen'}`);
    }
  }
  console.log([...lines, '', '  Ctrl-C stops everything.', ''].join('\n'));
}

try {
  console.log('Starting Yagona');
  const platform = await startPlatform(readSettings(process.argv.includes('--dev')), { undo });
  if (state.stopping) await runUndo(undo);
  else announce(platform);
} catch (error) {
  await runUndo(undo);
  if (!state.stopping) {
    console.error(`\nYagona could not start.\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
