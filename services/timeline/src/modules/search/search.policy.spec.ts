import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithPlaces } from './search.fold.ts';
import { highlightsOf, wordsOf } from './search.policy.ts';

describe('what is looked for', () => {
  test.each([
    ['ムセ', ['むせ']],
    ['　むせ  ﾑｾ ', ['むせ']],
    ['ＳｐＯ２', ['spo2']],
    ['血圧 120', ['血圧', '120']],
    ['熱', ['熱']],
    // A single letter narrows what another word finds.
    ['血圧 a', ['血圧', 'a']],
    ["' or 1=1 --", ["'", 'or', '1=1', '--']],
  ])('%s', (query, words) => expect(wordsOf(query)).toEqual(words));

  test.each(['', '　', 'む', 'a', '5', 'あ い', 'あ'.repeat(101), 'ab\0cd', 'いろ には ほへ とち りぬ るを わか よた れそ つね なら'])(
    'cannot be looked for: %j',
    (query) => expect(wordsOf(query)).toBeUndefined(),
  );
});

describe('what is shown', () => {
  test('the words in the text as it was written, whatever their form', () => {
    const marked = (body: string, query: string): string[] =>
      highlightsOf(body, wordsOf(query) ?? []).flatMap(({ text, ranges }) =>
        ranges.map(({ start, end }) => [...text].slice(start, end).join('')),
      );
    expect(marked('夕食でムセがありました', 'むせ')).toEqual(['ムセ']);
    expect(marked('今朝はﾑｾなし。ﾊﾞｲﾀﾙは良好', 'むせ バイタル')).toEqual(['ﾑｾ', 'ﾊﾞｲﾀﾙ']);
    expect(marked('お薬を5㎎に減らす', '5mg')).toEqual(['5㎎']);
    expect(marked('👵🏻と散歩', '散歩')).toEqual(['散歩']);
    expect(marked('熱はない', '熱 むせ')).toEqual([]);
  });

  test('of a long text the pieces with the words, cut off where it says so', () => {
    const body = `${'あ'.repeat(100)}むせ${'い'.repeat(100)}発熱${'う'.repeat(100)}`;
    const found = highlightsOf(body, ['発熱', 'むせ']);
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual({ text: `…${'あ'.repeat(24)}むせ${'い'.repeat(24)}…`, ranges: [{ start: 25, end: 27 }] });
    expect(highlightsOf('むせ'.repeat(2000), ['むせ'])[0]?.text.length).toBe(161);
    expect(highlightsOf(`むせ${'あ'.repeat(60)}`.repeat(9), ['むせ'])).toHaveLength(3);
  });

  test('each mark stands on a word, and each folded character knows its place', () => {
    const text = fc.string({ unit: fc.constantFrom(...'むせムセﾑｾﾊﾞ熱 aAＡ㎎1１👵。\n'), maxLength: 120 });
    fc.assert(
      fc.property(text, text, (body, query) => {
        const { chars, from, to } = foldWithPlaces(body);
        expect(chars.join('')).toBe(fold(body));
        chars.forEach((_, at) => expect((from[at] ?? 0) < (to[at] ?? 0)).toBe(true));
        const words = wordsOf(query.slice(0, 5)) ?? ['むせ'];
        const pieces = highlightsOf(body, words);
        expect(pieces.length > 0).toBe(words.every((word) => fold(body).includes(word)));
        for (const { text: piece, ranges } of pieces)
          for (const { start, end } of ranges)
            expect(words.some((word) => fold([...piece].slice(start, end).join('')).includes(word))).toBe(true);
      }),
    );
  });
});
