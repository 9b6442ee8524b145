/** Name of a `<meta>` by which a page that is rendered ahead says with which status it is answered; the web server takes it at its word. */
export const statusMeta = 'yagona-status';

const pattern = new RegExp(`<meta name="${statusMeta}" content="(4\\d\\d)"`);

/** The status that a page asks for, if any. */
export function statusOf(html: string): number | null {
  const found = pattern.exec(html)?.[1];
  return found === undefined ? null : Number(found);
}
