import { SMTPServer } from 'smtp-server';
import { logger } from '../log/index.ts';
import { storeDemoMail } from './smtp-inbox.ts';
import { parseMessage } from './smtp-message.ts';

const largest = 5_000_000;

/** An SMTP server that delivers nothing: messages are kept in the database for the demo inbox. */
export async function startDemoMailServer(options: { profile: 'demo' | 'production'; host: string; port: number }): Promise<{ close: () => Promise<void> }> {
  if (options.profile === 'production') throw new Error('The demo mail server delivers nothing: it does not run in production');
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    disableReverseLookup: true,
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('Message too large'), { responseCode: 552 }));
          return;
        }
        const message = parseMessage(Buffer.concat(chunks));
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const stored = session.envelope.rcptTo.map(({ address }) => storeDemoMail(address, from, message));
        // 451 makes the sender try again later.
        Promise.all(stored).then(
          () => done(),
          () => done(Object.assign(new Error('Cannot store the message now'), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', (error) => {
    logger().warn({ err: error }, 'demo mail server');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}
