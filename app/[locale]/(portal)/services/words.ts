import { getFormatter, getTranslations } from 'next-intl/server';
import { isFree, type Fee, type Passport } from '@/server/catalogue/schema';
import { summaryOf } from '@/server/catalogue/schema-fees';
import { currentBaseAmount } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';

/** How fees and terms read in a language. */
export async function serviceWords(locale: Locale) {
  const [t, format, baseAmount] = await Promise.all([getTranslations({ locale, namespace: 'catalogue' }), getFormatter({ locale }), currentBaseAmount()]);
  const soum = (amount: number) => t('fee.soum', { amount: format.number(amount), count: amount });
  const fee = (of: Fee): string => {
    if (isFree(of)) return t('fee.free');
    const summary = summaryOf(of, baseAmount);
    if (summary === null) return t('fee.varies');
    return summary.kind === 'exact' ? soum(summary.soum) : t(`fee.${summary.kind}`, { amount: soum(summary.soum) });
  };
  const term = ({ workingDays }: Pick<Passport, 'workingDays'>): string => {
    if (workingDays === null) return t('term.none');
    return workingDays === 0 ? t('term.atOnce') : t('term.days', { count: workingDays });
  };
  return { baseAmount, soum, fee, term, bhm: (count: number) => t('fee.bhm', { count: format.number(count) }) };
}
