/** Calls `stop` at the first Ctrl-C, kill or closed terminal; a later one ends this process at once. */
export function onInterrupt(stop: () => Promise<void> | void): void {
  let asked: number | undefined;
  const interrupt = () => {
    if (asked === undefined) {
      asked = performance.now();
      void stop();
    }
    // Under npm one Ctrl-C may arrive twice, from the terminal and from npm; later it is impatience.
    else if (performance.now() - asked > 1_000) process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  watchNpm(interrupt);
}

/** npm passes a signal on to its shell only, which dies of it silently: its end is the signal. */
function watchNpm(interrupt: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    interrupt();
  }, 250);
  watch.unref();
}
