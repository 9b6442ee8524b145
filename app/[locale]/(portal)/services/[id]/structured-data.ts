import { isFree } from '@/server/catalogue/schema';
import type { Agency, PublishedService } from '@/server/catalogue/service';
import { pageUrl } from '@/server/platform/i18n/alternates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** The service as schema.org describes one. */
export function structuredData(service: PublishedService, agency: Agency | null, locale: Locale): Record<string, unknown> {
  const { id, passport, sphere } = service;
  const url = pageUrl(locale, `/services/${id}`);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: textIn(passport.title, locale),
    description: textIn(passport.summary, locale),
    inLanguage: locale,
    serviceType: textIn(sphere.title, locale),
    isAccessibleForFree: isFree(passport.fee),
    areaServed: { '@type': 'Country', name: 'Uzbekistan' },
    serviceOutput: { '@type': 'Thing', name: textIn(passport.result, locale) },
    ...(agency && {
      provider: { '@type': 'GovernmentOrganization', name: textIn(agency.name, locale), url: agency.website, telephone: agency.phone, address: textIn(agency.address, locale) },
    }),
    ...(service.online && { availableChannel: { '@type': 'ServiceChannel', serviceUrl: pageUrl(locale, `/apply/${id}`) } }),
    ...(service.publishedAt && { dateModified: service.publishedAt.toISOString() }),
  };
}
