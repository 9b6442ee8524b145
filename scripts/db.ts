/** Runs the embedded PostgreSQL alone, in the foreground, for development: `npm run db`. */
import { startEmbeddedDatabase } from './lib/database.ts';
import { loadDotEnv, prepareDataDir, readSettings } from './lib/settings.ts';
import { onInterrupt } from './lib/signals.ts';

try {
  loadDotEnv();
  const settings = readSettings();
  prepareDataDir(settings.dataDir);
  const { url, shared, stop } = await startEmbeddedDatabase(settings);
  console.log(`DATABASE_URL=${url}`);
  if (shared) {
    console.log('It was already running; the process that started it stops it.');
    process.exit(0);
  }
  console.log('Ctrl-C stops it.');
  onInterrupt(async () => {
    await stop();
    process.exit(0);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
