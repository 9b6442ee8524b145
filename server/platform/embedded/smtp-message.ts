/** What the demo inbox shows of a message. */
export type ParsedMessage = { subject: string; text: string; html: string | null };

type Part = { headers: Map<string, string>; body: Buffer };

function split(raw: Buffer): Part {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'));
  const head = (end ? raw.subarray(0, end.index) : raw).toString('utf8').replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? raw.subarray(end.index + end[0].length) : Buffer.alloc(0) };
}

function unquote(text: string): Buffer {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** Decodes `=?utf-8?B?…?=` words of a header. */
function words(header: string): string {
  return header
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_all, encoding: string, text: string) =>
      (encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : unquote(text.replace(/_/g, ' '))).toString('latin1'),
    );
}

const header = (value: string | undefined): string => {
  const decoded = words(value ?? '');
  return decoded === value ? decoded : Buffer.from(decoded, 'latin1').toString('utf8');
};

function content({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return unquote(body.toString('latin1')).toString('utf8');
  return body.toString('utf8');
}

function partsOf(part: Part, boundary: string): Part[] {
  const sections = part.body.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return sections.map((section) => split(Buffer.from(section.replace(/^\r?\n/, '').replace(/\r?\n$/, ''), 'latin1')));
}

function collect(part: Part, found: { text: string | null; html: string | null }): void {
  const type = part.headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    for (const inner of partsOf(part, boundary)) collect(inner, found);
  } else if (/^text\/html/i.test(type)) found.html ??= content(part);
  else if (/^text\/plain/i.test(type)) found.text ??= content(part);
}

/** Reads a message as mail libraries write them: UTF-8, text and HTML, nested as they like. */
export function parseMessage(raw: Buffer): ParsedMessage {
  const message = split(raw);
  const found: { text: string | null; html: string | null } = { text: null, html: null };
  collect(message, found);
  return { subject: header(message.headers.get('subject')), text: (found.text ?? '').replace(/\r\n/g, '\n').trimEnd(), html: found.html };
}
