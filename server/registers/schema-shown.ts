/** A value in words, ready to be shown. `code` is written as it is and never broken. */
export type Shown =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'reference'; register: string; key: string }
  | { kind: 'list'; columns: { id: string; label: string }[]; rows: (Shown | null)[][] };
