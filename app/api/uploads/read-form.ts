import type { IncomingFile } from '@/server/applications/service-uploads';

export type UploadForm = { fields: Readonly<Record<string, string>>; file: IncomingFile | null };

/** The largest form kept: one file of 5 MB and a few short fields. */
const mostKept = 5 * 1_048_576 + 65_536;
/** Beyond that the rest is read and thrown away, so that the browser gets an answer; beyond this it is cut off. */
const mostRead = 100 * 1_048_576;

/** Reads a posted form with a file; null when it is not one. Of too large a file only that it is too large. */
export async function readUploadForm(request: Request): Promise<UploadForm | null> {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined || !request.body) return null;
  const { bytes, whole } = await readUpTo(request.body);
  // A form that was cut is closed by hand: its fields come before its file.
  const body = whole ? bytes : Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    return await parts(form, whole);
  } catch {
    return null;
  }
}

async function readUpTo(stream: ReadableStream<Uint8Array>): Promise<{ bytes: Buffer; whole: boolean }> {
  const kept: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= mostKept) kept.push(value);
    if (size > mostRead) {
      await reader.cancel();
      break;
    }
  }
  return { bytes: Buffer.concat(kept), whole: size <= mostKept };
}

async function parts(form: FormData, whole: boolean): Promise<UploadForm> {
  const fields: Record<string, string> = {};
  let file: IncomingFile | null = null;
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = value.slice(0, 2_000);
    else if (value.name !== '' && file === null) file = whole ? { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) } : { name: value.name, tooLarge: true };
  }
  return { fields, file };
}
