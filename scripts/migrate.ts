/**
 * Applies pending migrations to DATABASE_URL, or to the embedded database: `npm run migrate`.
 * `npm run migrate -- --create <name>` writes a migration with what `prisma/schema` has beyond the migrations.
 */
import { migrate, pendingChanges, writeMigration } from '../server/platform/migrate/index.ts';
import { openDatabase, type RunningDatabase } from './lib/database.ts';
import { loadDotEnv } from './lib/settings.ts';

async function create(url: string, name: string | undefined): Promise<string> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Name the migration in small letters: npm run migrate -- --create add_opening_hours');
  const sql = await pendingChanges(url);
  if (sql === '') return 'The migrations already make what prisma/schema says; nothing was written.';
  return `Written: ${writeMigration(name, sql, new Date())}\nRead it before you commit it, and apply it with: npm run migrate`;
}

let database: RunningDatabase | undefined;
try {
  loadDotEnv();
  database = await openDatabase();
  const option = process.argv.indexOf('--create');
  if (option > 0) console.log(await create(database.url, process.argv[option + 1]));
  else {
    const applied = await migrate(database.url);
    console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'No migration was pending.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
await database?.stop();
process.exit();
