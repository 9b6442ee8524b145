import { getTranslations } from 'next-intl/server';
import type { FormWords, TerritoryGroup } from '@/components/form-renderer/words';
import type { Page } from '@/server/forms/schema';
import { listTerritories } from '@/server/registers/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

export async function formWords(locale: Locale): Promise<FormWords> {
  const [common, page] = await Promise.all([getTranslations({ locale, namespace: 'common.form' }), getTranslations({ locale, namespace: 'forms.page' })]);
  return {
    errorPrefix: common('errorPrefix'), optional: common('optional'), yes: common('yes'), no: common('no'), day: common('day'), month: common('month'), year: common('year'),
    currency: common('currency'), choose: common('choose'), chooseTerritory: page('chooseTerritory'), fromRegister: page('fromRegister'), fromRegisterCheck: page('fromRegisterCheck'),
    characters: { limit: common.raw('characters.limit') as string, left: common.raw('characters.left') as string, over: common.raw('characters.over') as string },
  };
}

/** Regions with their districts by name, where the page asks for one. */
export async function territoryGroups(page: Page, locale: Locale): Promise<TerritoryGroup[]> {
  if (page.fields.every((field) => field.kind !== 'territory')) return [];
  const all = await listTerritories();
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, locale === 'en' ? 'en' : locale);
  return all
    .filter((region) => region.parentCode === null)
    .map((region) => ({
      name: textIn(region.name, locale),
      districts: all.filter((district) => district.parentCode === region.code).map((district) => ({ code: district.code, name: textIn(district.name, locale) })).sort(byName),
    }))
    .filter((region) => region.districts.length > 0)
    .sort(byName);
}
