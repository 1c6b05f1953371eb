/** Which requests say that somebody is at the screen (R6). */

export interface Asked {
  path: string;
  /** The data of a page without the page. */
  isDataRequest: boolean;
}

/** What pages do by themselves, or go to by themselves, while nobody may be there. */
const byItself = new Set(['/graphql', '/ticket', '/lock', '/locked', '/device', '/device/challenge', '/device/proof']);

/** A page also fetches its data anew by itself when something live changed; the input that leads to another page is told by /activity. */
export function countsAsUse({ path, isDataRequest }: Asked): boolean {
  return !isDataRequest && !byItself.has(path);
}
