import { inViewer } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from './id-application.desk.fixture.ts';
import { applicant, issueForm } from './id-application.fixture.ts';
import { listen, openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const officer = viewerOf(home, home.people.officer);
const foreign = viewerOf(away, away.people.officer);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const list = `query ($filter: ReviewTaskFilter, $first: Int) { reviewTasks(filter: $filter, first: $first) {
  totalCount nodes { id title dueOn subject { ... on IdApplication { id } } } } }`;
const look = async (viewer: typeof officer, filter: object = {}, first = 20) =>
  (await world.client.get(viewer, list, { filter, first })).reviewTasks;

describe('finding', () => {
  test('by number, by a name of two letters, by kana and by facility, however it is typed; in the own district alone', async () => {
    const filed = await desk(world, home.file.district.id).file(
      issueForm({
        facilityName: '葉桜クリニック',
        facilityNameKana: 'ハザクラクリニック',
        applicants: [applicant({ name: '乾 蓮', nameKana: 'イヌイ レン' })],
      }),
    );
    for (const query of [filed.receiptNumber, filed.receiptNumber.slice(5, 11), '乾蓮', '乾', 'いぬい', 'ｲﾇｲ ﾚﾝ', '葉桜', 'はざくら']) {
      expect([query, (await look(officer, { query })).nodes.map(({ subject }: any) => subject.id)]).toEqual([query, [filed.id]]);
      expect((await look(foreign, { query })).nodes).toEqual([]);
    }
    expect((await look(officer, { query: '乾\u0000蓮\u001b' })).nodes).toHaveLength(1);
    for (const query of ['蓮乾', '桜葉', '100%']) expect((await look(officer, { query })).nodes).toEqual([]);
    const [row] = await world.sql<{ title: string }>('select title from review_task where subject_id = $1', [filed.id]);
    expect(row?.title).not.toMatch(/乾|葉桜/);
  });
});

describe('ten thousand items', () => {
  beforeAll(async () => {
    await world.sql(
      `insert into review_task (id, district_id, kind, form, state, title, subject_type, subject_id, opened_at, due_on, search_text, search_grams)
       select gen_random_uuid(), $1, 'ID_APPLICATION', 'FORM_2_1_1', 'OPEN', 'IDの発行申請 ' || n, 'IdApplication', gen_random_uuid(), now(),
              '2027-01-01'::date + n % 300, 'id26' || lpad(n::text, 6, '0'),
              array(select distinct substr('id26' || lpad(n::text, 6, '0'), place, size) from generate_series(1, 10) place, generate_series(1, 2) size)
         from generate_series(1, 10000) n`,
      [home.file.district.id],
    );
    await world.sql('analyze review_task');
  });

  test('what is late comes first, and a long inbox is not counted to its end', async () => {
    const [late] = await world.sql<{ id: string }>(
      "update review_task set due_on = '2020-01-06' where title = 'IDの発行申請 7777' returning id",
    );
    const page = await look(officer);
    expect(page.nodes[0].id).toBe(late?.id);
    expect(page.totalCount).toBeNull();
    expect((await look(officer, { overdueOnly: true })).totalCount).toBe(1);
  });

  test('a page looks at what it shows, not at the whole inbox; a search finds the one among them', async () => {
    /** Of what the service sends for it, asked under the rights under which it is sent. */
    const plans = async (): Promise<string[]> => {
      const sent = listen(world);
      await look(officer);
      const statements = sent.stop().filter(({ query }) => query.includes('from "review_task"'));
      return Promise.all(
        statements.map(async ({ query, params }) =>
          JSON.stringify(
            await inViewer(world.app.orm.em, officer, (tx) => tx.execute(`explain (format json) ${query}`, [...(params ?? [])])),
          ),
        ),
      );
    };
    const [page, ...counted] = await plans();
    expect(page).toContain('review_task_waiting');
    expect(counted).toHaveLength(1);
    expect((await look(officer, { query: 'ID26-007778' })).totalCount).toBe(1);
    expect((await look(officer, { query: newId() })).totalCount).toBe(0);
  });

  test('a search goes by its index, and answers officers of the district alone, whoever calls it', async () => {
    const search = "select id from inbox_search(?, '{77,78}', '%7778%', '{OPEN}', null, null, null, null, null, 10)";
    const found = (viewer: Viewer): Promise<[found: number, read: number]> =>
      inViewer(world.app.orm.em, viewer, async (tx) => {
        const readSoFar = async (): Promise<number> => {
          const statement = "select seq_tup_read::int as read from pg_stat_xact_user_tables where relname = 'review_task'";
          return (await tx.execute<{ read: number }[]>(statement))[0]?.read ?? Number.NaN;
        };
        const before = await readSoFar();
        const rows = await tx.execute<unknown[]>(search, [officer.districtId]);
        return [rows.length, (await readSoFar()) - before];
      });
    expect(await found(officer)).toEqual([1, 0]);
    for (const viewer of [foreign, viewerOf(home, home.people.doctor), { type: 'anonymous' } as const])
      expect(await found(viewer)).toEqual([0, 0]);
  });
});
