import { describe, expect, it } from 'vitest';
import { parseEnv } from './index.ts';

const production = {
  NODE_ENV: 'production', YAGONA_PROFILE: 'production', DATABASE_URL: 'postgresql://portal:pass@db/portal', AUTH_SECRET: '0123456789abcdef0123456789abcdef', PUBLIC_URL: 'https://my.gov.uz/',
  OIDC_ISSUER: 'https://id.gov.uz', OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'x', SMTP_URL: 'smtps://u:p@mail.gov.uz', MAIL_FROM: 'Portal <no-reply@my.gov.uz>',
};

it('takes a complete production configuration', () => {
  expect(parseEnv(production)).toMatchObject({ PUBLIC_URL: 'https://my.gov.uz', PORT: 3000, TRUST_PROXY: false, RATE_LIMIT_PER_MINUTE: 120 });
});

describe('production refuses', () => {
  it.each([
    ['a portal without TLS', { PUBLIC_URL: 'http://my.gov.uz' }, 'PUBLIC_URL'],
    ['the demo identity provider', { OIDC_ISSUER: 'http://localhost:3001' }, 'OIDC_ISSUER'],
    ['demo services', { DEMO_SERVICES: 'true' }, 'DEMO_SERVICES'],
    ['a short secret', { AUTH_SECRET: 'short' }, 'AUTH_SECRET'],
    ['a secret out of an example', { AUTH_SECRET: 'change-me-change-me-change-me-change' }, 'AUTH_SECRET'],
    ['the sender of the demo', { MAIL_FROM: 'Yagona <no-reply@yagona.example>' }, 'MAIL_FROM'],
    ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL'],
    ['another kind of database', { DATABASE_URL: 'mysql://db/portal' }, 'DATABASE_URL'],
    ['no mail server', { SMTP_URL: undefined }, 'SMTP_URL'],
    ['a search server that asks nobody for a key', { MEILISEARCH_URL: 'http://search:7700' }, 'MEILISEARCH_API_KEY'],
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['a limit of nothing', { RATE_LIMIT_PER_MINUTE: '0' }, 'RATE_LIMIT_PER_MINUTE'],
  ])('%s', (_, change, named) => {
    expect(() => parseEnv({ ...production, ...change })).toThrow(new RegExp(`not valid:\\n[^]*${named}: `));
  });
});

it('lists every mistake at once', () => {
  expect(() => parseEnv({ ...production, PORT: 'x', SMTP_URL: 'x', PUBLIC_URL: 'http://x' })).toThrow(/PORT[^]*SMTP_URL|SMTP_URL[^]*PORT/);
});
