import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment } from './environment.ts';
import { dim, duration, print } from './progress.ts';
import { root } from './settings.ts';

export type ChildSpec = {
  name: string;
  /** Arguments of Node: a script and what belongs to it. */
  command: readonly string[];
  env: Environment;
  /** The line by which the process says that it works. */
  ready: string;
  /** Answers 200 when the process serves; asked after the line. */
  health?: string;
  restartDelays?: readonly number[];
};

const defaultDelays = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
const startLimit = 120_000;
const stable = 60_000;
/** What libraries will have to change one day is not for whoever runs the platform. */
const preload = ['--disable-warning=DeprecationWarning', '--import', 'tsx', '--import', join(root, 'scripts/end-with-parent.ts')];

type Life = { ready: Promise<void>; exited: Promise<string> };

/** A process of the platform, started again with growing pauses when it ends by itself. */
export class Child {
  readonly #spec: ChildSpec;
  readonly #onChange: () => void;
  #process: ChildProcess | undefined;
  #stopping = false;
  #failures = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(spec: ChildSpec, onChange: () => void = () => undefined) {
    this.#spec = spec;
    this.#onChange = onChange;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the process for the first time; rejects when it does not come up. */
  async start(signal?: AbortSignal): Promise<void> {
    const { ready, exited } = this.#launch(true, signal);
    await ready;
    this.#watch(exited);
  }

  #watch(exited: Promise<string>): void {
    const started = performance.now();
    void exited.then((reason) => {
      if (this.#stopping) return;
      if (performance.now() - started > stable) this.#failures = 0;
      const delays = this.#spec.restartDelays ?? defaultDelays;
      const delay = delays[Math.min(this.#failures, delays.length - 1)] ?? 0;
      this.#failures += 1;
      print(`${this.#spec.name} ended by itself (${reason}); starting it again in ${duration(delay)}`);
      this.#pause = setTimeout(() => this.#restart(), delay);
    });
  }

  #restart(): void {
    if (this.#stopping) return;
    const { ready, exited } = this.#launch(false);
    this.#watch(exited);
    ready.then(() => print(`${this.#spec.name} works again`), () => undefined);
  }

  #launch(quietStart: boolean, signal?: AbortSignal): Life {
    const { name, command, env, ready: line } = this.#spec;
    const child = spawn(process.execPath, [...preload, ...command], {
      cwd: root, env: { ...env, YAGONA_SUPERVISOR: String(process.pid) } as unknown as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C of the terminal reaches the supervisor alone, which stops things in order.
      detached: process.platform !== 'win32',
    });
    this.#process = child;
    this.#onChange();
    const said: string[] = [];
    let up = false;
    const heard = new Promise<void>((done) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (text) => {
          said.push(text);
          if (said.length > 60) said.shift();
          // What is said during the first start is told only when the start fails.
          if ((up || !quietStart) && text !== line) print(`${dim(`${name} │`)} ${text}`);
          if (text.includes(line)) done();
        });
      }
    });
    const exited = new Promise<string>((done) => {
      child.once('error', (error) => done(error.message));
      child.once('close', (code, by) => done(by ?? `exit code ${code ?? '?'}`));
    });
    const failed = exited.then((reason) => Promise.reject(new Error(`${name} did not start (${reason}):\n${said.join('\n')}`)));
    const ready = Promise.race([heard.then(() => this.#healthy()), failed, limit(name, said, signal)]).then(() => {
      up = true;
    });
    ready.catch(() => undefined);
    failed.catch(() => undefined);
    return { ready, exited };
  }

  async #healthy(): Promise<void> {
    const { health } = this.#spec;
    if (health === undefined) return;
    while (!this.#stopping) {
      const answer = await fetch(health, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
      if (answer?.status === 200) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  /** Asks the process to end, and ends it with all its helpers when it does not. */
  async stop(graceMs = 10_000): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#pause);
    const child = this.#process;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const force = setTimeout(() => killGroup(child), graceMs);
    await exited;
    clearTimeout(force);
  }
}

function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

function limit(name: string, said: readonly string[], signal?: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error(`${name} was not ready within ${duration(startLimit)}:\n${said.join('\n')}`)), startLimit).unref();
    signal?.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
  });
}
