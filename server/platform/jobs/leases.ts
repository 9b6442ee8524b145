import pg from 'pg';

/**
 * Tells living workers from dead ones. Each worker holds an advisory lock on its identifier for as long
 * as its connection lives; jobs locked by a worker that holds none were left by a crash and are freed at
 * once, instead of after the four hours that the queue would wait.
 */
export class WorkerLeases {
  readonly #connectionString: string;
  readonly #held = new Set<string>();
  #client: pg.Client | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(connectionString: string) {
    this.#connectionString = connectionString;
  }

  async #connection(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client({ connectionString: this.#connectionString });
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    for (const workerId of this.#held) await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerId]);
    return client;
  }

  /** One after another: the connection runs one statement at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  hold(workerId: string): Promise<void> {
    return this.#inTurn(async () => {
      const client = await this.#connection();
      this.#held.add(workerId);
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerId]);
    });
  }

  /** Frees the jobs of dead workers; returns how many workers were found dead. */
  freeAbandoned(): Promise<number> {
    return this.#inTurn(() => this.#free());
  }

  async #free(): Promise<number> {
    if (this.#closed) return 0;
    const client = await this.#connection();
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    );
    const dead: string[] = [];
    for (const { id } of rows) {
      if (this.#held.has(id)) continue;
      const { rows: answer } = await client.query<{ free: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as free', [id]);
      if (answer[0]?.free !== true) continue;
      dead.push(id);
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [id]);
    }
    if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    return dead.length;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end();
  }
}
