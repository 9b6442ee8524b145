import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./server/platform/i18n/request.ts');

/** The first visit follows the browser's language; the path names it from then on. */
const entry = (locale, pattern) => ({
  source: '/',
  ...(pattern && { has: [{ type: 'header', key: 'accept-language', value: pattern }] }),
  destination: `/${locale}`,
  permanent: false,
});

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // The web server compresses, after it has computed the page's content security policy.
  compress: false,
  reactStrictMode: true,
  // Pages are kept in memory until something is published, by whichever process; see server/platform/pages.
  cacheHandler: `${import.meta.dirname}/server/platform/pages/cache-handler.js`,
  cacheMaxMemorySize: 0,
  // Pages made from one database must not outlive it on disk and be served from another.
  experimental: { isrFlushToDisk: false },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', 'pdfkit', 'graphile-worker', '@prisma/client', '@prisma/adapter-pg', 'pg', 'nodemailer'],
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  redirects: () => [entry('ru', 'ru.*'), entry('en', 'en.*'), entry('uz')],
};

export default withNextIntl(config);
