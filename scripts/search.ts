/** Repairs the search index, `npm run search -- reconcile`, or makes it anew while the portal works, `npm run search -- rebuild`. */
import { openDatabase, type RunningDatabase } from './lib/database.ts';
import { environmentFor } from './lib/environment.ts';
import { loadDotEnv, readSettings } from './lib/settings.ts';

const commands: Readonly<Record<string, () => Promise<string[]>>> = {
  reconcile: async () => {
    const { reconcileServices } = await import('../server/catalogue/service-index.ts');
    return (await reconcileServices()).map(({ engine, checked, missing, stale, leftOver, synonyms }) =>
      `${engine}: ${checked} published; repaired ${missing} missing, ${stale} stale, ${leftOver} left over${synonyms ? '; synonyms brought up to date' : ''}`);
  },
  rebuild: async () => {
    const { reindexServices } = await import('../server/catalogue/service-index.ts');
    return [`${await reindexServices()} services indexed`];
  },
};

let database: RunningDatabase | undefined;
try {
  const command = commands[process.argv[2] ?? ''];
  if (!command) throw new Error(`Say what to do: npm run search -- ${Object.keys(commands).join(' | ')}`);
  loadDotEnv();
  database = await openDatabase();
  Object.assign(process.env, await environmentFor(readSettings(), database.url));
  for (const line of await command()) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  const { closeDb } = await import('../server/platform/db/index.ts');
  await closeDb();
  await database?.stop();
}
process.exit();
