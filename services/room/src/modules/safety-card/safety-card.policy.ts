/** How much of an address finds a person's part of town. Pure. */

/** Where the numbers begin: 一丁目 counts as one, the 一 of 一宮市 or 四日市市 does not. */
const numbers = /[0-9]|[〇一二三四五六七八九十百]+(?=丁目|番|号)/u;

/** @returns the address up to its first number, e.g. `東京都世田谷区桜丘` @param address as it was typed */
export function localityOf(address: string): string {
  const text = address.normalize('NFKC').replaceAll(/\s+/gu, '');
  const [place = ''] = text.split(numbers);
  return place.slice(0, 60);
}
