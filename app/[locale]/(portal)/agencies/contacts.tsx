import { useTranslations } from 'next-intl';
import { Link } from '@/components/link';
import { SummaryList } from '@/components/summary-list';
import type { Agency } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** `+998712334567` as people write it; short numbers as they are. */
export function readablePhone(phone: string): string {
  return phone.replace(/^(\+998)(\d\d)(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5').replace(/ /g, '\u00A0');
}

/** How to reach an agency. */
export function Contacts({ agency, locale }: { agency: Agency; locale: Locale }) {
  const t = useTranslations('catalogue.agency');
  const rows = [
    { key: t('phone'), value: <Link href={`tel:${agency.phone}`}>{readablePhone(agency.phone)}</Link> },
    ...(agency.email === null ? [] : [{ key: t('email'), value: <Link href={`mailto:${agency.email}`}>{agency.email}</Link> }]),
    { key: t('address'), value: textIn(agency.address, locale) },
    { key: t('website'), value: <Link href={agency.website}>{new URL(agency.website).hostname}</Link> },
  ];
  return <SummaryList rows={rows} />;
}
