/** Sends a signed message to somebody else's server and tells how it answered. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { now } from '../clock/index.ts';
import { env } from '../env/index.ts';
import { hostOf, resolveWebhook } from './address.ts';
import { signatureOf } from './secret.ts';

export const sendProblems = ['address', 'timeout', 'refused', 'tls', 'network'] as const;
export type SendProblem = (typeof sendProblems)[number];
export type Sent = { status: number | null; problem: SendProblem | null; millis: number };

export type Message = { url: string; secret: string; /** The same for every attempt at the same content. */ id: string; body: string };

const patienceMillis = 10_000;

function problemOf(error: unknown): SendProblem {
  if (!(error instanceof Error)) return 'network';
  const { code = '' } = error as { code?: string };
  if (error.name === 'AbortError' || error.name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ECONNREFUSED') return 'refused';
  if (/^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO)/.test(code)) return 'tls';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'address' : 'network';
}

/** A name service that does not answer must not hold us longer than a server that does not. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))]);
}

/** Only the status counts: the rest of the answer is not waited for, and nothing is followed elsewhere. */
function post(url: URL, target: { address: string; family: number }, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<number> {
  const host = hostOf(url);
  const secure = url.protocol === 'https:';
  // The connection goes to the address that was checked, not to what the name means a moment later.
  const options = { method: 'POST', host: target.address, family: target.family, port: url.port === '' ? (secure ? 443 : 80) : url.port, path: url.pathname + url.search, headers: { ...headers, Host: url.host }, signal, agent: false as const };
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)({ ...options, ...(secure && host !== target.address && { servername: host }) }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', reject);
    request.end(body);
  });
}

export async function sendWebhook({ url: text, secret, id, body }: Message): Promise<Sent> {
  const began = performance.now();
  const ended = (status: number | null, problem: SendProblem | null): Sent => ({ status, problem, millis: Math.round(performance.now() - began) });
  try {
    const url = new URL(text);
    const signal = AbortSignal.timeout(patienceMillis);
    const target = await within(signal, resolveWebhook(url, env().YAGONA_PROFILE));
    if (!target) return ended(null, 'address');
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), 'User-Agent': 'Yagona', 'Yagona-Delivery': id, 'Yagona-Signature': signatureOf(secret, Math.floor(now().getTime() / 1_000), body) };
    return ended(await post(url, target, headers, body, signal), null);
  } catch (error) {
    return ended(null, problemOf(error));
  }
}
