import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberFragment } from '@heya/client/generated/graphql';
import { fitting, mentionsIn, nameables, nameBegun, withName } from './naming.ts';

const member = (id: string, displayName: string, professionLabel: string) =>
  ({ user: { id }, displayName, professionLabel }) as MemberFragment;
const people = nameables([
  member('a', '鈴木 花子', '看護師'),
  member('b', '鈴木', '医師'),
  member('c', '林 一', '薬剤師'),
  member('d', '林 一', '医師'),
]);

describe('naming people in a text', () => {
  it('finds who is meant by the longest name that fits, in code points, at either kind of @', () => {
    expect(mentionsIn('👪 @鈴木 花子 さん、＠鈴木 先生、@看護師 へ。@だれか', people)).toEqual([
      { userId: 'a', start: 2, end: 8 },
      { userId: 'b', start: 12, end: 15 },
      { group: 'NURSES', start: 19, end: 23 },
    ]);
  });

  it('tells namesakes apart by what they do', () => {
    expect(people.filter(({ words }) => words.startsWith('林')).map(({ words }) => words)).toEqual(['林 一（薬剤師）', '林 一（医師）']);
  });

  it('knows when a name is being typed, and an address is none', () => {
    expect([nameBegun('明日は@すず'), nameBegun('＠'), nameBegun('明日は'), nameBegun('a@b'), nameBegun('@鈴木 ')]).toEqual([
      'すず',
      '',
      null,
      null,
      null,
    ]);
    expect(fitting(people, '医師').map(({ words }) => words)).toEqual(['医師・歯科医師', '鈴木', '林 一（医師）']);
  });

  it('puts the name where it was begun, and whoever is put in is found again', () => {
    expect(withName('明日は@鈴お願いします', 5, people.find(({ userId }) => userId === 'a') as never)).toEqual({
      text: '明日は@鈴木 花子 お願いします',
      caret: 10,
    });
    const words = fc.array(fc.constantFrom('変わりなし', '🙂', 'です。', '\n'), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, fc.constantFrom(...people), (before, after, person) => {
        const { text } = withName(before + after, before.length, person);
        const [found] = mentionsIn(text, people);
        expect([...text].slice((found?.start ?? 0) + 1, found?.end).join('')).toBe(person.words);
        expect(found?.userId ?? found?.group).toBe(person.userId ?? person.group);
      }),
    );
  });
});
