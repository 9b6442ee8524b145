import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '../env/index.ts';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable across retries, so that mail systems can drop a repeated message. */
  messageId: string;
};

let transport: Transporter | undefined;

/** Hands a message to the SMTP server; throws when it was not accepted, so that the job is retried. */
export async function sendMail(mail: Mail): Promise<void> {
  transport ??= nodemailer.createTransport({ url: env().SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 });
  await transport.sendMail({ from: env().MAIL_FROM, ...mail });
}
