/** Which language a page is in: what the client asked for, else what the browser prefers, else Japanese. */
import { en } from './messages/en.ts';
import { ja, type Messages } from './messages/ja.ts';

export type PageLocale = 'ja' | 'en';
const known: readonly PageLocale[] = ['ja', 'en'];
const messages: Record<PageLocale, Messages> = { ja, en };

export const messagesOf = (locale: PageLocale): Messages => messages[locale];

/**
 * @param uiLocales `ui_locales` of the authorization request, space-separated
 * @param acceptLanguage the browser's header
 */
export function chooseLocale(uiLocales: string | undefined, acceptLanguage: string | undefined): PageLocale {
  const wished = [...(uiLocales ?? '').split(' '), ...byPreference(acceptLanguage ?? '')];
  const bases = wished.map((tag) => tag.toLowerCase().split('-')[0]);
  return bases.map((base) => known.find((locale) => locale === base)).find((locale) => locale !== undefined) ?? 'ja';
}

function byPreference(header: string): string[] {
  const parsed = header.split(',').map((part) => {
    const [tag = '', ...options] = part.trim().split(';');
    const quality = options.map((option) => /^\s*q=([0-9.]+)/.exec(option)?.[1]).find(Boolean);
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  return parsed
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
