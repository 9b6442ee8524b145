import pg from 'pg';

/** The embedded cluster's own database for the platform, made when it is missing. */
export async function ensureDatabase(adminUrl: string, name = 'yagona'): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
}

/** Says plainly what is wrong with a database that was given, without its password. */
export async function checkDatabase(url: string): Promise<void> {
  let shown = 'DATABASE_URL';
  try {
    const parsed = new URL(url);
    shown = `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
  } catch {
    throw new Error('DATABASE_URL is not an address of the form postgresql://user:password@host:port/database.');
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new Error(`The database ${shown} given in DATABASE_URL cannot be used: ${message || (code ?? 'no answer')}. Start it, correct DATABASE_URL, or unset it to use the embedded database.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** True when no service has been published, i.e. nothing has been seeded. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select 1 from "SearchDocument") as empty');
    return rows[0]?.empty ?? true;
  } finally {
    await client.end();
  }
}
