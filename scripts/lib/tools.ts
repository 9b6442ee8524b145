import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './settings.ts';

type Options = { env?: Record<string, string | undefined>; signal?: AbortSignal | undefined; say?: (line: string) => void; show?: boolean };

export type Outcome = { code: number; output: string };

/** Runs a tool of node_modules, or a script of this project, with this Node; what it says is kept, or shown. */
export function runTool(script: string, args: readonly string[], { env = {}, signal, say, show = false }: Options = {}): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script.startsWith('scripts/') ? join(root, 'node_modules/tsx/dist/cli.mjs') : join(root, 'node_modules', script), ...(script.startsWith('scripts/') ? [script] : []), ...args], {
      cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'], ...(signal && { signal }),
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000);
      const line = chunk.toString().trim().split('\n').at(-1)?.trim();
      if (line) say?.(line);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => fail(signal?.aborted ? (signal.reason as Error) : error));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The same where failure ends the work: rejects with the end of what the tool said. */
export async function mustRun(script: string, args: readonly string[], options: Options = {}): Promise<void> {
  const { code, output } = await runTool(script, args, options);
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed (exit code ${code}):\n${output.slice(-6_000).trim()}`);
}
