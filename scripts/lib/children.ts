import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './settings.ts';

export type ChildSpec = {
  name: string;
  script: string;
  nodeArgs?: readonly string[];
  env: Record<string, string>;
  /** Resolves when the child says this on its output. */
  ready?: string;
};

const restartDelays = [500, 1_000, 2_000, 5_000, 10_000];

/** A process of the platform, restarted with growing pauses when it ends by itself. */
export class Child {
  readonly #spec: ChildSpec;
  #process: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;

  constructor(spec: ChildSpec) {
    this.#spec = spec;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the process; resolves when it says that it is ready. */
  start(): Promise<void> {
    const { name, script, nodeArgs = [], env, ready } = this.#spec;
    const started = Date.now();
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, ['--import', 'tsx', ...nodeArgs, join(root, script)], { cwd: root, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] });
      this.#process = child;
      let up = ready === undefined;
      let tail = '';
      const take = (chunk: Buffer) => {
        const text = chunk.toString();
        tail = (tail + text).slice(-4_000);
        if (!up && ready && tail.includes(ready)) {
          up = true;
          done();
        }
        // What was said while starting is told only when the start fails.
        else if (up && env['YAGONA_QUIET'] !== 'true') process.stdout.write(text);
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      if (up) done();
      child.once('error', fail);
      child.once('exit', (code, signal) => {
        if (this.#stopping) return;
        if (!up) {
          fail(new Error(`${name} did not start:\n${tail}`));
          return;
        }
        if (Date.now() - started > 60_000) this.#failures = 0;
        const delay = restartDelays[Math.min(this.#failures, restartDelays.length - 1)] ?? 10_000;
        this.#failures += 1;
        console.error(`${name} ended (${signal ?? code ?? 'unknown'}); starting it again in ${delay / 1000} s`);
        setTimeout(() => {
          if (!this.#stopping) this.start().catch((error: unknown) => console.error(String(error)));
        }, delay);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(force);
  }
}

type Lock = { supervisor: number; children: number[] };

const runs = (pid: number, words: string): boolean => {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(words);
  } catch {
    return false;
  }
};

/** Refuses a second start on the same data, and ends what a killed one left running. */
export function takeLock(dataDir: string): { remember: (children: number[]) => void; release: () => void } {
  const file = join(dataDir, 'running.json');
  if (existsSync(file)) {
    let lock: Lock = { supervisor: 0, children: [] };
    try {
      lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
    } catch {
      // Half written: nobody can be behind it.
    }
    if (lock.supervisor !== process.pid && runs(lock.supervisor, 'start.ts')) throw new Error(`Yagona already runs on ${dataDir} (process ${lock.supervisor}). Stop it first, or choose another YAGONA_DATA_DIR.`);
    for (const pid of lock.children) if (runs(pid, 'tsx')) process.kill(pid, 'SIGKILL');
  }
  const write = (children: number[]) => writeFileSync(file, JSON.stringify({ supervisor: process.pid, children } satisfies Lock));
  write([]);
  return { remember: write, release: () => rmSync(file, { force: true }) };
}
