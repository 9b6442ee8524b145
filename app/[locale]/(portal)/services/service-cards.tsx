import { getTranslations } from 'next-intl/server';
import { Card, Fact } from '@/components/card';
import { Tag } from '@/components/tag';
import type { PublishedService } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { Highlight } from './highlight';
import { serviceWords } from './words';

export type ServiceCardsProps = {
  services: readonly PublishedService[];
  locale: Locale;
  /** Words sought, to mark in titles and summaries. */
  terms?: readonly string[] | undefined;
  level?: 2 | 3 | 4 | undefined;
  /** As a list one under another rather than a grid. */
  list?: boolean | undefined;
  /** On the agency's own page its name says nothing. */
  withAgency?: boolean | undefined;
};

/** Services with what each costs and how long it takes. */
export async function ServiceCards({ services, locale, terms, level, list, withAgency = true }: ServiceCardsProps) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'catalogue' }), serviceWords(locale)]);
  return (
    <ul className={list ? 'flex flex-col gap-3' : 'grid gap-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3'}>
      {services.map(({ id, passport, agency, online }) => (
        <li key={id}>
          <Card
            level={level}
            href={`/${locale}/services/${id}`}
            title={<Highlight text={textIn(passport.title, locale)} terms={terms} />}
            footer={
              <>
                {online && <Tag tone="success">{t('online')}</Tag>}
                <Fact icon="money">{words.fee(passport.fee)}</Fact>
                <Fact icon="clock">{words.term(passport)}</Fact>
                {withAgency && <Fact icon="building">{textIn(agency.abbreviation, locale)}</Fact>}
              </>
            }
          >
            <Highlight text={textIn(passport.summary, locale)} terms={terms} />
          </Card>
        </li>
      ))}
    </ul>
  );
}
