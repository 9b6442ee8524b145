import type { MetadataRoute } from 'next';
import { env } from '@/server/platform/env';

export const dynamic = 'force-dynamic';

/** Public pages are for everybody; what belongs to one person or to staff is for nobody else. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/r1/', '/*/cabinet', '/*/apply/', '/*/sign-in', '/*/admin', '/*/demo/', '/*/services?'] },
    sitemap: `${env().PUBLIC_URL}/sitemap.xml`,
  };
}
