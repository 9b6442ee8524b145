/** Addresses and identifiers as people enter them. */
import {
  isCadastralNumber, isPassport, isPhone, isPlate, isStir, normaliseCadastralNumber, normalisePassport, normalisePhone, normalisePinfl, normalisePlate,
  normaliseStir, readPinfl,
} from '../registers/identifiers.ts';

type IdentifierKind = 'email' | 'phone' | 'pinfl' | 'stir' | 'passport' | 'plate' | 'cadastre';
type IdentifierReading = { ok: true; value: string } | { ok: false; key: string };

const check = (value: string, valid: boolean, key: string): IdentifierReading => (valid ? { ok: true, value } : { ok: false, key });

export function readIdentifier(kind: IdentifierKind, entry: string): IdentifierReading {
  switch (kind) {
    case 'email':
      return check(entry, entry.length <= 254 && /^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\.]+(?:\.[^\s@"(),:;<>[\]\\.]+)+$/.test(entry), 'email');
    case 'phone': {
      const phone = normalisePhone(entry);
      return check(phone, isPhone(phone), 'phone');
    }
    case 'pinfl': {
      const pinfl = normalisePinfl(entry);
      const reading = readPinfl(pinfl);
      return reading.ok ? { ok: true, value: pinfl } : { ok: false, key: `pinfl.${reading.problem}` };
    }
    case 'stir': {
      const stir = normaliseStir(entry);
      return check(stir, isStir(stir), 'stir');
    }
    case 'passport': {
      const passport = normalisePassport(entry);
      return check(passport, isPassport(passport), 'passport');
    }
    case 'plate': {
      const plate = normalisePlate(entry);
      return check(plate, isPlate(plate), 'plate');
    }
    case 'cadastre': {
      const number = normaliseCadastralNumber(entry);
      return check(number, isCadastralNumber(number), 'cadastre');
    }
  }
}
