/**
 * Gives the first roles of an installation, where nobody can give them yet:
 * `npm run grant -- --pinfl 30211975910033 --role platform_administrator --reason "First administrator"`.
 * The person must have signed in once. Agency roles need `--agency <id>`.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { roleGrantSchema } from '../server/identity/schema.ts';
import { grantRole } from '../server/identity/service-roles.ts';
import { systemActor } from '../server/platform/auth/actor.ts';
import { closeDb } from '../server/platform/db/index.ts';
import { loadDotEnv } from './lib/settings.ts';

loadDotEnv();
const { values } = parseArgs({ options: { pinfl: { type: 'string' }, role: { type: 'string' }, agency: { type: 'string' }, reason: { type: 'string' } } });
const input = roleGrantSchema.safeParse({ pinfl: values.pinfl, role: values.role, agencyId: values.agency ?? null, reason: values.reason });
if (!input.success) {
  console.error(`Not understood:\n${z.prettifyError(input.error)}`);
  process.exit(1);
}
try {
  await grantRole(systemActor('command line'), input.data);
  console.log('Granted.');
} catch (error) {
  console.error(`Not granted: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDb();
}
