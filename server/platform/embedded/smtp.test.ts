import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../testing/database.ts';
import { anonymous } from '../auth/actor.ts';
import { env, resetEnv } from '../env/index.ts';
import { sendMail } from '../mail/index.ts';
import { freePort } from './postgres.ts';
import { listDemoMails, readDemoMail } from './smtp-inbox.ts';
import { startDemoMailServer } from './smtp.ts';

createTestDatabase();

const actor = anonymous();
let server: { close: () => Promise<void> };
beforeAll(async () => {
  const port = await freePort();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${port}`;
  resetEnv();
  server = await startDemoMailServer({ profile: 'demo', host: '127.0.0.1', port });
});
afterAll(() => server.close());

const send = (to: string, subject: string, text = 'Matn', html = '<p>Matn</p>') => sendMail({ to, subject, text, html, messageId: `<${Math.random()}@test>` });

describe('the demo inbox', () => {
  it('keeps a message as it was written', async () => {
    const subject = 'Arizangiz qabul qilindi: maʼlumotnoma oʻzgartirildi – Ўзбекча мавзу жуда узун бўлса ҳам тўғри чиқиши керак';
    const text = 'Assalomu alaykum!\n\nЎзбекча = матн, 50 % ва жуда узун қатор: ' + 'бир '.repeat(60) + '\n.nuqta bilan boshlangan qator\nhttp://localhost:3000/uz/cabinet?x=1';
    await send('Dilnoza@Demo.example', subject, text, '<h1>Салом</h1>');
    const { mails } = await listDemoMails(actor, { to: 'dilnoza@demo.example' });
    expect(mails).toHaveLength(1);
    const mail = await readDemoMail(actor, { id: mails[0]?.id ?? '' });
    expect(mail.subject).toBe(subject);
    expect(mail.text).toBe(text);
    expect(mail.from).toBe('no-reply@yagona.example');
  });

  it('is read newest first, page by page, by recipient', async () => {
    for (let n = 1; n <= 25; n += 1) await send('rustam@demo.example', `Xat ${n}`);
    const first = await listDemoMails(actor, { to: 'rustam@demo.example' });
    expect(first.mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 20 }, (_, index) => `Xat ${25 - index}`));
    const second = await listDemoMails(actor, { to: 'rustam@demo.example', before: first.next ?? '' });
    expect(second.mails.map(({ subject }) => subject)).toEqual(['Xat 5', 'Xat 4', 'Xat 3', 'Xat 2', 'Xat 1']);
    expect(second.next).toBeNull();
  });

  it('is not there in production', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { YAGONA_PROFILE: 'production', PUBLIC_URL: 'https://portal.example', OIDC_ISSUER: 'https://id.example', MAIL_FROM: 'Portal <no-reply@portal.example>', AUTH_SECRET: 'a'.repeat(64) });
    resetEnv();
    try {
      expect(env().YAGONA_PROFILE).toBe('production');
      await expect(listDemoMails(actor, {})).rejects.toMatchObject({ category: 'notFound' });
      await expect(startDemoMailServer({ profile: 'production', host: '127.0.0.1', port: 1 })).rejects.toThrow('production');
    } finally {
      process.env = before;
      resetEnv();
    }
  });
});

it('says when its port is taken', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await expect(startDemoMailServer({ profile: 'demo', host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});
