import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    /** `demo` runs on embedded defaults; `production` refuses every one of them. */
    YAGONA_PROFILE: z.enum(['demo', 'production']).default('demo'),
    /** Folder of the built web application, relative to the project. */
    NEXT_DIST_DIR: z.string().min(1).default('.next'),
    /** Directory of files, embedded database and generated keys. */
    YAGONA_DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
    HOST: z.string().min(1).default('0.0.0.0'),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    /** Address citizens use, without a trailing slash. */
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/$/, ''))
      .default('http://localhost:3000'),
    /** Behind a reverse proxy: the client address is the last one in X-Forwarded-For. */
    TRUST_PROXY: flag.default(false),
    AUTH_SECRET: z.string().min(32),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }),
    /** A Meilisearch server; without one PostgreSQL searches. */
    MEILISEARCH_URL: z.url({ protocol: /^https?$/ }).optional(),
    MEILISEARCH_API_KEY: z.string().min(1).optional(),
    MAIL_FROM: z.string().min(3).default('Yagona <no-reply@yagona.example>'),
    /** Changing requests allowed per minute from one client address. */
    RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(120),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** Synthetic people in the demo registers. */
    SEED_PEOPLE: z.coerce.number().int().min(50).max(1_000_000).default(10_000),
    /** Set by the supervisor in the demo profile when its own identity provider and mail sink run. */
    DEMO_SERVICES: flag.default(false),
  })
  .superRefine((value, context) => {
    if (value.YAGONA_PROFILE !== 'production') return;
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (!value.PUBLIC_URL.startsWith('https://')) refuse('PUBLIC_URL', 'must be https in production');
    if (!value.OIDC_ISSUER.startsWith('https://')) refuse('OIDC_ISSUER', 'must be https in production');
    if (value.MEILISEARCH_URL !== undefined && value.MEILISEARCH_API_KEY === undefined) refuse('MEILISEARCH_API_KEY', 'is needed with MEILISEARCH_URL in production');
    if (value.DEMO_SERVICES) refuse('DEMO_SERVICES', 'demo services must not run in production');
    if (/demo|secret|change|example/i.test(value.AUTH_SECRET)) refuse('AUTH_SECRET', 'looks like a default');
    if (value.MAIL_FROM.includes('yagona.example')) refuse('MAIL_FROM', 'is the development default');
  });

export type Env = z.infer<typeof schema>;

/** True in a production build; known without the rest of the environment, which a build does not have. */
export const optimised = process.env.NODE_ENV === 'production';

let cached: Env | undefined;

/** Reads and validates an environment; throws one error that lists everything wrong with it. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is not valid:\n${lines.join('\n')}`);
}

/** The validated environment of this process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Forgets the cached environment; for tests that give each file its own database. */
export function resetEnv(): void {
  cached = undefined;
}
