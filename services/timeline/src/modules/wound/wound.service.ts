/** Reading wounds, and keeping an assessment with its post. */
import { codedError, problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { type Audience, look, permit, perRequest, seePatient, type TimelineRequest } from '../access/index.ts';
import type { PlaceOfPost } from '../attachment/index.ts';
import { type WoundDraft, type WoundProblem } from './wound.policy.ts';
import { findBefore, findNewest, findSeries, findWounds, insertWound, lockWound, type WoundRow } from './wound.repository.ts';
import { isWorse, totalOf } from './wound.score.ts';

/** More than any person has at once. */
const mostWounds = 100;
const longestSeries = 100;

const see = (context: TimelineRequest, row: WoundRow | undefined): WoundRow | null => permit(context, row, row?.audience);

const byId = perRequest(
  (context) =>
    new DataLoader<string, WoundRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findWounds(tx, ids);
        const value = ids.map((id) =>
          see(
            context,
            rows.find((row) => row.id === id.toLowerCase()),
          ),
        );
        return {
          value,
          rooms: value.filter((row) => row !== null),
          refused: { type: 'WoundAssessment', ids: ids.filter((_, index) => !value[index]) },
        };
      }),
    ),
);

/** @returns the assessment; null when it is not there for this viewer */
export const getWound = (context: TimelineRequest, id: string): Promise<WoundRow | null> =>
  isId(id) ? byId(context).load(id) : Promise.resolve(null);

/** What was read of it in this request is read anew. */
export const forgetWound = (context: TimelineRequest, id: string): unknown => byId(context).clear(id);

const newestByPatient = perRequest(
  (context) =>
    new DataLoader<string, WoundRow[]>((ids) =>
      look(context, async (tx) => {
        const rows = (await findNewest(tx, ids, mostWounds)).flatMap((row) => see(context, row) ?? []);
        return { value: ids.map((id) => rows.filter(({ patientId }) => patientId === id)), rooms: rows };
      }),
    ),
);

export interface WoundsAsked {
  /** This wound alone. */
  only: string | null;
  first: number;
}

/** @returns each wound by its newest assessment; null when this person may not see them */
export async function listWounds(context: TimelineRequest, patientId: string, asked: WoundsAsked): Promise<WoundRow[] | null> {
  const { only, first } = asked;
  if (first < 1 || first > mostWounds) throw codedError('BAD_USER_INPUT');
  const wounds = (await seePatient(context, patientId)) && (await newestByPatient(context).load(patientId));
  return wounds && wounds.filter(({ woundId }) => !only || woundId === only.toLowerCase()).slice(0, first);
}

interface SeriesKey {
  woundId: string;
  first: number;
  before: string | null;
}

const series = perRequest(
  (context) =>
    new DataLoader<SeriesKey, WoundRow[], string>(
      async (keys) => {
        const [{ first, before }] = keys as [SeriesKey];
        const alike = keys.every((key) => key.first === first && key.before === before);
        const pages = alike ? [keys] : keys.map((key) => [key]);
        const found = await Promise.all(pages.map((page) => readSeries(context, page)));
        return keys.map((key) => (found.find((page) => page.has(key)) as Map<SeriesKey, WoundRow[]>).get(key) ?? []);
      },
      { cacheKeyFn: (key) => JSON.stringify(key) },
    ),
);

/** @param keys asked for alike */
function readSeries(context: TimelineRequest, keys: readonly SeriesKey[]): Promise<Map<SeriesKey, WoundRow[]>> {
  const [{ first, before }] = keys as [SeriesKey];
  const ids = keys.map(({ woundId }) => woundId);
  return look(context, async (tx) => {
    const rows = (await findSeries(tx, ids, { before, limit: first })).flatMap((row) => see(context, row) ?? []);
    const value = new Map(keys.map((key) => [key, rows.filter(({ woundId }) => woundId === key.woundId)]));
    return { value, rooms: rows };
  });
}

/** @returns the assessments of the wound, newest first @throws BAD_USER_INPUT for a page beyond the limit */
export function seriesOf(
  context: TimelineRequest,
  woundId: string,
  { first, before }: { first: number; before: string | null },
): Promise<WoundRow[]> {
  if (first < 1 || first > longestSeries || (before !== null && !isId(before))) throw codedError('BAD_USER_INPUT');
  return series(context).load({ woundId, first, before: before?.toLowerCase() ?? null });
}

/** Where an assessment is to stand: its wound and what it corrects are there for the writer, in this room. */
export async function standingProblems(
  tx: Em,
  context: TimelineRequest,
  draft: WoundDraft,
  { roomId, audience, seen }: { roomId: string; audience: Audience; seen: readonly Audience[] },
): Promise<WoundProblem[]> {
  if (!seen.includes('CARE_TEAM')) return [problem('FORBIDDEN', ['input'])];
  const { woundId, correctsId } = draft;
  if (!isId(woundId ?? '') || (correctsId && !isId(correctsId))) return [];
  const named = [woundId, correctsId].filter((id) => typeof id === 'string');
  await lockWound(tx, named[0] as string);
  const found = (await findWounds(tx, named)).flatMap((row) => see(context, row) ?? []);
  const first = found.find(({ id }) => id === woundId?.toLowerCase());
  if (!first || first.woundId !== first.id || first.roomId !== roomId.toLowerCase()) return [problem('NOT_FOUND', ['input', 'woundId'])];
  if (!correctsId) return [];
  const corrected = found.find(({ id }) => id === correctsId.toLowerCase());
  if (!corrected || corrected.woundId !== first.id) return [problem('NOT_FOUND', ['input', 'correctsId'])];
  // Another circle would leave somebody with the wrong one alone.
  if (corrected.audience !== audience) return [problem('INVALID', ['input', 'audience'])];
  return corrected.isCurrent ? [] : [problem('INVALID_STATE', ['input', 'correctsId'])];
}

/** Whether it must be told as important (R24). */
export async function isWorseThanBefore(tx: Em, draft: WoundDraft, at: Date): Promise<boolean> {
  const { woundId, correctsId } = draft;
  return Boolean(woundId) && isWorse(draft, await findBefore(tx, { woundId: woundId as string, at, except: correctsId ?? null }));
}

type PlaceOfWound = PlaceOfPost & { observedAt: Date };

/** With the post, in its transaction. */
export async function keepWound(tx: Em, place: PlaceOfWound, draft: WoundDraft, author: PersonViewer): Promise<void> {
  const { postId, observedAt, ...rest } = place;
  const { exudate, size, inflammation, granulation, necrosis, pocket, depth } = draft;
  await insertWound(tx, {
    ...rest,
    ...{ exudate, size, inflammation, granulation, necrosis, pocket, depth },
    id: postId,
    woundId: draft.woundId ?? postId,
    site: draft.site.trim(),
    criticallyColonized: Boolean(draft.criticallyColonized),
    total: totalOf(draft),
    lengthCm: draft.lengthCm ?? null,
    widthCm: draft.widthCm ?? null,
    areaCm2: draft.areaCm2 ?? null,
    assessedAt: observedAt,
    assessedById: author.userId,
    assessedByName: author.labels.name,
    correctsId: draft.correctsId ?? null,
  });
}
