import { describe, expect, test } from 'vitest';
import { acknowledge, beginPractice, complete, latestOf, practiceMembers, take, write } from './practice-room.ts';

const now = new Date('2026-11-24T00:00:00Z');
const nurse = { id: 'me', name: '速水 結', everyoneOnly: false };

describe('the practice room', () => {
  test('begins alike each time; the family finds what is for everyone, and an ask as well', () => {
    expect(beginPractice(nurse, now)).toEqual(beginPractice(nurse, now));
    const { posts } = beginPractice({ ...nurse, everyoneOnly: true }, now);
    expect(posts.every(({ audience }) => audience === 'EVERYONE')).toBe(true);
    expect(posts.some(({ ask }) => ask?.viewerCanTake)).toBe(true);
    expect(practiceMembers({ ...nurse, everyoneOnly: true })[0]?.role).toBe('FAMILY');
  });

  test('takes what is written, with values judged by the usual limits and the newest of each kind on top', () => {
    const begun = beginPractice(nurse, now);
    const vitals = { takenAt: now.toISOString(), measurements: [{ kind: 'PULSE' as const, value: 130 }] };
    const after = write(
      begun,
      nurse,
      { roomId: 'practice', audience: 'CARE_TEAM', kind: 'VITALS', vitals, parentId: begun.posts[0]?.id ?? null },
      now,
    );
    expect(after.posts[0]).toMatchObject({
      authorName: '速水 結',
      parent: { id: begun.posts[0]?.id },
      vitals: { worstFlag: 'CRITICAL_HIGH', measurements: [{ unit: '/min', flag: 'CRITICAL_HIGH' }] },
    });
    const { measurements, post } = latestOf(after);
    expect(measurements.filter(({ kind }) => kind === 'PULSE')).toMatchObject([{ value: 130 }]);
    expect([measurements.length, post?.id]).toEqual([5, after.posts[0]?.id]);
    expect(new Set(write(after, nurse, { roomId: 'practice', audience: 'EVERYONE', body: 'x' }, now).posts.map(({ id }) => id)).size).toBe(
      6,
    );
  });

  test('了解 counts once; an ask is taken on, then done; one’s own ask is taken on by somebody invented', () => {
    const begun = beginPractice(nurse, now);
    const id = begun.posts[0]?.id ?? '';
    const pressed = acknowledge(acknowledge(begun, id), id);
    expect(pressed.posts[0]).toMatchObject({ viewerHasAcknowledged: true, readSummary: { acknowledgedCount: 1 } });
    const taken = take(begun, id, '速水 結');
    expect(taken.posts[0]?.ask).toMatchObject({ state: 'TAKEN', takenByName: '速水 結', viewerCanTake: false, viewerCanComplete: true });
    expect(complete(taken, id, { name: '速水 結', at: now }).posts[0]?.ask).toMatchObject({ state: 'DONE', viewerCanComplete: false });
    const ask = { toGroup: 'PHYSICIANS' as const, dueAt: now.toISOString() };
    const own = write(begun, nurse, { roomId: 'practice', audience: 'CARE_TEAM', body: '?', ask }, now).posts[0]?.ask;
    expect(own).toMatchObject({ state: 'TAKEN', viewerCanTake: false });
  });
});
