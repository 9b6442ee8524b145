/** From the columns of a file to the fields of a record. Pure. */
import { validFromColumn } from './schema-imports.ts';
import type { Definition } from './schema-definition.ts';

/** The same name whatever the letter case, spaces and marks: `Date of birth`, `date_of_birth`, `DateOfBirth`. */
const plain = (name: string): string => name.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

/** Which field each column seems to be: by the field's id or its label in any language. */
export function suggestMapping(definition: Pick<Definition, 'fields'>, header: readonly string[]): string[] {
  const fields = new Map<string, string>([['validfrom', validFromColumn]]);
  for (const { id, label } of definition.fields) for (const name of [id, label.uz, label.ru, label.en]) if (!fields.has(plain(name))) fields.set(plain(name), id);
  const used = new Set<string>();
  return header.map((name) => {
    const field = fields.get(plain(name)) ?? '';
    if (field === '' || used.has(field)) return '';
    used.add(field);
    return field;
  });
}

export type MappingProblem = { reason: 'unknown' | 'twice' | 'keyMissing'; field: string };

/** What is wrong with a mapping; a field that is required may be missing, since records that exist already have it. */
export function problemsOfMapping(definition: Pick<Definition, 'fields' | 'key'>, mapping: readonly string[]): MappingProblem[] {
  const known = new Set([...definition.fields.map(({ id }) => id), validFromColumn]);
  const used = mapping.filter((field) => field !== '');
  const problems: MappingProblem[] = used.filter((field) => !known.has(field)).map((field) => ({ reason: 'unknown', field }));
  for (const [index, field] of used.entries()) if (used.indexOf(field) !== index) problems.push({ reason: 'twice', field });
  if (!used.includes(definition.key)) problems.push({ reason: 'keyMissing', field: definition.key });
  return problems;
}

/** The cells of a row by field. An empty cell is no value; `validFrom` only where a column has it. */
export function valuesOf(mapping: readonly string[], cells: readonly string[]): { given: Record<string, string>; validFrom: string } {
  const given: Record<string, string> = {};
  let validFrom = '';
  for (const [index, field] of mapping.entries()) {
    const cell = cells[index] ?? '';
    if (field === validFromColumn) validFrom = cell;
    else if (field !== '') given[field] = cell;
  }
  return { given, validFrom };
}

/**
 * Texts that have been seen, in sixteen bytes each: for finding repeated keys among millions of rows. Two
 * different texts may be taken for one once in some 10¹² pairs of a million.
 */
export class SeenTexts {
  #slots = new Uint32Array(2 * 1_024);
  #count = 0;

  /** Adds a text; true when it was there. */
  add(text: string): boolean {
    if (this.#count * 3 > this.#slots.length) this.#grow();
    const [high, low] = hashes(text);
    return this.#put(this.#slots, high, low);
  }

  #put(slots: Uint32Array, high: number, low: number): boolean {
    const size = slots.length / 2;
    for (let at = low % size; ; at = (at + 1) % size) {
      const [a, b] = [slots[at * 2], slots[at * 2 + 1]];
      if (a === high && b === low) return true;
      if (a === 0 && b === 0) {
        slots[at * 2] = high;
        slots[at * 2 + 1] = low;
        this.#count += 1;
        return false;
      }
    }
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Uint32Array(before.length * 2);
    this.#count = 0;
    for (let at = 0; at < before.length; at += 2) if (before[at] !== 0 || before[at + 1] !== 0) this.#put(slots, before[at] ?? 0, before[at + 1] ?? 0);
    this.#slots = slots;
  }
}

/** Two 32-bit hashes (FNV-1a and a variant of Murmur's mixing), never both zero. */
function hashes(text: string): [number, number] {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ Math.imul(code, 0xcc9e2d51), 0x1b873593);
    b = (b << 13) | (b >>> 19);
  }
  a ^= a >>> 15;
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b);
  b ^= b >>> 13;
  return [a >>> 0 || 1, b >>> 0];
}
