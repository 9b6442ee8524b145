import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { closeDb } from './platform/db/index.ts';
import { isDatabaseUnavailable } from './platform/db/unavailable.ts';
import { env } from './platform/env/index.ts';
import { WorkerLeases } from './platform/jobs/leases.ts';
import { logger } from './platform/log/index.ts';
import { jobHandlers } from './jobs.ts';

const log = logger();
const logLevels: Readonly<Record<string, 'error' | 'warn' | 'info' | undefined>> = { error: 'error', warning: 'warn', info: 'info' };
const tasks: TaskList = Object.fromEntries(Object.entries(jobHandlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]));

const leases = new WorkerLeases(env().DATABASE_URL);
const abandoned = async () => {
  try {
    const count = await leases.freeAbandoned();
    if (count > 0) log.warn({ workers: count }, 'freed the jobs of workers that had died');
  } catch (error) {
    if (!isDatabaseUnavailable(error)) log.error({ err: error }, 'could not look for abandoned jobs');
  }
};
const events: WorkerEvents = new EventEmitter();
events.on('worker:create', ({ worker }) => {
  leases.hold(worker.workerId).catch((error: unknown) => log.error({ err: error }, 'could not announce a worker'));
});
await abandoned();
const watch = setInterval(() => void abandoned(), 60_000);

const runner = await run({
  events,
  connectionString: env().DATABASE_URL,
  concurrency: 4,
  // Jobs wake the worker by NOTIFY; polling only catches those whose time has come.
  pollInterval: 1_000,
  noHandleSignals: true,
  taskList: tasks,
  crontab: '*/10 * * * * prune\n* * * * * publish_due\n* * * * * sweep_feeds\n0 22 * * * measure_registers',
  logger: new Logger((scope) => (level, message) => {
    const ours = logLevels[level];
    if (ours) log[ours]({ job: scope.taskIdentifier, jobId: scope.jobId }, message.split('\n')[0] ?? '');
  }),
});

console.log('worker ready');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(watch);
  await runner.stop();
  await leases.close();
  await closeDb();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
