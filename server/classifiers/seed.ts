import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sphereSeedSchema } from '../catalogue/schema.ts';
import { transaction } from '../platform/db/index.ts';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import { problemsOf } from './edition.ts';
import * as drafts from './repository-drafts.ts';
import * as repository from './repository.ts';
import { classifierIdSchema, itemSchema } from './schema.ts';

const shippedSchema = z.strictObject({
  id: classifierIdSchema, title: localizedTextSchema, about: localizedTextSchema, source: localizedTextSchema, validFrom: z.iso.date(),
  items: z.array(itemSchema.extend({ parent: itemSchema.shape.code.nullable().default(null) })).min(1),
});
export type ShippedClassifier = z.infer<typeof shippedSchema>;

const root = join(import.meta.dirname, '../../prisma/seed');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const platform = { uz: 'Platforma', ru: 'Платформа', en: 'The platform' };
const order = ['territories', 'countries', 'currencies', 'spheres', 'activity-sections', 'legal-forms', 'document-types'];

/** Directories that the platform uses elsewhere are shipped once and shown as classifiers too. */
function own(): unknown[] {
  const territories = z.array(z.object({ code: z.string(), parent: z.string().optional(), name: localizedTextSchema })).parse(read('territories.json'));
  const spheres = z.array(sphereSeedSchema).parse(read('spheres.json'));
  return [
    {
      id: 'territories', source: platform, validFrom: '2026-01-01', items: territories,
      title: { uz: 'Hududlar', ru: 'Территории', en: 'Territories' },
      about: { uz: 'Viloyatlar, tumanlar va shaharlar: portalda manzil shulardan tanlanadi.', ru: 'Области, районы и города: из них на портале выбирают адрес.', en: 'Regions, districts and cities: addresses on the portal are chosen from them.' },
    },
    {
      id: 'spheres', source: platform, validFrom: '2026-01-01', items: spheres.map(({ id, title }) => ({ code: id, name: title })),
      title: { uz: 'Xizmat sohalari', ru: 'Сферы услуг', en: 'Spheres of services' },
      about: { uz: 'Davlat xizmatlari shu sohalar boʻyicha guruhlanadi.', ru: 'Сферы, по которым сгруппированы государственные услуги.', en: 'The spheres by which public services are grouped.' },
    },
  ];
}

/** Shipped classifiers, checked, in the order in which they are listed. */
export function shippedClassifiers(): ShippedClassifier[] {
  const files = readdirSync(join(root, 'classifiers')).filter((file) => file.endsWith('.json')).map((file) => read(`classifiers/${file}`));
  const all = z.array(shippedSchema).parse([...own(), ...files]);
  for (const { id, items } of all) {
    const [problem] = problemsOf(items);
    if (problem) throw new Error(`The shipped classifier ${id} is not whole: ${JSON.stringify(problem)}`);
  }
  return all.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** The platform itself: nobody to ask. */
const author = { id: null, name: 'Yagona' };

/** Publishes the first edition of shipped classifiers that do not exist yet. */
export async function seedClassifiers(): Promise<{ classifiers: number }> {
  const known = new Set((await repository.classifiers()).map(({ id }) => id));
  const fresh = shippedClassifiers().map((shipped, position) => ({ ...shipped, position })).filter(({ id }) => !known.has(id));
  for (const { items, validFrom, ...classifier } of fresh) {
    await transaction(async (tx) => {
      await drafts.insertClassifier(tx, { ...classifier, ownerAgencyId: null });
      const draft = await drafts.insertDraft(tx, classifier.id, author);
      await drafts.replaceItems(tx, draft.id, items);
      await drafts.takeDraft(tx, draft.id, draft.revision, { itemCount: items.length, author });
      await drafts.publishDraft(tx, draft.id, draft.revision + 1, { validFrom, changeNote: null, author });
    });
  }
  return { classifiers: fresh.length };
}
