import { Logger, run, type TaskList } from 'graphile-worker';
import { closeDb } from './platform/db/index.ts';
import { env } from './platform/env/index.ts';
import { logger } from './platform/log/index.ts';
import { jobHandlers } from './jobs.ts';

const log = logger();
const logLevels: Readonly<Record<string, 'error' | 'warn' | 'info' | undefined>> = { error: 'error', warning: 'warn', info: 'info' };
const tasks: TaskList = Object.fromEntries(Object.entries(jobHandlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]));

const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 4,
  // Jobs wake the worker by NOTIFY; polling only catches those whose time has come.
  pollInterval: 1_000,
  noHandleSignals: true,
  taskList: tasks,
  crontab: '*/10 * * * * prune',
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
  await runner.stop();
  await closeDb();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
