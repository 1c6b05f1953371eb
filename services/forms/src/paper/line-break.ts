/** Where a line of Japanese may end (JIS X 4051, the part that forms need). Pure: widths are asked of the caller. */

/** Never first on a line. */
const noStart = new Set(
  '、。，．・：；！？!?,.:;）」』】〕〉》〗〙)]}ー―…‥゛゜ヽヾゝゞ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｯｬｭｮｰﾞﾟ%％℃',
);
/** Never last on a line. */
const noEnd = new Set('（「『【〔〈《〖〘([{〒');
/** Letters and digits of a word, a number, an address of the net. */
const latin = /^[\p{Script=Latin}\p{Nd}@._~:/?#[\]!$&'()*+,;=%-]$/u;
/** Where an address of the net or of mail is broken when it must be. */
const joints = new Set('@/._-?&=');
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * @param text may hold line feeds, which always end a line
 * @param width of the line, in the unit of `measure`
 * @param measure width of one grapheme
 * @returns at least one line; none is wider than `width` unless a single grapheme is
 */
export function breakLines(text: string, width: number, measure: (grapheme: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(paragraph: string, width: number, measure: (grapheme: string) => number): string[] {
  const lines: string[] = [];
  let rest = Array.from(graphemes.segment(paragraph), ({ segment }) => segment);
  while (rest.length > 0) {
    const fitting = countFitting(rest, width, measure);
    const end = fitting === rest.length ? fitting : lineEnd(rest, fitting);
    lines.push(rest.slice(0, end).join('').trimEnd());
    rest = rest.slice(end);
    while (rest[0] === ' ') rest.shift();
  }
  return lines.length ? lines : [''];
}

function countFitting(segments: string[], width: number, measure: (grapheme: string) => number): number {
  let used = 0;
  const tooMany = segments.findIndex((segment) => (used += measure(segment)) > width + 0.01);
  return tooMany === -1 ? segments.length : Math.max(1, tooMany);
}

/** @returns the last place at or before `fitting` where the line may end; else after a joint of a long word; else `fitting` itself */
function lineEnd(segments: string[], fitting: number): number {
  for (let end = fitting; end > 0; end -= 1) if (mayEndBefore(segments, end)) return end;
  for (let end = fitting; end > 0; end -= 1) if (joints.has(segments[end - 1] ?? '')) return end;
  return fitting;
}

function mayEndBefore(segments: string[], index: number): boolean {
  const [last, first] = [segments[index - 1] ?? '', segments[index] ?? ''];
  if (noStart.has(first) || noEnd.has(last)) return false;
  return !(latin.test(last) && latin.test(first));
}
