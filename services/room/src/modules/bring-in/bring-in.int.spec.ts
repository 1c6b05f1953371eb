/** R35 over GraphQL on a real PostgreSQL: a package of one district is brought into a room of another, by whoever may, once, and no more than the consent covers. */
import { inViewer } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { channel, newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, tellConsent } from '../../testing/room.ts';
import { fields, grantsWithout, type Moving, openMoving, profile, readings } from './bring-in.case.fixture.ts';
import { filesOf, jsonOf, signedAnew, spoilt } from './bring-in.fixture.ts';

let moving: Moving;
let room: Moving['room'];
let source: Moving['source'];
let target: Moving['target'];
let zip: Uint8Array;
beforeAll(async () => {
  moving = await openMoving();
  ({ room, source, target } = moving);
  zip = await moving.takenAlong(source);
});
afterAll(() => moving.close());

const stored = () => moving.asAdmin("select state from room_import where state <> 'CANCELLED'");
const bring = (who: PersonViewer, bytes = zip, to?: Parameters<Moving['bring']>[2]): Promise<any> => moving.bring(who, bytes, to);
const seen = async (who: PersonViewer, { roomId } = target): Promise<any> =>
  (await room.get(who, `query ($id: ID!) { room(id: $id) { viewerCanImport hasBroughtPosts imports { ${fields} } } }`, { id: roomId }))
    .room;
const take = async (who: PersonViewer, id: string, entries: string[], override: object = {}): Promise<any> => {
  const asked = `mutation ($id: ID!, $entries: [ID!]!, $posts: Boolean!, $keyCompared: Boolean!) {
    roomImportTake(id: $id, entries: $entries, posts: $posts, keyCompared: $keyCompared) { roomImport { ${fields} } userErrors { code field message } } }`;
  return (await room.get(who, asked, { id, entries, posts: true, keyCompared: true, ...override })).roomImportTake;
};
const standings = ({ entries }: { entries: { block: string; standing: string }[] }): string[] =>
  entries.map(({ block, standing }) => `${block} ${standing}`).sort();

describe('bringing a package into a room of another district (R35)', () => {
  it('is for steward and applicant, with a fresh proof of who they are, under a consent in force', async () => {
    const { people } = target;
    for (const who of [people.outsider, people.officer, people.family, people.patient, people.nurse]) room.identity.proved.add(who.userId);
    for (const [who, expected] of [
      [people.outsider, { status: 404 }],
      [people.officer, { status: 404 }],
      [source.people.physician, { status: 404 }],
      [people.family, { status: 422, code: 'FORBIDDEN' }],
      [people.patient, { status: 422, code: 'FORBIDDEN' }],
      [people.nurse, { status: 422, code: 'FORBIDDEN' }],
      [people.careManager, { status: 422, code: 'PROOF_REQUIRED' }],
    ] as const)
      expect([who.labels.name, await bring(who)]).toMatchObject([who.labels.name, expected]);
    expect([(await seen(people.nurse)).viewerCanImport, (await seen(people.careManager)).viewerCanImport]).toEqual([false, true]);
    room.identity.proved.add(people.careManager.userId);
    await tellConsent(room, target, 'WITHDRAWN');
    expect(await bring(people.careManager)).toMatchObject({ status: 422, code: 'CONSENT_REQUIRED' });
    await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout('MEDICATIONS') });
    expect(await stored()).toEqual([]);
  });

  it('refuses, with the reason, what is no package, cut off, changed, badly signed, too large, of somebody else or of this room, and keeps nothing of it', async () => {
    const { careManager } = target.people;
    const bad = await spoilt(zip);
    const told: [string, string][] = [];
    for (const [expected, bytes] of bad) told.push([expected, (await bring(careManager, bytes)).code]);
    expect(told.map(([, code]) => code)).toEqual(told.map(([expected]) => expected));
    room.identity.proved.add(source.people.careManager.userId);
    expect(await bring(source.people.careManager, zip, { into: source })).toMatchObject({
      code: 'SAME_ROOM',
      message: expect.stringContaining('この部屋'),
    });
    expect(await stored()).toEqual([]);
    expect(await moving.asAdmin('select 1 from brought_entry union all select 1 from brought_post')).toEqual([]);
  });

  it('shows before anything comes in whose it is, what is new, known or alike, and what no consent covers; only to who brought it', async () => {
    const { careManager, physician, nurse, family } = target.people;
    const id = newId();
    expect(await bring(careManager, zip, { id })).toEqual({ status: 200, id });
    expect(await bring(careManager, zip, { id })).toEqual({ status: 200, id });
    expect(await bring(careManager, await signedAnew(zip), { id })).toMatchObject({ status: 422, code: 'OTHER_BYTES' });
    const [waiting] = (await seen(careManager)).imports;
    expect(waiting).toMatchObject({
      id,
      state: 'CHECKED',
      districtName: '神埼地区',
      madeByName: source.people.physician.labels.name,
      isKnownKey: true,
      taken: [],
    });
    const { preview } = waiting;
    expect(standings(preview)).toEqual(
      [
        'ALLERGIES KNOWN',
        'ALLERGIES NEW',
        'CARE_SERVICES NEW',
        'DISASTER REPLACES',
        'FAMILY_CONTACTS NEW',
        'HOSPITALS NEW',
        'LONG_TERM_CARE_INSURANCE NEW',
        'MEDICAL_HISTORY ALIKE',
        'MEDICAL_HISTORY NEW',
        'TEST_RESULTS NEW',
      ].sort(),
    );
    expect(preview.closed).toEqual([{ category: 'MEDICATIONS', count: 1 }]);
    expect(preview.content).toMatchObject({
      medicalHistory: [{ name: '2型糖尿病', icd10: 'E11', since: '2010-01-01', note: '内服中' }, { name: '高血圧症' }],
      medications: null,
      testResults: [{ name: 'HbA1c', value: '7.1', unit: '%', date: '2026-11-01' }],
      careServices: [{ kind: '訪問看護', providerName: 'みほん訪問看護', schedule: '月・木' }],
      longTermCareInsurance: { careLevel: 'CARE_3', insuredNumber: '0000012345' },
      readmissionHospital: { name: 'みほん中央病院', department: '内科', phone: '+81952000002' },
      familyContacts: [
        { name: '田中 一郎', relationship: '長男', phones: ['+81952000001'], isKeyPerson: true, emergencyOrder: 1, livesTogether: true },
      ],
    });
    const alike = preview.entries.find(({ standing }: any) => standing === 'ALIKE');
    expect(preview.present.medicalHistory[alike.presentPlace]).toMatchObject({ name: '高血圧症', since: '2020-01-01' });
    expect(preview.posts).toMatchObject({ count: 2, known: 0, isOpen: true });
    for (const who of [physician, nurse, family]) expect((await seen(who)).imports).toEqual([]);
    expect(codes(await take(physician, id, []))).toEqual(['NOT_FOUND']);
    // Nothing has come in, and at rest nothing can be read.
    expect((await moving.profileOf(target)).testResults).toEqual([]);
    const [row] = await moving.asAdmin<{ entries: Buffer; posts: Buffer }>(
      "select entries, posts from room_import where state = 'CHECKED'",
    );
    expect([row?.entries, row?.posts].some((sealed) => sealed?.includes('HbA1c') || sealed?.includes('食事'))).toBe(false);
  });

  it('takes in what was chosen, once however often it is sent, says where it came from, and is in history and record', async () => {
    const { careManager, physician, nurse, family, patient, officer, outsider } = target.people;
    const [{ id, preview }] = (await seen(careManager)).imports;
    const chosen = preview.entries
      .filter(({ standing }: any) => ['NEW', 'REPLACES', 'KNOWN'].includes(standing))
      .map((entry: any) => entry.id);
    expect(codes(await take(careManager, id, [], { posts: false }))).toEqual(['BLANK']);
    expect(codes(await take(careManager, id, [newId()]))).toEqual(['INVALID']);
    room.identity.proved.delete(careManager.userId);
    expect(codes(await take(careManager, id, chosen))).toEqual(['PROOF_REQUIRED']);
    room.identity.proved.add(careManager.userId);
    // What dies in the middle leaves nothing of it, and can be done again.
    await moving.asAdmin(`create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`);
    await moving.asAdmin('create trigger die after insert on brought_post execute function die()');
    await expect(take(careManager, id, chosen)).rejects.toThrow();
    await moving.asAdmin('drop function die() cascade');
    expect(await moving.profileOf(target)).toMatchObject({ testResults: [], familyContacts: [], allergies: ['そば'] });
    expect(await moving.asAdmin('select 1 from brought_entry')).toEqual([]);
    const [first, second] = await Promise.all([take(careManager, id, chosen), take(careManager, id, chosen)]);
    expect(first).toMatchObject({ userErrors: [], roomImport: { id, state: 'TAKEN', preview: null } });
    expect(second).toEqual(first);
    expect(codes(await take(careManager, id, []))).toEqual(['INVALID_STATE']);
    expect(Object.fromEntries(first.roomImport.taken.map(({ category, count }: any) => [category, count]))).toEqual({
      MEDICAL_HISTORY: 2,
      TEST_RESULTS: 1,
      CARE_SERVICES: 1,
      INSURANCE: 1,
      HOSPITALS: 1,
      DISASTER_SAFETY: 1,
      FAMILY_CONTACTS: 1,
      DAILY_CONDITION: 2,
    });
    const now = await moving.profileOf(target);
    expect(now).toMatchObject({
      medicalHistory: [
        { name: '高血圧症', since: '2020-01-01' },
        { name: '2型糖尿病', since: '2010-01-01' },
      ],
      allergies: ['そば', 'ペニシリン'],
      medications: null,
      testResults: [{ name: 'HbA1c' }],
      careServices: [{ kind: '訪問看護', providerName: 'みほん訪問看護', schedule: '月・木' }],
      careLevel: 'CARE_3',
      readmissionHospital: { name: 'みほん中央病院', department: '内科' },
      disasterNote: '人工呼吸器を使用',
      familyContacts: [{ name: '田中 一郎', emergencyOrder: 1, livesTogether: true }],
    });
    const state = (block: string) => now.profileBlocks.find((each: any) => each.block === block);
    expect(state('MEDICAL_HISTORY')).toMatchObject({ version: 2, updatedByName: careManager.labels.name });
    expect(state('MEDICAL_HISTORY').broughtAlong).toMatchObject([
      { place: 1, districtName: '神埼地区', broughtByName: careManager.labels.name, identifiers: [{ system: 'urn:ietf:rfc:3986' }] },
    ]);
    expect(state('ALLERGIES').broughtAlong.map(({ place }: any) => place)).toEqual([1]);
    expect(state('HOSPITALS').broughtAlong.map(({ place }: any) => place)).toEqual([1]);
    expect(state('BASICS').broughtAlong[0].identifiers).toContainEqual({
      system: 'urn:ietf:rfc:3986',
      value: `urn:uuid:${source.patientId}`,
    });
    const lines = await moving.asAdmin<{ said: string }>(
      `select distinct concat_ws(' ', line->>'action', line->'categories'->>0) as said from audit_entry where line->>'subjectId' = '${id}' and line->>'outcome' = 'ALLOWED' and line->>'action' = 'UPDATE'`,
    );
    expect(lines).toHaveLength(8);

    // The team reads that it came, and the posts by whom they were meant for; nobody else has anything of it.
    expect([(await seen(family)).hasBroughtPosts, (await seen(source.people.nurse, source)).hasBroughtPosts]).toEqual([true, false]);
    expect((await seen(physician)).imports).toMatchObject([{ id, state: 'TAKEN', broughtByName: careManager.labels.name }]);
    const everyone = { audience: 'EVERYONE', body: '食事は八割。', authorLabel: '佐藤 健一　医師　みほん医院' };
    const team = { audience: 'CARE_TEAM', isImportant: true, readings: expect.arrayContaining(readings) };
    expect((await moving.postsOf(nurse)).sort((a, b) => b.audience.localeCompare(a.audience))).toMatchObject([everyone, team]);
    for (const who of [family, patient]) expect(await moving.postsOf(who)).toMatchObject([everyone]);
    for (const who of [officer, outsider, source.people.nurse]) expect(await moving.postsOf(who)).toEqual([]);
    const counted = (viewer: Viewer): Promise<unknown> =>
      inViewer(moving.orm.em, viewer, (tx) =>
        tx.execute(
          'select (select count(*)::int from room_import) as imports, (select count(*)::int from brought_entry) as entries, (select count(*)::int from brought_post) as posts',
        ),
      );
    for (const who of [officer, outsider, source.people.nurse, channel(target.roomId, 'EVERYONE', 0)])
      expect(await counted(who)).toEqual([{ imports: 0, entries: 0, posts: 0 }]);
    await expect(
      inViewer(moving.orm.em, nurse, (tx) => tx.execute(`update room_import set state = 'CHECKED'`, [], 'run')),
    ).resolves.toMatchObject({ affectedRows: 0 });
    await expect(inViewer(moving.orm.em, nurse, (tx) => tx.execute('delete from brought_post'))).rejects.toThrow(/permission denied/);
  });

  it('never doubles: the same package, or a newer one, brings only what is not there; a class that closes meanwhile keeps out', async () => {
    const { careManager } = target.people;
    await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout() });
    await moving.write(source, {
      testResults: [...profile.testResults, { name: 'Cr', value: '0.9', unit: 'mg/dL', date: '2026-11-10' }],
      blockVersions: [{ block: 'TEST_RESULTS', version: 1 }],
    });
    const newer = newId();
    await bring(careManager, await moving.takenAlong(source), { id: newer });
    const { preview } = (await seen(careManager)).imports.find(({ id }: any) => id === newer);
    expect(standings(preview).filter((line) => !line.endsWith('KNOWN'))).toEqual([
      'MEDICAL_HISTORY ALIKE',
      'MEDICATIONS NEW',
      'TEST_RESULTS NEW',
    ]);
    expect(preview.posts).toMatchObject({ count: 2, known: 2 });
    const all = preview.entries.map(({ id }: any) => id);
    await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout('MEDICATIONS') });
    expect(codes(await take(careManager, newer, all))).toEqual(['CONSENT_REQUIRED']);
    expect(
      await moving.asAdmin(
        `select 1 from audit_entry where line->>'outcome' = 'DENIED_CONSENT' and line->'categories' = '["MEDICATIONS"]' and line->>'actorId' = '${careManager.userId}'`,
      ),
    ).toHaveLength(1);
    expect((await moving.profileOf(target)).testResults).toHaveLength(1);
    await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout() });
    const taken = await take(careManager, newer, all);
    expect(taken.roomImport.taken).toEqual(
      expect.arrayContaining([
        { category: 'TEST_RESULTS', count: 1 },
        { category: 'MEDICATIONS', count: 1 },
        { category: 'MEDICAL_HISTORY', count: 1 },
      ]),
    );
    expect(await moving.profileOf(target)).toMatchObject({
      medicalHistory: [{ since: '2020-01-01' }, { since: '2010-01-01' }, { since: '2015-04-01' }],
      testResults: [{ name: 'Cr' }, { name: 'HbA1c' }],
      medications: [{ name: 'アムロジピン' }],
      familyContacts: [{ name: '田中 一郎' }],
    });
    expect(await moving.asAdmin('select 1 from brought_post')).toHaveLength(2);
  });

  it('asks to compare a key it does not know, drops what is left, over or without consent, and goes on: what came once is carried on under its own names, and back home nothing is new', async () => {
    const { careManager } = target.people;
    const id = newId();
    await bring(
      careManager,
      await signedAnew(zip, {
        bundle: ({ entry }) => (entry.find(({ resource }: any) => resource.code?.text === 'HbA1c').resource.code.text = 'CRP'),
      }),
      { id },
    );
    const [waiting] = (await seen(careManager)).imports;
    expect(waiting).toMatchObject({ id, isKnownKey: false });
    const [fresh] = waiting.preview.entries.filter(({ standing }: any) => standing === 'ALIKE' || standing === 'NEW');
    expect(fresh).toBeUndefined();
    expect(codes(await take(careManager, id, [waiting.preview.entries[0].id], { keyCompared: false }))).toEqual(['INVALID']);
    const cancel = 'mutation ($id: ID!) { roomImportCancel(id: $id) { roomImport { state } userErrors { code } } }';
    expect(codes((await room.get(target.people.physician, cancel, { id })).roomImportCancel)).toEqual(['NOT_FOUND']);
    expect((await room.get(careManager, cancel, { id })).roomImportCancel.roomImport).toEqual({ state: 'CANCELLED' });
    await bring(careManager);
    expect(await room.runJob('room-import', new Date(Date.now() + 25 * 3_600_000))).toBe(1);
    await bring(careManager);
    await tellConsent(room, target, 'WITHDRAWN');
    expect(await moving.postsOf(target.people.nurse)).toEqual([]);
    expect(await room.runJob('room-import')).toBe(1);
    expect(await moving.asAdmin('select 1 from room_import where entries is not null or posts is not null')).toEqual([]);
    await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout() });

    moving.neighbours.empty();
    const onward = await moving.takenAlong(target);
    const bundle = jsonOf(filesOf(onward), 'bundle.json');
    const named = (type: string, text: string) =>
      bundle.entry
        .map(({ resource }: any) => resource)
        .find((each: any) => each.resourceType === type && JSON.stringify(each).includes(text));
    const original = jsonOf(filesOf(zip), 'bundle.json').entry.map(({ resource }: any) => resource);
    const diabetes = original.find((each: any) => each.code?.text === '2型糖尿病');
    expect(named('Condition', '2型糖尿病').identifier).toContainEqual({ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${diabetes.id}` });
    const old = { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${source.patientId}` };
    expect(named('Patient', '田中').identifier.filter(({ value }: any) => value === old.value)).toEqual([old]);
    expect(named('Communication', '食事は八割。')).toMatchObject({ meta: { source: `urn:uuid:${source.roomId}` } });
    await bring(source.people.careManager, onward, { into: source });
    const [back] = (await seen(source.people.careManager, source)).imports;
    expect(standings(back.preview).filter((line) => !line.endsWith('KNOWN'))).toEqual(['MEDICAL_HISTORY ALIKE']);
    expect(back.preview.posts).toMatchObject({ count: 0 });
  });
});
