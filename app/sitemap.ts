import type { MetadataRoute } from 'next';
import { listClassifiers } from '@/server/classifiers/service';
import { listAgencies, listLifeEvents, listServices, listSpheres } from '@/server/catalogue/service';
import { alternates, pageUrl } from '@/server/platform/i18n/alternates';
import { locales } from '@/server/platform/i18n/locales';

export const dynamic = 'force-dynamic';

const texts = ['/', '/services', '/life-events', '/agencies', '/classifiers', '/help', '/about', '/accessibility', '/privacy'];

/** Every public page in every language, each with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [services, spheres, events, agencies, classifiers] = await Promise.all([listServices({}), listSpheres(), listLifeEvents(), listAgencies(), listClassifiers()]);
  const pages: { path: string; lastModified?: Date }[] = [
    ...texts.map((path) => ({ path })),
    ...spheres.map(({ id }) => ({ path: `/spheres/${id}` })),
    ...events.map(({ id }) => ({ path: `/life-events/${id}` })),
    ...agencies.map(({ id }) => ({ path: `/agencies/${id}` })),
    ...classifiers.map(({ id }) => ({ path: `/classifiers/${id}` })),
    ...services.map(({ id, publishedAt }) => ({ path: `/services/${id}`, ...(publishedAt && { lastModified: publishedAt }) })),
  ];
  return pages.flatMap(({ path, ...rest }) => locales.map((locale) => ({ url: pageUrl(locale, path), ...rest, alternates: { languages: alternates(locale, path).languages as Record<string, string> } })));
}
