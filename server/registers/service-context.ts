/** What values are checked against beyond their own writing: the day, and the classifiers' codes in force. */
import { codesOf } from '../classifiers/service-codes.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import type { Context } from './engine-values.ts';
import type { Definition } from './schema-definition.ts';

export async function writingContext(definition: Pick<Definition, 'fields'>): Promise<Context> {
  const parts = definition.fields.flatMap((field) => (field.type === 'list' ? field.items : [field]));
  const classifiers = [...new Set(parts.flatMap((field) => (field.type === 'code' && field.classifier !== undefined ? [field.classifier] : [])))];
  const codes = new Map(await Promise.all(classifiers.map(async (id) => [id, await codesOf(id)] as const)));
  return { today: civilDay(now()), hasCode: (classifier, code) => codes.get(classifier)?.has(code) ?? false };
}
