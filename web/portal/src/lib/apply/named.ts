/** What is wrong with one of the people on a form says with whom. */
import type { ProblemFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

/** @param lists name of the input's field → its people, in the order they were sent */
export const named = (
  errors: readonly ProblemFragment[],
  lists: Readonly<Record<string, readonly { name: string }[]>>,
): ProblemFragment[] =>
  errors.map((error) => {
    const [, list = '', place] = error.field ?? [];
    const name = lists[list]?.[Number(place)]?.name;
    return name ? { ...error, message: m.comment_about({ name, text: error.message }) } : error;
  });
