import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChangeEvent } from '../registers/schema-subscriptions.ts';

export type Received = { headers: IncomingHttpHeaders; text: string; body: { type: string; events: ChangeEvent[]; cursor?: number } };
/** A status, or `hang`: the message is taken and never answered. */
type Answer = (received: Received) => number | 'hang';

/** Somebody else's server that takes webhooks. */
export class Receiver {
  readonly received: Received[] = [];
  answer: Answer = () => 204;
  #server: Server | undefined;
  #port = 0;

  get url(): string {
    return `http://localhost:${this.#port}/hook`;
  }

  /** On the same port as before. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        const received: Received = { headers: request.headers, text, body: JSON.parse(text) as Received['body'] };
        this.received.push(received);
        const status = this.answer(received);
        if (status !== 'hang') response.writeHead(status).end();
      });
    });
    await new Promise<void>((done) => server.listen(this.#port, 'localhost', done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(undefined)));
  }

  get events(): ChangeEvent[] {
    return this.received.flatMap(({ body }) => body.events);
  }
}

/** As a receiver would check it. */
export function isSignedBy(secret: string, { headers, text }: Received): boolean {
  const [, seconds = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['yagona-signature'])) ?? [];
  return createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex') === signature;
}
