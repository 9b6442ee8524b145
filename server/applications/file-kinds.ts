import type { FileType } from '../forms/schema.ts';

export const mediaTypes: Record<FileType, string> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' };

const signatures: readonly [FileType, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a file is by its first bytes, whatever its name says; null for anything else. */
export function sniff(bytes: Uint8Array): FileType | null {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/** A harmless file name: no path, no control characters, of sensible length, ending as its type does. */
export function cleanName(name: string, type: FileType): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = base
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 100)
    .trim();
  return `${stem === '' ? 'file' : stem}.${type}`;
}
