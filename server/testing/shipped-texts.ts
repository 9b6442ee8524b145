import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folders = ['prisma/seed', 'prisma/seed/services', 'prisma/seed/agencies', 'prisma/seed/forms'];

function jsonFiles(folder: string): unknown[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((file) => file.endsWith('.json')).map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as unknown);
}

function stringsOf(value: unknown, inside: boolean): string[] {
  if (typeof value === 'string') return inside ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, inside));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => stringsOf(item, inside || key === 'uz'));
}

/** Every Uzbek (Latin) text of the shipped catalogue, agencies, directories and forms. */
export function shippedUzbekTexts(): string[] {
  return folders.flatMap(jsonFiles).flatMap((file) => stringsOf(file, false));
}

/** Every Uzbek interface message, as ICU source. */
export function uzbekMessages(): string[] {
  return jsonFiles('server/platform/i18n/messages/uz').flatMap((file) => stringsOf(file, true));
}
