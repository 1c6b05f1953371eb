/** The whole board of a check: somebody on the last page counts as much as one on the first. */
import { error } from '@sveltejs/kit';
import { SafetyBoardDocument, type SafetyCheckViewFragment, type SafetyPlaceViewFragment } from '@heya/client/generated/graphql';
import { readNow } from '#lib/again.svelte.ts';
import { ask } from '#lib/api.ts';
import { everyPage } from '#lib/every-page.ts';

type LoadEvent = Parameters<typeof ask>[0];

export interface Board {
  check: SafetyCheckViewFragment;
  places: SafetyPlaceViewFragment[];
}

/** @throws 404 where there is no such check for who asks */
export async function loadBoard(event: LoadEvent, id: string): Promise<Board> {
  let check: SafetyCheckViewFragment | null | undefined;
  const places = await everyPage(async (after) => {
    const { safetyCheck } = await ask(event, SafetyBoardDocument, { id, after });
    check = safetyCheck;
    return safetyCheck?.reports;
  });
  if (!check) error(404);
  return { check, places };
}

/** For a page that is open: `null` when nobody answers, and what is shown stays. */
export const boardNow = (id: string): Promise<Board | null> => readNow((event) => loadBoard(event, id));
