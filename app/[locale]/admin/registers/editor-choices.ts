import { listAgencies } from '@/server/catalogue/service';
import { listClassifiers } from '@/server/classifiers/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Person } from '@/server/platform/auth/actor';
import { listRegisters } from '@/server/registers/service-access';

/** What a definition may name: agencies, classifiers and registers. */
export async function editorChoices(person: Person, locale: Locale) {
  const [agencies, classifiers, registers] = await Promise.all([listAgencies(), listClassifiers(), listRegisters(person)]);
  const sorted = (options: { value: string; label: string }[]) => options.toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return {
    agencies: sorted(agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) }))),
    classifiers: sorted(classifiers.map(({ id, title }) => ({ value: id, label: textIn(title, locale) }))),
    registers: registers.map(({ definition }) => ({ value: definition.id, label: textIn(definition.title, locale) })),
  };
}
