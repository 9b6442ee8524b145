import { createServer } from 'node:net';
import { freePort } from '../../server/platform/embedded/postgres.ts';

/** True when nothing listens on the port, on any address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
}

/** The preferred port, or any free one when somebody has it. */
export async function portOr(preferred: number): Promise<number> {
  return (await isFree(preferred)) ? preferred : freePort();
}
