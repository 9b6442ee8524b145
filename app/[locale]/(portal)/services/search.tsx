import { useTranslations } from 'next-intl';
import { SearchBox } from '@/components/search-box';
import type { Locale } from '@/server/platform/i18n/locales';

export type ServiceSearchProps = {
  locale: Locale;
  defaultValue?: string | undefined;
  /** Filters to keep, by name. */
  keep?: Readonly<Record<string, readonly string[]>> | undefined;
  size?: 'm' | 'l' | undefined;
};

/** The one search of services: a GET form, with suggestions where scripts run. */
export function ServiceSearch({ locale, defaultValue, keep, size }: ServiceSearchProps) {
  const t = useTranslations('common.search');
  return (
    <SearchBox
      action={`/${locale}/services`}
      label={t('label')}
      hiddenLabel
      placeholder={t('placeholder')}
      buttonLabel={t('button')}
      defaultValue={defaultValue}
      keep={keep}
      size={size}
      source={`/api/suggest?locale=${locale}`}
      words={{ list: t('list'), results: t.raw('results') as string, none: t('none') }}
    />
  );
}
