/**
 * Where Next keeps the pages that it has rendered: in the memory of the web process, for as long as nothing has been
 * published since. Next loads this file itself, so it is plain JavaScript and shares what it must through a symbol.
 */
const most = 4_000;
const shared = (globalThis[Symbol.for('yagona.pages')] ??= { changedAt: 0 });
/** @type {Map<string, { value: unknown, lastModified: number, cacheControl?: unknown }>} */
const pages = (shared.pages ??= new Map());

export default class PageStore {
  async get(key) {
    const found = pages.get(key);
    if (!found) return null;
    pages.delete(key);
    if (found.lastModified <= shared.changedAt) return null;
    // The page that was asked for last goes last when there are too many.
    pages.set(key, found);
    return found;
  }

  async set(key, value, { cacheControl } = {}) {
    pages.delete(key);
    if (value === null) return;
    pages.set(key, { value, lastModified: performance.timeOrigin + performance.now(), ...(cacheControl !== undefined && { cacheControl }) });
    if (pages.size > most) pages.delete(pages.keys().next().value);
  }

  async revalidateTag() {
    pages.clear();
  }

  resetRequestCache() {
    // Nothing is kept for one request alone.
  }
}
