import { openOrm } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from './id-application.desk.fixture.ts';
import { applicant, issueForm } from './id-application.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { options } from './orm.config.ts';

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

  test('a page and a search look at what they show, not at the whole inbox', async () => {
    const orm = await openOrm(options(world.environment.database.adminUrl));
    const plan = async (where: string, order: string): Promise<string> =>
      JSON.stringify(
        await orm.em.execute(
          `explain (format json) select * from review_task where district_id = '${home.file.district.id}' and state in ('OPEN', 'CLAIMED') ${where} ${order}`,
        ),
      );
    expect(await plan('', 'order by due_on, id limit 21')).toContain('review_task_waiting');
    expect(await plan(`and search_grams @> '{77,78}' and search_text like '%7778%'`, '')).toContain('review_task_search');
    await orm.close(true);
    expect((await look(officer, { query: 'ID26-007778' })).totalCount).toBe(1);
    expect((await look(officer, { query: newId() })).totalCount).toBe(0);
  });
});
