import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setForDistrict } from './device.fixture.ts';
import { claimsOf, openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';
import { AtPortal, behindProxy, minutes, places, plantSharing, shareId, takeTurns } from './shared-id.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(behindProxy);
});
afterAll(() => world.close());

const inbox = `query ($query: String, $states: [ReviewTaskState!]) { reviewTasks(filter: { kinds: [SHARED_ID], query: $query, states: $states }) { nodes {
  id title state subject { ... on SharedIdCase { id user { id } reasons { kind count firstAt lastAt } openedAt lastSeenAt outcome note decidedAt decidedBy { id }
    version viewerCanDecide lanes { id label deviceName methods isSignedIn facility { id } uses { at network networkHint } } } } } } }`;
const decide = `mutation ($id: ID!, $input: SharedIdDecideInput!) { sharedIdDecide(id: $id, input: $input) {
  sharedIdCase { id outcome note version viewerCanDecide decidedBy { id } } userErrors { code message field } } }`;
const asked = '{ viewer { sharedIdAskedAt } }';

async function staff() {
  const district = testDistrict();
  const { doctor, family, officer, otherOfficer } = district.people;
  await world.load({ ...district.file, people: [doctor, family, officer, otherOfficer] });
  const as = (who: TestPerson) => viewerOf(district, who);
  const tasks = async (more: object = {}, viewer = as(officer)) => (await world.client.get(viewer, inbox, more)).reviewTasks.nodes as any[];
  const say = async (who: TestPerson, id: string, input: object) =>
    (await world.client.get(as(who), decide, { id, input: { note: '本人に電話で確かめた', expectedVersion: 1, ...input } })).sharedIdDecide;
  const share = async (who: TestPerson = doctor): Promise<any> => {
    await plantSharing(world, { id: who.id, districtId: district.file.district.id });
    await world.app.sweep();
    return (await tasks())[0];
  };
  return { district, districtId: district.file.district.id, doctor, family, officer, otherOfficer, as, tasks, say, share };
}

const linesAbout = async (id: string): Promise<any[]> =>
  (await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1 order by seq", [id])).map(
    ({ line }) => line,
  );

describe('an ID that two people use at once (R3)', () => {
  test('is put to the center once, with its reasons and device by device; its holder is told, and nothing is locked', async () => {
    const { doctor, tasks, as } = await staff();
    const [clinic, home] = await shareId(world, doctor);
    await world.app.sweep();
    await world.bus.published('identity.securityNoticed', ({ userId, what }) => userId === doctor.id && what === 'SHARED_ID');
    const [task, ...more] = await tasks();
    expect([more, task.state, task.title]).toEqual([[], 'OPEN', expect.stringMatching(/^1つのIDが同時に使われた疑い 番号 [0-9A-F]{8}$/)]);
    expect(task.subject).toMatchObject({ user: { id: doctor.id }, outcome: null, version: 1, viewerCanDecide: true });
    expect(task.subject.reasons.map(({ kind, count }: any) => [kind, count])).toEqual([
      ['TWO_NETWORKS', 5],
      ['BACK_AND_FORTH', 5],
    ]);
    const lane = { label: 'Chrome · Windows', deviceName: null, methods: ['PASSWORD', 'TOTP'], isSignedIn: true, facility: null };
    const uses = (network: number, networkHint: string) => Array(3).fill({ at: expect.any(String), network, networkHint });
    expect(task.subject.lanes).toEqual([
      { ...lane, id: clinic.sid, uses: uses(1, '203.0.*.*') },
      { ...lane, id: home.sid, uses: uses(2, '198.51.*.*') },
    ]);
    expect((await world.client.get(as(doctor), asked)).viewer.sharedIdAskedAt).toBe(task.subject.openedAt);
    expect(await tasks({ query: doctor.displayName })).toHaveLength(1);

    for (let turn = 0; turn < 2; turn += 1) await takeTurns(world, clinic, home);
    await world.app.sweep();
    const [grown, ...again] = await tasks();
    expect([again, grown.id, grown.subject.version]).toEqual([[], task.id, 2]);
    expect(grown.subject.reasons.map(({ kind }: any) => kind)).toContain('ONGOING');
    expect((await linesAbout(task.subject.id)).map(({ action, authority, actorId }) => [action, authority, actorId])).toEqual(
      expect.arrayContaining([
        ['CREATE', 'SERVICE', null],
        ['VIEW', 'REVIEW', expect.any(String)],
      ]),
    );
    const kept = await world.sql<Record<string, unknown>>('select * from sign_in_use where user_id = $1', [doctor.id]);
    expect(JSON.stringify(kept)).not.toMatch(/203\.0\.113|198\.51\.100/);
  });

  test('one browser that goes from network to network, an open page that nobody looks at, and a program are not', async () => {
    const { doctor, tasks } = await staff();
    world.clock.advance(minutes(2));
    const one = await AtPortal.signIn(world, doctor, places.clinic);
    world.clock.advance(minutes(1));
    const other = await AtPortal.signIn(world, doctor, places.home);
    for (const host of [1, 2]) {
      world.clock.advance(minutes(1));
      expect(await one.renew({ address: `192.0.2.${host}` })).toBe(200);
      expect(await one.renew({ address: `10.${host}.0.1` })).toBe(200);
      expect(await other.renew({ address: places.home.address, idleMs: minutes(6) })).toBe(200);
      expect(await other.renew({ address: 'not an address' })).toBe(200);
      expect(await other.renew()).toBe(200);
    }
    world.clock.advance(minutes(1));
    const tokens = await world.browser().signInForTokens(doctor);
    const before = await world.sql('select id from sign_in_use where user_id = $1', [doctor.id]);
    const forged = { heya_address: '192.0.2.99', heya_idle_ms: '0' };
    const { status } = await world.browser().token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token, ...forged });
    expect([status, await world.sql('select id from sign_in_use where user_id = $1', [doctor.id])]).toEqual([200, before]);
    await world.app.sweep();
    expect(await tasks()).toEqual([]);
    const seen = await world.sql<{ session_id: string }>('select session_id from sign_in_use where user_id = $1', [doctor.id]);
    expect(seen.filter(({ session_id }) => session_id === other.sid)).toHaveLength(1);
    expect(seen.filter(({ session_id }) => session_id === claimsOf(tokens.access_token).sid)).toHaveLength(1);
  });

  test('patients and families are not watched', async () => {
    const { family } = await staff();
    await shareId(world, family);
    expect(await world.sql('select id from sign_in_use where user_id = $1', [family.id])).toEqual([]);
  });
});

describe('what an officer says about it', () => {
  test('stopped: sign-ins end at once, the work is done, and who held the ID is no longer told that somebody asks', async () => {
    const { doctor, officer, tasks, say, as } = await staff();
    const [clinic, home] = await shareId(world, doctor);
    await world.app.sweep();
    const [{ id: taskId, subject }] = await tasks();
    const { sharedIdCase, userErrors } = await say(officer, subject.id, { outcome: 'SHARED_STOPPED', expectedVersion: subject.version });
    expect([sharedIdCase, userErrors]).toMatchObject([
      { outcome: 'SHARED_STOPPED', note: '本人に電話で確かめた', viewerCanDecide: false, decidedBy: { id: officer.id } },
      [],
    ]);
    for (const browser of [clinic, home]) {
      const told = await world.bus.published('identity.sessionEnded', (payload) => payload.sessionId === browser.sid);
      expect([told.payload.reason, await browser.renew()]).toEqual(['ID_DEACTIVATED', 400]);
    }
    expect(await world.sql('select reason from suspension where user_id = $1 and ended_at is null', [doctor.id])).toEqual([
      { reason: '本人に電話で確かめた' },
    ]);
    expect((await tasks({ states: ['CLOSED'] })).map(({ id }) => id)).toEqual([taskId]);
    expect((await world.client.get(as(doctor), asked)).viewer.sharedIdAskedAt).toBeNull();
    expect((await linesAbout(doctor.id)).some(({ action, actorId }) => action === 'UPDATE' && actorId === officer.id)).toBe(true);
    const [decision, ...others] = (await linesAbout(subject.id)).filter(({ action }) => action === 'UPDATE');
    expect([decision, others]).toMatchObject([{ authority: 'REVIEW', actorId: officer.id }, []]);
  });

  test('one person: the same signs are not put to the center again; told not to: the next spell is another case', async () => {
    const { doctor, officer, tasks, say, share } = await staff();
    const first = await share();
    expect((await say(officer, first.subject.id, { outcome: 'ONE_PERSON' })).userErrors).toEqual([]);
    world.clock.advance(minutes(20));
    expect(await share()).toBeUndefined();
    world.clock.advance(31 * 24 * minutes(60));
    const second = await share();
    expect([second.subject.id === first.subject.id, second.subject.user.id]).toEqual([false, doctor.id]);
    expect((await say(officer, second.subject.id, { outcome: 'SHARED_ADVISED' })).userErrors).toEqual([]);
    world.clock.advance(minutes(20));
    expect((await share()).subject.id).not.toBe(second.subject.id);
    expect(await tasks({ states: ['CLOSED'] })).toHaveLength(2);
  });

  test('of two officers one decides; what was written is kept when it does not hold, and refusals are in the record', async () => {
    const { officer, otherOfficer, doctor, say, share, as } = await staff();
    const { id: taskId, subject } = await share();
    const note = (typed: string) => say(officer, subject.id, { outcome: 'ONE_PERSON', note: typed });
    expect((await note(' ')).userErrors).toMatchObject([{ code: 'BLANK', field: ['input', 'note'] }]);
    expect((await say(officer, subject.id, { outcome: 'ONE_PERSON', expectedVersion: 7 })).userErrors).toMatchObject([
      { code: 'STALE_VERSION' },
    ]);
    await world.client.get(as(otherOfficer), 'mutation ($id: ID!) { reviewTaskClaim(id: $id) { userErrors { code } } }', { id: taskId });
    expect((await note('確かめた')).userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const answers = await Promise.all(['ONE_PERSON', 'SHARED_ADVISED'].map((outcome) => say(otherOfficer, subject.id, { outcome })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }: any) => code))).toEqual(['INVALID_STATE']);
    expect((await linesAbout(subject.id)).filter(({ action }) => action === 'DENIED')).toHaveLength(3);
    const foreign = await world.client.ask(as(doctor), decide, {
      id: subject.id,
      input: { outcome: 'ONE_PERSON', note: '自分です', expectedVersion: 1 },
    });
    expect(foreign.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('nobody about themselves, and nobody of another district; both get what is not there', async () => {
    const home = await staff();
    const away = await staff();
    const { subject } = await home.share(home.otherOfficer);
    for (const { say, who, id } of [
      { say: home.say, who: home.otherOfficer, id: subject.id },
      { say: away.say, who: away.officer, id: subject.id },
      { say: away.say, who: away.officer, id: newId() },
    ])
      expect(await say(who, id, { outcome: 'ONE_PERSON' })).toMatchObject({ sharedIdCase: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await home.tasks({}, home.as(home.otherOfficer)))[0].subject).toBeNull();
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on SharedIdCase { id lanes { id } } } }';
    const r = [{ __typename: 'SharedIdCase', id: subject.id }];
    expect((await world.client.get(away.as(away.officer), entities, { r }))._entities).toEqual([null]);
    expect((await world.client.get(home.as(home.officer), entities, { r }))._entities[0].lanes).toHaveLength(2);
  });
});

test('uses are forgotten after the days that the district has set, but not what an open case is shown by', async () => {
  const { districtId, doctor, officer, otherOfficer, say, share, tasks } = await staff();
  await setForDistrict(world, districtId, { signInWatchDays: 3 });
  const { subject } = await share();
  const left = async (): Promise<number> => (await world.sql('select id from sign_in_use where district_id = $1', [districtId])).length;
  await plantSharing(world, { id: otherOfficer.id, districtId });
  await world.sql('update sign_in_use set weighed = true where user_id = $1', [otherOfficer.id]);
  expect(await left()).toBe(16);
  world.clock.advance(4 * 24 * minutes(60));
  await world.app.sweep();
  expect(await left()).toBe(8);
  const [task] = (await tasks()).filter(({ subject: { user } }) => user.id === doctor.id);
  expect(task.subject.lanes).toHaveLength(2);
  await say(officer, subject.id, { outcome: 'ONE_PERSON' });
  await world.app.sweep();
  expect(await left()).toBe(0);
});
