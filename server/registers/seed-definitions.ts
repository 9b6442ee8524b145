/** Shipped definitions: published when a register is new, or when the platform brings a newer version. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../platform/clock/index.ts';
import { transaction } from '../platform/db/index.ts';
import * as definitions from './repository-definitions.ts';
import { openPartition } from './repository-records.ts';
import { definitionSchema, problemsOfDefinition, type Definition } from './schema-definition.ts';

const folder = join(import.meta.dirname, '../../prisma/seed/registers');
const order = ['individuals', 'civil-acts', 'legal-entities', 'entrepreneurs', 'addresses', 'vehicles', 'driving-licences', 'parcels', 'buildings', 'premises', 'real-estate-rights'];

/** Shipped definitions, checked, in the order in which they are listed. */
export function shippedDefinitions(): Definition[] {
  const all = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => definitionSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  for (const definition of all) {
    const [problem] = problemsOfDefinition(definition);
    if (problem) throw new Error(`The shipped definition of ${definition.id} is not sound: ${JSON.stringify(problem)}`);
  }
  return all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

export async function seedDefinitions(): Promise<{ published: number }> {
  let published = 0;
  for (const [position, definition] of shippedDefinitions().entries()) {
    if (await definitions.published(definition.id)) continue;
    await transaction(async (tx) => {
      await definitions.publish(tx, definition, { minor: 0, note: 'Shipped with the platform', at: now(), publisherName: 'Yagona', position });
      await openPartition(tx, definition.id, { fields: definition.indexed, unique: definition.unique });
    });
    published += 1;
  }
  return { published };
}
