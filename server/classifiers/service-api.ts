/** Classifiers for programs: what the JSON interface says, in plain words of this domain. */
import { z } from 'zod';
import { failure } from './errors.ts';
import { editionNumberSchema, itemListSchema } from './schema.ts';
import { correspondences, findMapping, listMappings, mappingRows, type Mapping } from './service-mappings.ts';
import { findClassifier, findItem, listClassifiers, listItems, type Classifier, type Edition } from './service.ts';

const editionOf = ({ number, validFrom, publishedAt, itemCount, changeNote }: Edition) => ({ number, validFrom, publishedAt: publishedAt.toISOString(), itemCount, changeNote });
const factsOf = ({ id, title, about, source, ownerAgencyId, inForce }: Classifier) => ({ id, title, about, source, ownerAgencyId, editionInForce: inForce });

export async function apiList() {
  return { classifiers: (await listClassifiers()).map((classifier) => ({ ...factsOf(classifier), itemCount: classifier.edition.itemCount, validFrom: classifier.edition.validFrom })) };
}

/** The classifier with its editions, the newest first. Fails with `notFound`. */
export async function apiClassifier(id: string) {
  const classifier = await findClassifier(id);
  return { ...factsOf(classifier), editions: classifier.editions.map(editionOf) };
}

const edition = z.coerce.number().pipe(editionNumberSchema).nullable().default(null);
const { parent, q, limit } = itemListSchema.shape;
const itemsQuerySchema = z.strictObject({ edition, parent, q, cursor: z.coerce.number().int().min(0).max(2_000_000_000).nullable().default(null), limit: z.coerce.number().pipe(limit.unwrap()).default(50) });
const itemQuerySchema = z.strictObject({ edition });

function read<T>(schema: z.ZodType<T>, query: Readonly<Record<string, string>>): T {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw failure('queryInvalid', { name: (issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]?.toString())?.slice(0, 40) ?? '' });
}

/** A page of items; without `parent` and `q` those at the top. Fails with `notFound` and `queryInvalid`. */
export async function apiItems(classifierId: string, query: Readonly<Record<string, string>>) {
  const { cursor, ...rest } = read(itemsQuerySchema, query);
  const { classifier, items, next } = await listItems({ classifierId, after: cursor, ...rest });
  return { classifier: classifierId, edition: classifier.edition.number, items: items.map(({ position: _position, ...item }) => item), next };
}

export async function apiItem(classifierId: string, code: string, query: Readonly<Record<string, string>>) {
  const { classifier, item, path, children } = await findItem(classifierId, code, read(itemQuerySchema, query).edition);
  return { classifier: classifierId, edition: classifier.edition.number, ...item, path: path.map((above) => ({ code: above.code, name: above.name })), children, correspondsTo: ((await correspondences(classifier, [item.code])).get(item.code) ?? []).map(({ title: _title, ...rest }) => rest) };
}

const mappingOf = ({ id, fromId, fromNumber, toId, toNumber, rowCount, updatedAt }: Mapping) => ({
  id, from: { classifier: fromId, edition: fromNumber }, to: { classifier: toId, edition: toNumber }, rowCount, updatedAt: updatedAt.toISOString(),
});

/** Mappings from the classifier and to it. Fails with `notFound`. */
export async function apiMappings(classifierId: string) {
  await findClassifier(classifierId);
  return { mappings: (await listMappings(classifierId)).map(mappingOf) };
}

/** A mapping with its rows as they are read. Fails with `notFound`. */
export async function apiMapping(classifierId: string, mappingId: string) {
  const mapping = await findMapping(classifierId, mappingId);
  return { facts: mappingOf(mapping), rows: mappingRows(mapping.id) };
}
