/** Validates the shipped catalogue content: `npx tsx scripts/check-content.ts [service-id …]`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { agencySeedSchema } from '../server/agencies/schema.ts';
import { lifeEventSeedSchema, serviceSeedSchema, sphereSeedSchema } from '../server/catalogue/schema.ts';

const seed = join(import.meta.dirname, '..', 'prisma', 'seed');
const read = (file: string): unknown => JSON.parse(readFileSync(join(seed, file), 'utf8'));
const spheres = new Set(z.array(sphereSeedSchema).parse(read('spheres.json')).map((s) => s.id));
const events = new Set(z.array(lifeEventSeedSchema).parse(read('life-events.json')).map((e) => e.id));
const agencies = new Set(z.array(agencySeedSchema).parse(read('agencies.json')).map((a) => a.id));

let failures = 0;
const only = new Set(process.argv.slice(2));
const files = readdirSync(join(seed, 'services')).filter((f) => f.endsWith('.json'));
for (const file of files) {
  const id = basename(file, '.json');
  if (only.size > 0 && !only.has(id)) continue;
  const problems: string[] = [];
  let json: unknown;
  try {
    json = read(join('services', file));
  } catch (error) {
    console.error(`${file}: not JSON: ${String(error)}`);
    failures += 1;
    continue;
  }
  const parsed = serviceSeedSchema.safeParse(json);
  if (!parsed.success) problems.push(z.prettifyError(parsed.error));
  else {
    const service = parsed.data;
    if (service.id !== id) problems.push(`id ${service.id} differs from the file name`);
    if (!agencies.has(service.agency)) problems.push(`unknown agency ${service.agency}`);
    if (!spheres.has(service.sphere)) problems.push(`unknown sphere ${service.sphere}`);
    for (const event of service.lifeEvents) if (!events.has(event)) problems.push(`unknown life event ${event}`);
    const uzbek = JSON.stringify(service.passport, (key, value: unknown) => (key === 'ru' || key === 'en' ? undefined : value));
    if (/[og]['’‘`]/i.test(uzbek)) problems.push("Uzbek oʻ/gʻ must be written with ʻ (U+02BB)");
    if (/[а-яё]/i.test(uzbek)) problems.push('Cyrillic letters in an Uzbek (Latin) text');
  }
  for (const problem of problems) console.error(`${file}: ${problem}`);
  failures += problems.length;
}
console.log(`${files.length} services, ${agencies.size} agencies, ${failures} problems`);
process.exitCode = failures > 0 ? 1 : 0;
