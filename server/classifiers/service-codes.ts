/** Codes in force, for whoever checks values against classifiers. */
import { allItems, findClassifier } from './service.ts';

const known = new Map<string, { editionId: string; codes: ReadonlySet<string> }>();

/** Codes of the classifier's edition in force; kept until another edition is published. Fails with `notFound`. */
export async function codesOf(classifierId: string): Promise<ReadonlySet<string>> {
  const { edition } = await findClassifier(classifierId);
  const kept = known.get(classifierId);
  if (kept?.editionId === edition.id) return kept.codes;
  const codes = new Set<string>();
  for await (const { code } of allItems(edition.id)) codes.add(code);
  known.set(classifierId, { editionId: edition.id, codes });
  return codes;
}
