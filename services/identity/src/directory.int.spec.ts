import { openOrm } from '@heya/service-common/orm';
import { anonymous, channel, newId, physician } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { options } from './orm.config.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const { doctor, nurse, family, officer } = home.people;
const as = (who: typeof doctor) => viewerOf(home, who);
const stranger = viewerOf(away, away.people.doctor);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const userQuery = 'query ($id: ID!) { user(id: $id) { id displayName } }';
const see = async (viewer: Parameters<World['client']['ask']>[0], id: string) =>
  (await world.client.ask(viewer, userQuery, { id })).data?.user;

/** Something of everything that belongs to one person's sign-in. */
async function plant(userId: string): Promise<void> {
  const id = newId();
  await world.sql("insert into passkey values ($1, $2, $3, '\\x00', 0, '{}', 'x', false, now(), null)", [id, userId, id]);
  await world.sql("insert into passkey_challenge values ($1, 'SIGN_IN', 'x', $2, now() + interval '5 minutes')", [id, userId]);
  await world.sql(
    `insert into account_recovery (id, user_id, district_id, started_by, authority, reason, code_hash, started_at, effective_at, expires_at)
     values ($1, $2, $3, $3, 'CENTER', 'x', 'x', now(), now(), now())`,
    [id, userId, home.file.district.id],
  );
  await world.sql('insert into suspension (id, user_id, district_id, reason, started_at, started_by) values ($1, $2, $3, $4, now(), $3)', [
    id,
    userId,
    home.file.district.id,
    'x',
  ]);
}

describe('who sees whom', () => {
  test('a professional and an officer see everybody of their district, nobody of another', async () => {
    for (const viewer of [as(doctor), as(officer)]) {
      expect(await see(viewer, nurse.id)).toEqual({ id: nurse.id, displayName: '鈴木 花子' });
      expect(await see(viewer, family.id)).toEqual({ id: family.id, displayName: '田中 美咲' });
    }
    expect(await see(stranger, nurse.id)).toBeNull();
    expect(await see(stranger, family.id)).toBeNull();
  });

  test('family sees itself and those who work, no other family', async () => {
    const other = viewerOf(home, { ...family, id: newId() });
    expect(await see(as(family), family.id)).toEqual({ id: family.id, displayName: '田中 美咲' });
    expect(await see(as(family), doctor.id)).toEqual({ id: doctor.id, displayName: '佐藤 健一' });
    expect(await see(other, family.id)).toBeNull();
  });

  test('a shared stream sees who works, never patients and families', async () => {
    const stream = channel(newId(), 'EVERYONE', 1);
    expect(await see(stream, doctor.id)).toEqual({ id: doctor.id, displayName: '佐藤 健一' });
    expect(await see(stream, family.id)).toBeNull();
  });

  test('nobody sees nothing; forbidden, missing and malformed are one answer (V15, V16)', async () => {
    const answers = await Promise.all([family.id, newId(), 'x', "' or 1=1 --"].map((id) => world.client.ask(stranger, userQuery, { id })));
    for (const answer of answers) expect(answer).toEqual({ status: 200, data: { user: null } });
    expect(await see(anonymous, doctor.id)).toBeNull();
  });

  test('references go by the same rules (threat 2)', async () => {
    const ids = [nurse.id, family.id, newId(), 'x'];
    expect(await world.client.entities(as(doctor), 'User', '{ id }', ids)).toEqual([{ id: nurse.id }, { id: family.id }, null, null]);
    expect(await world.client.entities(stranger, 'User', '{ id }', ids)).toEqual([null, null, null, null]);
    expect(await world.client.entities(anonymous, 'User', '{ id }', ids)).toEqual([null, null, null, null]);
    const facilityId = doctor.facilityId ?? '';
    expect(await world.client.entities(as(family), 'Facility', '{ name }', [facilityId])).toEqual([{ name: 'わかば診療所' }]);
    expect(await world.client.entities(stranger, 'Facility', '{ name }', [facilityId])).toEqual([null]);
    expect(await world.client.entities(as(doctor), 'Viewer', '{ id }', [doctor.id, nurse.id])).toEqual([{ id: doctor.id }, null]);
  });

  test('row-level security holds where code would not ask (V21)', async () => {
    const none = {
      app_user: 0,
      credential: 0,
      oidc_payload: 0,
      signing_key: 0,
      sign_in_session: 0,
      review_task: 0,
      practitioner: 0,
      facility: 0,
      passkey: 0,
      passkey_challenge: 0,
      account_recovery: 0,
      suspension: 0,
    };
    for (const who of [family, nurse]) await plant(who.id);
    const orm = await openOrm(options(world.environment.database.url));
    const rows = async (variables: Record<string, string>) => {
      const em = orm.em.fork({ session: { variables } });
      return em.transactional(async (tx) =>
        Object.fromEntries(
          await Promise.all(
            Object.keys(none).map(
              async (table) => [table, Number((await tx.execute<{ n: string }[]>(`select count(*) as n from ${table}`))[0]?.n)] as const,
            ),
          ),
        ),
      );
    };
    expect(await rows({})).toEqual(none);
    const person = {
      'app.viewer_type': 'person',
      'app.user_id': family.id,
      'app.district_id': home.file.district.id,
      'app.user_kind': 'FAMILY',
    };
    // Itself, the four who work, and the recovery of its own ID.
    expect(await rows(person)).toEqual({ ...none, app_user: 5, practitioner: 2, facility: 2, account_recovery: 1 });
    await orm.close(true);
  });
});

describe('looking an account up', () => {
  const query = 'query ($name: String!) { userByAccountName(accountName: $name) { id kind } }';

  test('a professional finds it by the whole name in any case, and it is written down', async () => {
    const { userByAccountName } = await world.client.get(as(doctor), query, { name: ` ${family.accountName.toUpperCase()} ` });
    expect(userByAccountName).toEqual({ id: family.id, kind: 'FAMILY' });
    const lines = await world.sql<{ line: Record<string, unknown> }>("select line from audit_entry where line ->> 'action' = 'SEARCH'");
    expect(lines.at(-1)?.line).toMatchObject({ actorId: doctor.id, subjectType: 'User', subjectId: family.id, authority: 'DIRECTORY' });
    expect(JSON.stringify(lines)).not.toContain(family.accountName);
  });

  test('a part of it, a pattern, another district and other kinds of people find nothing', async () => {
    for (const name of [family.accountName.slice(0, -1), '%', `${family.accountName}%`, ''])
      expect(await world.client.get(as(doctor), query, { name })).toEqual({ userByAccountName: null });
    expect(await world.client.get(stranger, query, { name: family.accountName })).toEqual({ userByAccountName: null });
    for (const viewer of [as(family), as(officer), anonymous]) {
      const { errors } = await world.client.ask(viewer, query, { name: doctor.accountName });
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const refused = await world.sql<{ count: number }>(
      "select count(*)::int from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'User'",
    );
    expect(refused[0]?.count).toBe(3);
  });
});

describe('the directory', () => {
  const list =
    'query ($first: Int, $after: String, $filter: FacilityFilter) { facilities(first: $first, after: $after, filter: $filter) { nodes { name } pageInfo { hasNextPage endCursor } } }';

  test('facilities come in kana order, page by page, of one district', async () => {
    const { facilities: first } = await world.client.get(as(nurse), list, { first: 1 });
    expect(first).toMatchObject({ nodes: [{ name: '訪問看護こもれび' }], pageInfo: { hasNextPage: true } });
    const { facilities: second } = await world.client.get(as(nurse), list, { first: 1, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ nodes: [{ name: 'わかば診療所' }], pageInfo: { hasNextPage: false } });
    const { facilities: filtered } = await world.client.get(as(officer), list, {
      filter: { query: 'ワカバ', kinds: ['CLINIC'], municipality: '若葉市' },
    });
    expect(filtered.nodes).toEqual([{ name: 'わかば診療所' }]);
    expect((await world.client.get(as(officer), list, { filter: { query: '%' } })).facilities.nodes).toEqual([]);
  });

  test('families, strangers and altered cursors get nowhere', async () => {
    const code = async (viewer: Parameters<World['client']['ask']>[0], variables: object) =>
      (await world.client.ask(viewer, list, variables)).errors?.[0]?.extensions?.code;
    expect(await code(as(family), {})).toBe('FORBIDDEN');
    expect(await code(anonymous, {})).toBe('FORBIDDEN');
    const refused = await world.sql<{ count: number }>(
      "select count(*)::int from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'Facility'",
    );
    expect(refused[0]?.count).toBe(2);
    expect(await code(as(doctor), { first: 101 })).toBe('BAD_USER_INPUT');
    expect(await code(as(doctor), { after: 'AAAA' })).toBe('BAD_USER_INPUT');
    const { facilities } = await world.client.get(as(nurse), list, { first: 1 });
    const { facilities: seen } = await world.client.get(stranger, list, { first: 100, after: facilities.pageInfo.endCursor });
    expect(seen.nodes.length).toBeLessThanOrEqual(2);
    const ours = (await world.client.get(stranger, '{ facilities { nodes { id } } }')).facilities.nodes.map(({ id }: { id: string }) => id);
    for (const { id } of home.file.facilities) expect(ours).not.toContain(id);
  });

  test('nested people and places come in a handful of queries, however many there are', async () => {
    const query =
      '{ facilities { nodes { institutionCode phone staff { nodes { professions user { displayName } affiliations { title isFacilityAdmin facility { name } } } pageInfo { hasNextPage } } } } }';
    const asked = vi.spyOn(world.app.orm.config.getLogger(), 'logQuery');
    const { facilities } = await world.client.get(as(doctor), query);
    const statements = asked.mock.calls
      .map(([{ query: sql = '' }]) => sql)
      .filter((sql) => /from "?(facility|app_user|practitioner|affiliation|unnest)/.test(sql));
    asked.mockRestore();
    // Facilities, which the viewer runs, their staff, those practitioners, their users, their affiliations, the places of those.
    expect(statements).toHaveLength(7);
    expect(facilities.nodes[1]).toMatchObject({
      phone: '+81952000011',
      staff: {
        nodes: [
          {
            professions: ['PHYSICIAN'],
            user: { displayName: '佐藤 健一' },
            affiliations: [{ title: '院長', isFacilityAdmin: true, facility: { name: 'わかば診療所' } }],
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
    expect(
      await world.client.get(as(family), 'query ($id: ID!) { facility(id: $id) { name staff { nodes { id } } } }', {
        id: doctor.facilityId,
      }),
    ).toEqual({ facility: { name: 'わかば診療所', staff: { nodes: [] } } });
  });

  test('a stopped ID stays in the list for those who may let it in again, and for nobody else (R2)', async () => {
    const district = testDistrict();
    const { doctor: admin, nurse: clerk, family: stopped, officer: center } = district.people;
    const works: Partial<typeof admin> = { facilityId: admin.facilityId ?? null, kind: 'PROFESSIONAL', professions: ['NURSE'] };
    await world.load({
      ...district.file,
      people: [admin, { ...clerk, ...works }, { ...stopped, ...works }, center],
    });
    await world.sql('update app_user set deactivated_at = now() where id = $1', [stopped.id]);
    const list = 'query ($id: ID!) { facility(id: $id) { staff { nodes { user { id } } } } }';
    const sees = async (who: typeof admin) => {
      const { facility } = await world.client.get(viewerOf(district, who), list, { id: admin.facilityId });
      return (facility.staff.nodes as { user: { id: string } }[]).some(({ user }) => user.id === stopped.id);
    };
    expect([await sees(admin), await sees(center), await sees({ ...clerk, ...works })]).toEqual([true, true, false]);
  });

  test('the viewer is who the envelope says', async () => {
    const { viewer } = await world.client.get(
      as(doctor),
      '{ viewer { id user { displayName practitioner { professions } } activeFacility { name } sessions { id } } }',
    );
    expect(viewer).toEqual({
      id: doctor.id,
      user: { displayName: '佐藤 健一', practitioner: { professions: ['PHYSICIAN'] } },
      activeFacility: { name: 'わかば診療所' },
      sessions: [],
    });
    expect(await world.client.get(anonymous, '{ viewer { id } }')).toEqual({ viewer: null });
  });

  test('loading the same file again changes nothing but what it says anew', async () => {
    const before = await world.sql('select * from practitioner order by id');
    const hashes = await world.sql('select user_id, password_hash from credential order by user_id');
    await world.load({ ...home.file, district: { ...home.file.district, name: '試験地区（改）' } });
    expect(await world.sql('select * from practitioner order by id')).toEqual(before);
    expect(await world.sql('select user_id, password_hash from credential order by user_id')).toEqual(hashes);
    expect(await world.sql('select name from district where id = $1', [home.file.district.id])).toEqual([{ name: '試験地区（改）' }]);
    await expect(world.load({ ...home.file, people: [{ ...doctor, password: 'short' }] })).rejects.toThrow();
  });
});

describe('the door', () => {
  test('what the gateway did not sign is not answered (V32)', async () => {
    const bare = await world.client.ask(
      as(doctor),
      '{ viewer { id } }',
      {},
      { alter: ({ body }) => ({ headers: { 'content-type': 'application/json' }, body }) },
    );
    expect(bare.status).toBe(401);
    const altered = await world.client.ask(
      as(doctor),
      '{ viewer { id } }',
      {},
      { alter: ({ headers, body }) => ({ headers, body: body.replace('viewer', 'viewer ') }) },
    );
    expect(altered.status).toBe(401);
    const sdl = await fetch(`${world.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{_service{sdl}}"}',
    });
    expect(sdl.status).toBe(401);
    expect((await fetch(`${world.address}/graphql?query={viewer{id}}`)).status).toBe(404);
    expect((await fetch(`${world.address}/health`)).status).toBe(200);
  });

  test('the entities and the migrations say the same', async () => {
    const orm = await openOrm(options(world.environment.database.ownerUrl));
    expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    await orm.close(true);
  });

  test("somebody with a professional's token of no known person sees the district but is nobody in it", async () => {
    const ghost = physician({ districtId: home.file.district.id });
    expect((await world.client.ask(ghost, '{ viewer { user { id } } }')).data).toEqual({ viewer: null });
  });
});
