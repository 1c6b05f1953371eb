/** Watches what reaches one browser: no token may (security.md 18), and no page may complain. */
import type { Page, Response } from 'playwright-core';

const jsonWebToken = /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/;
const tokenField = /["'](access|refresh|id)_token["']/;
const readable = /^(text\/|application\/(json|graphql-response\+json|javascript))/;
/** Files named by their content are the same for everybody: looked at once. */
const byContent = /\/_app\/immutable\//;
const seen = new Set<string>();

export class Witness {
  /** Addresses whose answers or frames carried a token. */
  readonly leaks: string[] = [];
  /** Errors the page itself wrote or threw. */
  readonly complaints: string[] = [];
  readonly #reading = new Set<Promise<void>>();

  constructor(page: Page) {
    page.on('response', (response) => this.#follow(this.#read(response)));
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#look(socket.url(), payload.toString())));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${told(error)} (${page.url()})`));
  }

  /** All that arrived so far has been looked at. */
  async settled(): Promise<void> {
    await Promise.all(this.#reading);
  }

  #follow(reading: Promise<void>): void {
    this.#reading.add(reading);
    void reading.finally(() => this.#reading.delete(reading));
  }

  async #read(response: Response): Promise<void> {
    const url = response.url();
    if (seen.has(url) || !readable.test(response.headers()['content-type'] ?? '')) return;
    // A page that has moved on takes unread bodies with it.
    const text = await response.text().catch(() => '');
    if (text && byContent.test(url)) seen.add(url);
    this.#look(url, text);
  }

  #look(url: string, text: string): void {
    if (jsonWebToken.test(text) || tokenField.test(text)) this.leaks.push(url);
  }
}

/** What is thrown without being an Error, an event or a DOMException, has a name or a message and an empty stack. */
const told = ({ name, message, stack }: Error): string => stack || [name, message, 'without a stack'].filter(Boolean).join(', ');

/** Everything a script of this page could read by itself. */
export async function scriptReach(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify({
      cookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      here: location.href,
      window: Object.keys(window),
    }),
  );
}
