/** References, document numbers and verification codes: short, unguessable, hard to misread or mistype. */

/** Digits and capitals that nobody takes for one another: without 0 O, 1 I L, S, Z and U. */
export const alphabet = '23456789ABCDEFGHJKMNPQRTVWXY';

/** Check character by the Luhn algorithm modulo 28: catches any one wrong character. */
export function checkCharacter(body: string): string {
  let factor = 2;
  let sum = 0;
  for (const char of [...body].reverse()) {
    const addend = alphabet.indexOf(char) * factor;
    sum += Math.floor(addend / alphabet.length) + (addend % alphabet.length);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}

/** One character, each as likely as the others: bytes past the last whole multiple of 28 are dropped. */
function randomCharacter(): string {
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 255) >= 252);
  return alphabet.charAt((byte[0] ?? 0) % alphabet.length);
}

/** `length` characters, the last of which checks the others. */
export function randomCode(length: number): string {
  const body = Array.from({ length: length - 1 }, randomCharacter).join('');
  return body + checkCharacter(body);
}

export function isCode(value: string, length: number): boolean {
  if (value.length !== length || [...value].some((char) => !alphabet.includes(char))) return false;
  return checkCharacter(value.slice(0, -1)) === value.at(-1);
}

// Cyrillic letters that look like ours and are typed on the wrong layout.
const lookalikes: Readonly<Record<string, string>> = { А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' };

/** What somebody typed, as capitals without separators. */
export function normaliseCode(typed: string): string {
  return typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s‐-―_.-]/g, '')
    .replace(/[АВЕКМНРСТУХ]/g, (letter) => lookalikes[letter] ?? letter);
}

/** In groups of four, as people read them to each other. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The public number of an application, e.g. `YG-7K3M-9QXA`. */
export function newReference(): string {
  return `YG-${grouped(randomCode(8))}`;
}

/** A reference as we write it, or null when what was typed is none. */
export function readReference(typed: string): string | null {
  const code = normaliseCode(typed).replace(/^YG(?=.{8}$)/, '');
  return isCode(code, 8) ? `YG-${grouped(code)}` : null;
}

/** The unguessable code in the QR link of a document. */
export const verifyCodeLength = 16;

/** A verification code as stored, or null when what was typed is none. */
export function readVerifyCode(typed: string): string | null {
  const code = normaliseCode(typed);
  return isCode(code, verifyCodeLength) ? code : null;
}

/**
 * Number of an agency's document, e.g. `IIV-2026-000017-K7MQ`: the sequence for people, the tail so that
 * numbers cannot be counted through to read other people's documents.
 */
export function documentNumber(agencyId: string, year: number, sequence: number): string {
  return `${agencyId.toUpperCase()}-${year}-${String(sequence).padStart(6, '0')}-${randomCode(4)}`;
}

/** A document number as stored, or null when what was typed cannot be one. A receipt's number is the reference. */
export function readDocumentNumber(typed: string): string | null {
  const reference = readReference(typed);
  if (reference !== null) return reference;
  const parts = /^([A-Z][A-Z0-9-]{0,38}?)-?(\d{4})-?(\d{6,9})-?([2-9A-Z]{4})$/.exec(typed.trim().slice(0, 100).toUpperCase().replace(/\s/g, ''));
  if (!parts) return null;
  const [, agency, year, sequence, tail] = parts;
  return isCode(tail ?? '', 4) ? `${agency ?? ''}-${year ?? ''}-${sequence ?? ''}-${tail ?? ''}` : null;
}
