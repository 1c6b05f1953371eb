// A cookie jar as small as OpenID Connect needs it: name, path, expiry; one host.

export class CookieJar {
  #cookies = new Map();

  /** @param {Response} answer @param {URL} url where it came from */
  keep(answer, url) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const given = Object.fromEntries(
        attributes.map((attribute) => [attribute.split('=')[0].toLowerCase(), attribute.slice(attribute.indexOf('=') + 1)]),
      );
      const path = given.path?.startsWith('/') ? given.path : defaultPath(url);
      this.#put({ name: pair.slice(0, at), value: pair.slice(at + 1), path, over: isOver(given) });
    }
  }

  /** @param {URL} url @returns {string} the Cookie header for it */
  header(url) {
    const fitting = [...this.#cookies.values()].filter(
      ({ path }) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
    );
    return fitting
      .sort((a, b) => b.path.length - a.path.length)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #put(cookie) {
    const key = `${cookie.path} ${cookie.name}`;
    if (cookie.over) this.#cookies.delete(key);
    else this.#cookies.set(key, cookie);
  }
}

const isOver = (given) => given['max-age'] === '0' || (given.expires !== undefined && Date.parse(given.expires) <= Date.now());
const defaultPath = (url) => url.pathname.slice(0, url.pathname.lastIndexOf('/')) || '/';
