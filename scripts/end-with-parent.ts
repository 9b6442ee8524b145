/**
 * Preloaded into every process of the platform. The supervisor holds the other end of its standard input,
 * so the process learns when the supervisor is gone, even if that was killed, and stops in good order.
 */
import { isMainThread } from 'node:worker_threads';

// Worker threads and forked helpers inherit the preload, but not the pipe.
if (isMainThread && process.env['YAGONA_SUPERVISOR'] === String(process.ppid)) {
  process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
  process.stdin.unref();
}
