/** What a browser shows after it followed every redirect that leads on in One ID. */
export interface Shown {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without scripts: it keeps cookies, follows redirects, and sends the one form of a page. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();
  readonly setCookies: string[] = [];
  readonly visited: string[] = [];

  private readonly within: string;

  /** @param within the origin to stay in: a redirect that leads out is where the browser stops */
  constructor(within: string) {
    this.within = within;
  }

  async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Shown> {
    return this.follow(url, { headers });
  }

  /** Fills in the form of a page and presses a button; hidden fields are sent as they are. */
  async submit(page: Shown, fields: Readonly<Record<string, string>>, headers = {}): Promise<Shown> {
    const action = unescaped(/<form[^>]* action="([^"]*)"/.exec(page.text)?.[1] ?? '');
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const body = new URLSearchParams([
      ...hidden.map(([, name = '', value = '']) => [name, unescaped(value)]),
      ...Object.entries(fields),
    ]);
    return this.follow(new URL(action, page.url).href, {
      method: 'POST',
      body,
      headers: { origin: this.within, ...headers },
    });
  }

  /** Takes over what another browser keeps, as when somebody is given a session that others know. */
  takeCookiesOf(other: Browser): void {
    for (const [name, cookie] of other.cookies) this.cookies.set(name, cookie);
  }

  private async follow(first: string, init: RequestInit): Promise<Shown> {
    let [url, request] = [first, init];
    for (let hops = 0; hops < 10; hops++) {
      this.visited.push(url);
      if (new URL(url).origin !== this.within) return { url, status: 0, headers: new Headers(), text: '' };
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        headers: { ...(request.headers as Record<string, string>), cookie: this.cookieHeader(new URL(url).pathname) },
      });
      this.keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (!location) return { url, status: response.status, headers: response.headers, text: await response.text() };
      await response.arrayBuffer();
      [url, request] = [new URL(location, url).href, {}];
    }
    throw new Error('The redirects go in a circle.');
  }

  private keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      this.setCookies.push(cookie);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      const path = /; ?path=([^;]+)/i.exec(cookie)?.[1] ?? '/';
      if (value === '' || /expires=Thu, 01 Jan 1970/.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, { value, path });
    }
  }

  private cookieHeader(pathname: string): string {
    return [...this.cookies]
      .filter(([, { path }]) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
