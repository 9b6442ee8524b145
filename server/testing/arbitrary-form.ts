/** Arbitrary forms for property tests. */
import fc from 'fast-check';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { formDefinitionSchema, type FormDefinition } from '../forms/schema.ts';

export const text = (words: string): LocalizedText => ({ uz: words, ru: words, en: words });

const options = ['a', 'b', 'c'].map((value) => ({ value, label: text(value) }));
const kinds = ['text', 'textarea', 'number', 'money', 'date', 'yesno', 'radios', 'checkboxes', 'select', 'email', 'phone', 'pinfl', 'stir', 'passport', 'plate', 'cadastre', 'territory'] as const;

type Draft = { kind: (typeof kinds)[number] | 'file'; optional: boolean; condition: number; pick: number };

const draftField: fc.Arbitrary<Draft> = fc.record({ kind: fc.constantFrom(...kinds), optional: fc.boolean(), condition: fc.nat(9), pick: fc.nat(1_000) });
const draftPage = fc.oneof(
  { weight: 5, arbitrary: fc.array(draftField, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('file' as const), optional: fc.boolean(), condition: fc.nat(9), pick: fc.nat(1_000) }).map((field) => [field]) },
);

/** A condition on what was asked on earlier pages, or none. */
function condition({ condition: shape, pick }: Draft, asked: readonly string[]): object | undefined {
  const id = asked[pick % Math.max(1, asked.length)];
  const other = asked[(pick * 7) % Math.max(1, asked.length)];
  if (id === undefined || other === undefined) return undefined;
  const value = ['yes', 'a', 'b', 'no'][pick % 4] ?? 'a';
  switch (shape) {
    case 0: return { field: id, equals: value };
    case 1: return { field: id, in: ['a', 'no'] };
    case 2: return { field: id, answered: true };
    case 3: return { not: { field: id, equals: value } };
    case 4: return { any: [{ field: id, equals: value }, { field: other, answered: true }] };
    case 5: return { all: [{ not: { field: id, answered: true } }, { field: other, in: ['b', 'yes'] }] };
    default: return undefined;
  }
}

/** Forms with every kind of field and conditions of every shape on pages, fields and options. */
export const arbitraryForm: fc.Arbitrary<FormDefinition> = fc
  .array(fc.array(draftPage, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((draft) => {
    const asked: string[] = [];
    const sections = draft.map((pages, s) => ({
      id: `s${s}`,
      title: text('S'),
      pages: pages.map((fields, p) => {
        const [first] = fields;
        const pageWhen = s + p > 0 && first ? condition({ ...first, condition: (first.condition + 3) % 10 }, asked) : undefined;
        const page = {
          id: `p${s}-${p}`,
          title: text('P'),
          ...(pageWhen && { when: pageWhen }),
          fields: fields.map((field, f) => {
            const when = s + p > 0 ? condition(field, asked) : undefined;
            const optionWhen = condition({ ...field, condition: field.pick % 10 }, asked);
            return {
              kind: field.kind,
              id: `f${s}-${p}-${f}`,
              label: text('F'),
              optional: field.optional,
              ...(when && { when }),
              ...((field.kind === 'radios' || field.kind === 'checkboxes' || field.kind === 'select') && { options: options.map((option, i) => (i === 2 && optionWhen ? { ...option, when: optionWhen } : option)) }),
              ...(field.kind === 'file' && { types: ['pdf'] }),
            };
          }),
        };
        asked.push(...page.fields.map((field) => field.id));
        return page;
      }),
    }));
    return formDefinitionSchema.parse({ format: 1, minutes: 5, needs: [], declaration: text('D'), sections });
  });
