/** Fills an empty database: shipped catalogue and directories always, synthetic people in the demo profile. */
import { seedDemoCases } from '../server/cases/seed-demo.ts';
import { seedCatalogue } from '../server/catalogue/seed.ts';
import { reindexServices } from '../server/catalogue/service-index.ts';
import { seedClassifiers } from '../server/classifiers/seed.ts';
import { seedForms } from '../server/forms/seed.ts';
import { seedIdentity } from '../server/identity/seed.ts';
import { closeDb } from '../server/platform/db/index.ts';
import { env } from '../server/platform/env/index.ts';
import { seedDefinitions } from '../server/registers/seed-definitions.ts';
import { seedSynonyms } from '../server/search/seed.ts';
import { seedDirectories, seedRegisters } from '../server/registers/seed.ts';

async function step(title: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const result = await work();
  console.log(`seed: ${title}${typeof result === 'string' ? `: ${result}` : ''} (${Math.round(performance.now() - started)} ms)`);
}

await step('directories', seedDirectories);
await step('catalogue', async () => `${(await seedCatalogue()).services} services added`);
await step('synonyms', async () => `${await seedSynonyms()} groups added`);
await step('classifiers', async () => `${(await seedClassifiers()).classifiers} published`);
await step('register definitions', async () => `${(await seedDefinitions()).published} published`);
await step('forms', async () => `${(await seedForms()).published} forms published`);
if (env().YAGONA_PROFILE === 'demo') {
  const people = env().SEED_PEOPLE;
  await step('registers', async () => {
    await seedRegisters(people, (done) => {
      if (done % 5_000 === 0) console.log(`seed: ${done} of ${people} people`);
    });
    return `${people} people`;
  });
  await step('demo persons', seedIdentity);
  await step('demo applications', async () => `${(await seedDemoCases()).applications} applications`);
}
await step('search index', async () => `${await reindexServices()} services`);
await closeDb();
