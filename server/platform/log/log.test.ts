import { expect, it } from 'vitest';
import { createLogger } from './index.ts';

const personal = ['30211870010021', 'Namunayev', 'rustam@demo.yagona.example', '+998901234567', 'session-token', 'Bearer abc'];

function written(work: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  work(createLogger('trace', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

it('leaves personal data out, wherever it was put', () => {
  const [pinfl, name, email, phone, cookie, authorization] = personal;
  const text = written((log) => {
    log.info({ pinfl, name, email, phone, answers: { about: name } }, 'one');
    log.info({ person: { pinfl, name, email, phone, answers: [name] } }, 'two');
    log.info({ req: { headers: { cookie, authorization } }, applicationId: 'kept' }, 'three');
  });
  for (const value of personal) expect(text).not.toContain(value);
  expect(text).toContain('"applicationId":"kept"');
});

it('keeps where an error was, not what it quotes', () => {
  const error = Object.assign(new Error('Key (pinfl)=(30211870010021) already exists.\nDetail: Namunayev'), { code: '23505', detail: 'rustam@demo.yagona.example' });
  const text = written((log) => log.error({ err: error }, 'failed'));
  for (const value of personal) expect(text).not.toContain(value);
  expect(JSON.parse(text)).toMatchObject({ msg: 'failed', err: { type: 'Error', code: '23505' } });
  expect((JSON.parse(text) as { err: { stack: string } }).err.stack).toContain('log.test.ts');
});
