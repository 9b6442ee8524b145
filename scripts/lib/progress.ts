const terminal = process.stdout.isTTY;
const coloured = (code: number) => (text: string) => (terminal ? `\u001b[${code}m${text}\u001b[0m` : text);
export const green = coloured(32);
export const red = coloured(31);
export const dim = coloured(2);
export const bold = coloured(1);

export function duration(ms: number): string {
  if (ms < 950) return `${Math.round(ms)} ms`;
  return ms < 100_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

export type Step = {
  /** What is being done now. */
  say: (detail: string) => void;
  /** What came out, beside the title of the finished step. */
  note: (result: string) => void;
};

let current = '';

function draw(line: string, final: boolean): void {
  current = final ? '' : line;
  process.stdout.write(terminal ? `\r\u001b[K${line}${final ? '\n' : ''}` : `${line}\n`);
}

/** Prints a line above the step that is under way. */
export function print(line: string): void {
  process.stdout.write(terminal && current !== '' ? `\r\u001b[K${line}\n${current}` : `${line}\n`);
}

/** Shows one step of the work: a line updated in place on a terminal, plain lines now and then elsewhere. */
export async function step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const started = performance.now();
  const room = Math.max(20, (process.stdout.columns || 100) - title.length - 8);
  let [shown, result] = [started, ''];
  if (terminal) draw(`  … ${title}`, false);
  const say = (detail: string) => {
    if (!terminal && performance.now() - shown < 2_000) return;
    shown = performance.now();
    // Colours and cursor movements of the tool would break the line.
    draw(`  … ${title} ${dim(detail.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').slice(0, room))}`, false);
  };
  const end = (mark: string, rest: string) => draw(`  ${mark} ${title}${rest}`, true);
  try {
    const value = await work({ say, note: (text) => (result = text) });
    end(green('✓'), ` ${dim([result, duration(performance.now() - started)].filter(Boolean).join(', '))}`);
    return value;
  } catch (error) {
    end(red('✗'), '');
    throw error;
  }
}
