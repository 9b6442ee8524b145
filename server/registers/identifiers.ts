/** Identifiers of people and things in Uzbekistan: normalising what people type, and checking it. */

const weights = [7, 3, 1];

/** Check digit of a PINFL's first 13 digits: Σ(digit × 7, 3, 1, 7, …) mod 10. */
export function pinflCheckDigit(first13: string): number {
  return [...first13].reduce((sum, digit, index) => sum + Number(digit) * (weights[index % 3] ?? 0), 0) % 10;
}

export type PinflProblem = 'length' | 'digits' | 'century' | 'date' | 'checksum';
export type PinflFacts = { sex: 'male' | 'female'; birthDate: string };

const centuries = [1800, 1900, 2000] as const;

/**
 * Reads a PINFL `G DDMMYY RRR SSS C`: G is 1/2 for the 1800s, 3/4 for the 1900s, 5/6 for the 2000s
 * (odd male, even female), RRR the district, SSS a serial, C the check digit.
 */
export function readPinfl(value: string): { ok: true; facts: PinflFacts } | { ok: false; problem: PinflProblem } {
  if (!/^\d*$/.test(value)) return { ok: false, problem: 'digits' };
  if (value.length !== 14) return { ok: false, problem: 'length' };
  const g = Number(value[0]);
  const base = centuries[Math.floor((g - 1) / 2)];
  if (g < 1 || base === undefined) return { ok: false, problem: 'century' };
  const iso = `${base + Number(value.slice(5, 7))}-${value.slice(3, 5)}-${value.slice(1, 3)}`;
  if (!isCivilDate(iso)) return { ok: false, problem: 'date' };
  if (pinflCheckDigit(value.slice(0, 13)) !== Number(value[13])) return { ok: false, problem: 'checksum' };
  return { ok: true, facts: { sex: g % 2 === 1 ? 'male' : 'female', birthDate: iso } };
}

export function isPinfl(value: string): boolean {
  return readPinfl(value).ok;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/** STIR: nine digits, the first from 2 to 9; it has no public check digit. */
export function isStir(value: string): boolean {
  return /^[2-9]\d{8}$/.test(value);
}

/** Passport or ID card: two Latin letters and seven digits. */
export function isPassport(value: string): boolean {
  return /^[A-Z]{2}\d{7}$/.test(value);
}

/** Number plate: `01 A 123 BC` of a person or `01 123 ABC` of a legal entity, without spaces. */
export function isPlate(value: string): boolean {
  return /^(?:0[1-9]|[1-9]\d)(?:[A-Z]\d{3}[A-Z]{2}|\d{3}[A-Z]{3})$/.test(value);
}

/** Cadastral number `AA:BB:CC:DD:EE:FFFF[:GGGG[:HHH]]`. */
export function isCadastralNumber(value: string): boolean {
  return /^\d{2}(?::\d{2}){4}:\d{4}(?::\d{4}(?::\d{3})?)?$/.test(value);
}

/** Vehicle identification number, ISO 3779: 17 signs without I, O and Q; not every country uses its check digit. */
export function isVin(value: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(value);
}

/** Mobile or landline number in Uzbekistan, E.164. */
export function isPhone(value: string): boolean {
  return /^\+998\d{9}$/.test(value);
}

// Letters that look alike and are typed on the wrong layout.
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X',
};

function latinCapitals(value: string): string {
  return value.toUpperCase().replace(/[АВЕКМНОРСТУХ]/g, (letter) => lookalikes[letter] ?? letter);
}

export const normalisePinfl = (value: string): string => value.replace(/[\s-]/g, '');
export const normaliseStir = (value: string): string => value.replace(/[\s-]/g, '');
export const normalisePassport = (value: string): string => latinCapitals(value.replace(/[\s№-]/g, ''));
export const normalisePlate = (value: string): string => latinCapitals(value.replace(/[\s-]/g, ''));
export const normaliseVin = (value: string): string => latinCapitals(value.replace(/[\s-]/g, ''));
export const normaliseCadastralNumber = (value: string): string => value.replace(/\s/g, '').replace(/[.-]/g, ':');

/** Brings a phone number to E.164: `90 123-45-67`, `998901234567` and `+998 (90) 1234567` are the same. */
export function normalisePhone(value: string): string {
  const digits = value.replace(/\D/g, '');
  if (digits.length === 9) return `+998${digits}`;
  if (digits.length === 12 && digits.startsWith('998')) return `+${digits}`;
  return value.trim();
}
