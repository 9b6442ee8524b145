/** Progress of a start: one line a step, updated in place on a terminal, plain lines elsewhere. */
const terminal = process.stdout.isTTY;
const green = (text: string) => (terminal ? `\u001b[32m${text}\u001b[0m` : text);
const red = (text: string) => (terminal ? `\u001b[31m${text}\u001b[0m` : text);
const dim = (text: string) => (terminal ? `\u001b[2m${text}\u001b[0m` : text);
const seconds = (ms: number) => (ms < 950 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

export type Step = { say: (detail: string) => void };

export async function step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const started = performance.now();
  const write = (line: string) => process.stdout.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
  if (terminal) write(`  … ${title}`);
  let last = 0;
  const say = (detail: string) => {
    if (!terminal && performance.now() - last < 2_000) return;
    last = performance.now();
    write(`  … ${title} ${dim(detail.slice(0, 80))}`);
  };
  try {
    const result = await work({ say });
    write(`  ${green('✓')} ${title} ${dim(seconds(performance.now() - started))}${terminal ? '\n' : ''}`);
    return result;
  } catch (error) {
    write(`  ${red('✗')} ${title}${terminal ? '\n' : ''}`);
    throw error;
  }
}
