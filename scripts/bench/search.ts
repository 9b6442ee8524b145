/** Measures search: `npm run bench:search` prints relevance by language and category for each engine, then the time that suggestions take. Asserts nothing. A part: `-- relevance` or `-- suggestions`. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/platform/migrate/index.ts';
import { startEmbeddedDatabase, type RunningDatabase } from '../lib/database.ts';
import { environmentFor } from '../lib/environment.ts';
import { loadDotEnv, postgresFolder, prepareDataDir, readSettings } from '../lib/settings.ts';
import { benchSuggestions } from './search-suggestions.ts';

/** Relevance of every engine, on the shipped services alone. */
async function relevance(): Promise<void> {
  const { searching } = await import('../../server/platform/search/engine.ts');
  const { groupsOf, judgeAll } = await import('../../server/testing/relevance.ts');
  for (const engine of searching().engines) {
    console.log(`\n  ${engine.name.padEnd(16)} queries   nDCG@10   recall@10   without results`);
    for (const [name, { queries, ndcg, recall, zero }] of groupsOf(await judgeAll(engine))) {
      console.log(`  ${name.padEnd(16)} ${String(queries).padStart(7)} ${ndcg.toFixed(3).padStart(9)} ${recall.toFixed(3).padStart(11)} ${`${(zero * 100).toFixed(1)} %`.padStart(17)}`);
    }
  }
}

loadDotEnv();
const dataDir = mkdtempSync(join(tmpdir(), 'yagona-bench-search-'));
chmodSync(dataDir, 0o755);
Reflect.deleteProperty(process.env, 'DATABASE_URL');
let database: RunningDatabase | undefined;
try {
  prepareDataDir(dataDir);
  database = await startEmbeddedDatabase({ postgresDir: postgresFolder(dataDir) });
  await migrate(database.url);
  Object.assign(process.env, await environmentFor({ ...readSettings(), dataDir }, database.url, { LOG_LEVEL: 'error' }));
  const { seedCatalogue } = await import('../../server/catalogue/seed.ts');
  const { seedSynonyms } = await import('../../server/search/seed.ts');
  const { refreshServiceSynonyms, reindexServices } = await import('../../server/catalogue/service-index.ts');
  const { labelledQueries } = await import('../../server/testing/relevance.ts');
  await seedCatalogue();
  await reindexServices();
  const { searching } = await import('../../server/platform/search/engine.ts');
  if (searching().engines.length === 1) console.log('\n  MEILISEARCH_URL is not set: PostgreSQL is measured alone.');
  const only = process.argv[2];
  if (only !== 'suggestions') {
    console.log('\n  Without synonyms');
    await relevance();
  }
  await seedSynonyms();
  await refreshServiceSynonyms();
  if (only !== 'suggestions') {
    console.log('\n  With the shipped synonyms');
    await relevance();
  }
  if (only !== 'relevance') await benchSuggestions(database.url, labelledQueries());
} finally {
  const { closeDb } = await import('../../server/platform/db/index.ts');
  await closeDb();
  await database?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
