/** Public verification: anybody may ask whether a document is genuine, and learns little else. */
import { civilDay, now } from '../platform/clock/index.ts';
import { takeToken } from '../platform/rate-limit/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { failure } from './errors.ts';
import { readDocumentNumber, readVerifyCode } from './identifiers.ts';
import * as repository from './repository.ts';
import type { DocumentKind } from './schema.ts';

export type VerifiedDocument = {
  status: 'genuine' | 'expired' | 'revoked';
  number: string;
  kind: DocumentKind;
  service: LocalizedText;
  agency: LocalizedText;
  /** Civil days. */
  issuedOn: string;
  validUntil: string | null;
  revokedOn: string | null;
  maskedName: string;
};

export type Verification = VerifiedDocument | { status: 'notFound' } | { status: 'malformed' };

/** What may be typed in a check: a code or a number, however it is separated. */
export function readTyped(typed: string): { verifyCode: string } | { number: string } | null {
  const verifyCode = readVerifyCode(typed);
  if (verifyCode !== null) return { verifyCode };
  const number = readDocumentNumber(typed);
  return number === null ? null : { number };
}

/** Checks a document by its code or number. `client` is the address that asks: codes must not be tried out. */
export async function verifyDocument(input: { typed: string; client: string }): Promise<Verification> {
  const answer = await takeToken(`verify:${input.client}`, { burst: 20, perMinute: 20 });
  if (!answer.allowed) throw failure('tooMany', { seconds: answer.retryAfterSeconds });
  const key = readTyped(input.typed);
  if (key === null) return { status: 'malformed' };
  const document = await repository.byCodeOrNumber(key);
  if (!document) return { status: 'notFound' };
  return {
    status: statusOf(document, civilDay(now())),
    number: document.number,
    kind: document.kind,
    service: document.facts.service,
    agency: document.facts.agency,
    issuedOn: civilDay(document.issuedAt),
    validUntil: document.validUntil,
    revokedOn: document.revokedAt && civilDay(document.revokedAt),
    maskedName: maskName(document.facts.applicantName),
  };
}

function statusOf({ revokedAt, validUntil }: repository.IssuedDocument, today: string): VerifiedDocument['status'] {
  if (revokedAt !== null) return 'revoked';
  return validUntil !== null && validUntil < today ? 'expired' : 'genuine';
}

/** Enough of a name to compare with a document in hand, too little to learn it: `N••• D•••`. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((word) => `${[...word][0] ?? ''}•••`)
    .join(' ');
}
