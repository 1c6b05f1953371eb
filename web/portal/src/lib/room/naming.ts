/** Naming people in a text, 「@鈴木 花子」: whom the words mean is read from the text itself, so that what was mended or pasted counts too. Pure. */
import type { MemberFragment, MentionGroup, MentionInput } from '@heya/client/generated/graphql';
import { groups, groupWords } from '#lib/format/group-words.ts';

/** Somebody who can be named, and the words after the @. */
export interface Nameable {
  words: string;
  userId?: string;
  group?: MentionGroup;
  /** Beside the name in the list. */
  detail?: string;
}

const at = /^[@＠]$/u;
/** What is being typed after an @, up to the caret. */
const typing = /(?:^|[^A-Za-z0-9._-])[@＠]([^\s@＠、。]{0,20})$/u;

/** Groups first, then who sees the post; namesakes are told apart by profession. */
export function nameables(members: readonly MemberFragment[]): Nameable[] {
  const people = members.flatMap(({ user, displayName, professionLabel }) =>
    user && displayName ? [{ userId: user.id, words: displayName, detail: professionLabel ?? '' }] : [],
  );
  const isNamesake = ({ words, userId }: Nameable): boolean => people.some((other) => other.words === words && other.userId !== userId);
  return [
    ...groups.map((group) => ({ group, words: groupWords(group) })),
    ...people.map((each) => (isNamesake(each) && each.detail ? { ...each, words: `${each.words}（${each.detail}）` } : each)),
  ];
}

/** @returns who is named in `text`, which has no blanks around it, with places in code points; the longest name that fits */
export function mentionsIn(text: string, people: readonly Nameable[]): MentionInput[] {
  const characters = [...text];
  const longestFirst = people.toSorted((a, b) => b.words.length - a.words.length);
  return characters.flatMap((character, start) => {
    if (!at.test(character)) return [];
    const rest = characters.slice(start + 1).join('');
    const found = longestFirst.find(({ words }) => rest.startsWith(words));
    if (!found) return [];
    const end = start + 1 + [...found.words].length;
    return [found.userId ? { userId: found.userId, start, end } : { group: found.group ?? null, start, end }];
  });
}

/** @param before the text up to the caret @returns what was typed after the last @; null when no name is being typed */
export const nameBegun = (before: string): string | null => typing.exec(before)?.[1] ?? null;

/** Who fits what was typed, wherever in the name it stands. */
export const fitting = (people: readonly Nameable[], typed: string): Nameable[] =>
  people.filter(({ words, detail = '' }) => `${words}${detail}`.replaceAll(/\s/gu, '').includes(typed));

/** @returns the text with the name in place of what was begun before the caret, and where the caret goes */
export function withName(text: string, caret: number, { words }: Nameable): { text: string; caret: number } {
  const before = text.slice(0, caret);
  const begun = nameBegun(before);
  const kept = begun === null ? before : before.slice(0, before.length - begun.length - 1);
  const head = `${kept}@${words} `;
  return { text: head + text.slice(caret), caret: head.length };
}
