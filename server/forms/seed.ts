import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { transaction } from '../platform/db/index.ts';
import * as repository from './repository.ts';
import { formSeedSchema, type FormDefinition } from './schema.ts';

const root = join(import.meta.dirname, '../../prisma/seed/forms');

/** The shipped forms, checked. Throws naming the file that is not valid. */
export function shippedForms(): { service: string; form: FormDefinition }[] {
  const files = readdirSync(root).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => {
    try {
      const seed = formSeedSchema.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
      if (seed.service !== basename(file, '.json')) throw new Error(`is for the service ${seed.service}`);
      return seed;
    } catch (error) {
      throw new Error(`prisma/seed/forms/${file}`, { cause: error });
    }
  });
}

/** Publishes shipped forms whose definition differs from the active one, as new versions. */
export async function seedForms(): Promise<{ published: number }> {
  let published = 0;
  for (const { service, form } of shippedForms()) {
    if (!(await repository.serviceExists(service))) continue;
    const changed = await transaction(async (tx) => {
      const active = await repository.activeForm(service, tx);
      if (active && isDeepStrictEqual(active.definition, JSON.parse(JSON.stringify(form)))) return false;
      await repository.publishForm(tx, service, form);
      return true;
    });
    if (changed) published += 1;
  }
  return { published };
}
