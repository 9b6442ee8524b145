/** Just enough of a browser to sign in: follows redirects by hand and keeps the cookies of each origin. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();

  async #request(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
    this.#cookies.set(url.host, jar);
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  /** Follows redirects to the page behind an address. */
  async open(address: string, form?: Record<string, string>): Promise<{ url: URL; body: string }> {
    let url = new URL(address);
    let init: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form), headers: { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded' } } : {};
    for (let hops = 0; hops < 15; hops += 1) {
      const answer = await this.#request(url, init);
      const next = answer.headers.get('location');
      if (next === null) return { url, body: await answer.text() };
      await answer.body?.cancel();
      url = new URL(next, url);
      init = {};
    }
    throw new Error(`Too many redirects from ${address}`);
  }
}

/** Signs in at the demo identity provider; resolves on the first page of the portal after it. */
export async function signIn(portal: string, login: string): Promise<void> {
  const visitor = new Visitor();
  const { url, body } = await visitor.open(`${portal}/api/sign-in`, { locale: 'uz', to: '/uz/demo' });
  const action = /<form method="post" action="([^"]+)"/.exec(body)?.[1];
  if (!action) throw new Error(`No sign-in form at ${url.href}`);
  const back = await visitor.open(new URL(action, url).href, { login });
  if (back.url.pathname !== '/uz/demo') throw new Error(`Sign-in ended at ${back.url.href}`);
}
