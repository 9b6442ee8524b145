/** Runs the whole product: `npm start`, or `npm run dev` with hot reload. */
import { announce } from './lib/announce.ts';
import { startPlatform } from './lib/platform.ts';
import { loadDotEnv, readSettings } from './lib/settings.ts';
import { onInterrupt } from './lib/signals.ts';

const starting = new AbortController();
let stop: (() => Promise<void>) | undefined;

onInterrupt(async () => {
  console.log('\nStopping …');
  starting.abort(new Error('Stopped while starting.'));
  if (!stop) return;
  await stop();
  console.log('Stopped.');
  process.exit(0);
});

try {
  console.log('Starting Yagona');
  loadDotEnv();
  const platform = await startPlatform(readSettings(process.argv.includes('--dev')), { signal: starting.signal });
  stop = platform.stop;
  announce(platform);
} catch (error) {
  if (starting.signal.aborted) console.log('Stopped.');
  else console.error(`\nYagona could not start.\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(starting.signal.aborted ? 0 : 1);
}
