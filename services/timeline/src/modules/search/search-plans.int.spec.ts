/** What a search touches at scale (R27): the viewer's rooms first, then the index, for words that are rare and for words that are everywhere. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { district } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, stored, type World } from '../../testing/world.ts';

const rooms = 2000;
const perRoom = 10;
const { nurse: inFew, physician: inMany, outsider: inNone } = district();
const belongs: [PersonViewer, number][] = [
  [inFew, 3],
  [inMany, 300],
];
let world: World;
let orm: Orm;

const id = (prefix: string, index: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;
const every = `generate_series(0, ${rooms - 1}) r`;

/** Straight into the tables, by the superuser: each post has the frequent words, one of each room the rare one. */
const fill = `
  insert into room_state (room_id, patient_id, district_id, status, seq) select ${id('00000000', 'r')}, ${id('00000001', 'r')}, gen_random_uuid(), 'ACTIVE', 1 from ${every};
  insert into consent_state (patient_id, consent_id, district_id, status, decided_epoch, epoch, categories, family_categories)
    select ${id('00000001', 'r')}, gen_random_uuid(), gen_random_uuid(), 'ACTIVE', 1, 1, '{DAILY_CONDITION}', '{DAILY_CONDITION}' from ${every};
  ${belongs
    .map(
      ([
        { userId },
        count,
      ]) => `insert into room_member (membership_id, room_id, patient_id, district_id, user_id, role, profession, is_steward, status, seq)
    select gen_random_uuid(), ${id('00000000', 'r')}, ${id('00000001', 'r')}, gen_random_uuid(), '${userId}', 'CARE_TEAM', 'NURSE', false, 'ACTIVE', 1 from ${every} where r < ${count};`,
    )
    .join('\n')}
  insert into post_search (post_id, room_id, patient_id, audience, created_at, folded, marks)
    select gen_random_uuid(), ${id('00000000', 'r')}, ${id('00000001', 'r')}, a, timestamptz '2026-01-01' + n * interval '1 hour', f, search_marks(${id('00000000', 'r')}, a, search_grams(f))
      from ${every}, generate_series(1, ${perRoom}) n, lateral (select case when n % 2 = 0 then 'EVERYONE' else 'CARE_TEAM' end, 'お変わりありません' || case when n = 5 then '。嚥下造影' else '' end) t(a, f);
  vacuum analyze post_search;`;

beforeAll(async () => {
  world = await openWorld();
  for (const statement of fill.split(';').filter((text) => text.trim())) await stored(world, statement);
  orm = await openOrm(timelineOrm(world.environment.database.url));
}, 120_000);
afterAll(async () => {
  await orm.close(true);
  await world.close();
});

interface Touched {
  found: number;
  scans: number;
  /** Pages of 8 KB. */
  pages: number;
}

async function search(viewer: PersonViewer, word: string): Promise<Touched> {
  return inViewer(orm.em, viewer, async (tx) => {
    const hits = `select * from search_hits(array['${word}'], null, null, null, 21)`;
    // Planned once for every value to come, as a connection that has been asked often has it.
    await tx.execute('set local plan_cache_mode = force_generic_plan');
    const found = (await tx.execute<object[]>(hits)).length;
    const [explained] = await tx.execute<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }[]>(
      `explain (analyze, buffers, format json) ${hits}`,
    );
    const plan = explained?.['QUERY PLAN'][0].Plan ?? {};
    const [scanned] = await tx.execute<{ n: number }[]>(
      `select seq_scan::int as n from pg_stat_xact_user_tables where relname = 'post_search'`,
    );
    return { found, scans: scanned?.n ?? 0, pages: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0) };
  });
}

describe(`with ${rooms} rooms`, () => {
  // A page or two for each mark of each room and circle, and the posts themselves.
  test.each([
    ['rare', '嚥下造影', inFew, 3, 150],
    ['frequent', 'お変わり', inFew, 21, 250],
    ['two characters', '変わ', inFew, 21, 250],
    ['rare', '嚥下造影', inMany, 21, 15_000],
    ['frequent', 'お変わり', inMany, 21, 15_000],
    ['frequent', 'お変わり', inNone, 0, 60],
  ] as const)('a %s word, %s, by whoever is in some of them touches those alone', async (...[, word, viewer, found, most]) => {
    const touched = await search(viewer, word);
    expect(touched).toMatchObject({ found, scans: 0 });
    expect(touched.pages).toBeLessThan(most);
  });
});
