import type { SelectOption } from '@/components/select';
import { listAgencies } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** Agencies that can own a classifier, by name. */
export async function agencyOptions(locale: Locale): Promise<SelectOption[]> {
  return (await listAgencies()).map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
