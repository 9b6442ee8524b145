import { namesOf } from '@/server/classifiers/service-codes';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition, Field } from '@/server/registers/schema-definition';
import type { FormField } from '@/components/console/registers/form-field';

/** Fields of a definition as the form of a record shows them, in one language. */
export async function formFieldsOf(definition: Definition, fields: ReadonlySet<string>, locale: Locale): Promise<FormField[]> {
  const own = definition.fields.filter(({ id }) => fields.has(id));
  const classifiers = [...new Set(own.flatMap((field) => (field.type === 'list' ? field.items : [field])).flatMap((field) => (field.type === 'code' && field.classifier !== undefined ? [field.classifier] : [])))];
  const names = new Map(await Promise.all(classifiers.map(async (id) => [id, [...(await namesOf(id, locale))].map(([value, label]) => ({ value, label: `${label} (${value})` }))] as const)));
  const toFormField = (field: Field): FormField => ({
    id: field.id,
    label: textIn(field.label, locale),
    hint: field.hint ? textIn(field.hint, locale) : null,
    type: field.type,
    required: field.required,
    options: field.type === 'code' ? (field.options?.map(({ value, label }) => ({ value, label: textIn(label, locale) })) ?? names.get(field.classifier ?? '') ?? []) : [],
    items: field.type === 'list' ? field.items.map(toFormField) : [],
    pattern: field.type === 'text' ? (field.pattern ?? null) : null,
  });
  return own.map(toFormField);
}
