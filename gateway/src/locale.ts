/** Language of messages, from Accept-Language. Japanese unless another one is asked for. */
import type { Locale } from '@heya/service-common/errors';

/** Plain Japanese (やさしい日本語) as a private-use subtag of BCP 47. */
const tags: Record<string, Locale> = { ja: 'ja', 'ja-x-plain': 'ja-plain', 'ja-plain': 'ja-plain', en: 'en' };

/** @returns the first language of the header that Heya speaks, by its weight */
export function readLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map(parseRange)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = tags[tag] ?? tags[tag.split('-', 1)[0] ?? ''];
    if (found) return found;
  }
  return 'ja';
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().split(';');
  const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
  return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
}
