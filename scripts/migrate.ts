/**
 * Applies pending migrations to DATABASE_URL: `npm run migrate`.
 * `npm run migrate -- --create <name>` writes a migration with what the schema has and the database lacks.
 */
import { generate } from './lib/build.ts';
import { checkDatabase } from './lib/database.ts';
import { loadDotEnv } from './lib/settings.ts';

loadDotEnv();
const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Set DATABASE_URL to the database to migrate.');
  process.exit(1);
}
await generate();
await checkDatabase(url);
const { migrate, pendingChanges, writeMigration } = await import('../server/platform/migrate/index.ts');
const applied = await migrate(url);
console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'No pending migrations.');
const name = process.argv[process.argv.indexOf('--create') + 1];
if (process.argv.includes('--create') && name && /^[a-z0-9_]+$/.test(name)) {
  const sql = await pendingChanges(url);
  console.log(sql.trim() === '' ? 'The database already is as the schema says.' : `Written: ${writeMigration(name, sql, new Date())}. Read it before you commit it.`);
}
process.exit(0);
