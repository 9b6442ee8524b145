import type { Mail } from '../platform/mail/index.ts';
import type { PendingMail } from './repository.ts';
import { notificationText } from './texts.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** The letter for a notification, in the recipient's language. It says what happened, never the answers. */
export function composeMail(pending: PendingMail & { email: string }, publicUrl: string): Mail {
  const { title, body, action, footer } = notificationText(pending.kind, pending.params, pending.locale);
  const address = `${publicUrl}/${pending.locale}${pending.link}`;
  return {
    to: pending.email,
    subject: title,
    text: `${title}\n\n${body}\n\n${action}: ${address}\n\n${footer}\n`,
    html: `<!doctype html><html lang="${pending.locale}"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#0d1f27"><h1 style="font-size:20px">${escape(title)}</h1><p>${escape(body)}</p><p><a href="${escape(address)}">${escape(action)}</a></p><p style="color:#475c66">${escape(footer)}</p></body></html>`,
    messageId: `<notification-${pending.id}@${new URL(publicUrl).hostname}>`,
  };
}
