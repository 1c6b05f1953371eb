/** What a changed set of answers does (R9): showing less takes effect at a word, showing more needs the signature anew. Pure. */
import type { ConsentViewFragment } from '@heya/client/generated/graphql';
import type { ConsentDraft, Tick } from './consent-draft.ts';

type Answers = ConsentViewFragment['categories'];
type Ticks = ConsentDraft['ticks'];

export function toTicks(answers: Answers): Ticks {
  return Object.fromEntries(
    answers.map(({ category, granted, visibleToFamily, visibleToPartners }) => [
      category,
      { granted, family: granted && visibleToFamily, partners: granted && visibleToPartners },
    ]),
  );
}

function shown(tick: Tick | undefined): boolean[] {
  const { granted = false, family = false, partners = false } = tick ?? {};
  return [granted, granted && family, granted && partners];
}

/** More is shown, or to more people. */
export function widens(before: Answers, after: Ticks): boolean {
  const former = toTicks(before);
  return Object.entries(after).some(([category, tick]) => {
    const was = shown(former[category as keyof Ticks]);
    return shown(tick).some((now, index) => now && !was[index]);
  });
}

export function changes(before: Answers, after: Ticks): boolean {
  const former = toTicks(before);
  return before.some(({ category }) => shown(former[category]).some((was, index) => was !== shown(after[category])[index]));
}
