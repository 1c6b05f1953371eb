import { inViewer } from '@heya/service-common/orm';
import { anonymous, newId } from '@heya/testkit/viewers';
import { blankSignature, drawnSignature } from '@heya/testkit/signature';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const unsigned = () => {
  const district = testDistrict();
  district.file.facilities = district.file.facilities.map((facility) => ({ ...facility, pledgedOn: null }));
  for (const person of district.file.people) person.pledgedOn = null;
  return district;
};
const [home, away] = [unsigned(), testDistrict()];
const { doctor, nurse, family, officer } = home.people;
const as = (who: typeof doctor) => viewerOf(home, who);
const clinic = doctor.facilityId ?? '';
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const textQuery = `query ($form: FormCode!, $district: ID, $version: String) {
  pledgeText(form: $form, districtId: $district, version: $version) { id version sha256 validFrom blocksFrom clauses { id ja en } } }`;
const sign = `mutation ($input: PledgeSignInput!) { pledgeSign(input: $input) {
  pledge { id form signerName signedOn channel textVersion textSha256 acceptedClauses facility { id } signer { id } } replayed userErrors { code field } } }`;
const paper = `mutation ($input: PledgeRegisterPaperInput!) { pledgeRegisterPaper(input: $input) {
  pledge { id channel signedOn signer { id } } replayed userErrors { code field } } }`;
const publish = `mutation ($input: PledgeTextPublishInput!) { pledgeTextPublish(input: $input) {
  pledgeText { id version sha256 blocksFrom } replayed userErrors { code field } } }`;
const own = '{ viewer { pledges { id form } pledgesOwed { form isBlocking blocksFrom facility { id } text { version } } } }';

interface Wording {
  id: string;
  version: string;
  sha256: string;
  clauses: { id: string; ja: string; en: string }[];
}
const wording = async (form: string): Promise<Wording> =>
  (await world.client.get<{ pledgeText: Wording }>(as(officer), textQuery, { form })).pledgeText;
async function signing(form: 'FORM_1_1' | 'FORM_1_2', who: typeof doctor, more: object = {}) {
  const { version: textVersion, clauses } = await wording(form);
  return {
    ...{ idempotencyKey: newId(), form, textVersion, acceptedClauses: clauses.map(({ id }) => id), signerName: who.displayName },
    ...(form === 'FORM_1_1' && { facilityId: clinic, signature: drawnSignature }),
    ...more,
  };
}
const signed = async (who: typeof doctor, input: object) => (await world.client.get(as(who), sign, { input })).pledgeSign;
const owedBy = async (who: typeof doctor) => (await world.client.get(as(who), own)).viewer.pledgesOwed;
const lines = (subjectId: string) =>
  world.sql<{ line: Record<string, unknown> }>("select line from audit_entry where line->>'subjectId' = $1", [subjectId]);
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

describe('signing on the screen (R1)', () => {
  test('a person promises clause by clause; hash, time and line are kept, and nothing is owed any more', async () => {
    expect(await owedBy(nurse)).toMatchObject([{ form: 'FORM_1_2', isBlocking: true, facility: null }]);
    const input = await signing('FORM_1_2', nurse, { signature: drawnSignature });
    const text = await wording('FORM_1_2');
    const answer = await signed(nurse, input);
    expect(answer).toEqual({
      pledge: {
        ...{ id: input.idempotencyKey, form: 'FORM_1_2', signerName: nurse.displayName, channel: 'PORTAL', facility: null },
        ...{ signedOn: today(), textVersion: text.version, textSha256: text.sha256, acceptedClauses: input.acceptedClauses },
        signer: { id: nurse.id },
      },
      replayed: false,
      userErrors: [],
    });
    expect(await signed(nurse, input)).toMatchObject({ pledge: { id: input.idempotencyKey }, replayed: true });
    const other = await signed(nurse, { ...input, signature: null });
    expect(other.userErrors).toEqual([{ code: 'INVALID', field: ['input', 'idempotencyKey'] }]);
    expect(await owedBy(nurse)).toEqual([]);
    expect(await lines(input.idempotencyKey)).toMatchObject([{ line: { action: 'CREATE', subjectType: 'Pledge', authority: 'SELF' } }]);
    const [kept] = await world.sql<{ sealed: Buffer }>('select sealed from pledge_signature where pledge_id = $1', [input.idempotencyKey]);
    expect(kept?.sealed.includes(Buffer.from(drawnSignature.base64, 'base64').subarray(8, 40))).toBe(false);
  });

  test('half of it, another wording, another name, a blank drawing are refused, and nothing is kept', async () => {
    for (const [form, more, code, field] of [
      ['FORM_1_2', { acceptedClauses: ['law'] }, 'PLEDGE_REQUIRED', 'acceptedClauses'],
      ['FORM_1_2', { textVersion: '2001-01' }, 'STALE_VERSION', 'textVersion'],
      ['FORM_1_2', { signerName: '別の 人' }, 'INVALID', 'signerName'],
      ['FORM_1_2', { signerName: ' ' }, 'BLANK', 'signerName'],
      ['FORM_1_2', { signerName: '1234-5678-9018' }, 'MY_NUMBER_NOT_ALLOWED', 'signerName'],
      ['FORM_1_2', { form: 'FORM_3_1' }, 'INVALID', 'form'],
      ['FORM_1_2', { idempotencyKey: 'x' }, 'INVALID', 'idempotencyKey'],
      ['FORM_1_1', { signature: null }, 'BLANK', 'signature'],
      ['FORM_1_1', { signature: blankSignature }, 'BLANK', 'signature'],
      ['FORM_1_1', { facilityId: away.file.facilities[0]?.id }, 'NOT_FOUND', 'facilityId'],
    ] as const) {
      const input = await signing(form, doctor, more);
      const answer = await signed(doctor, input);
      expect([more, answer.pledge]).toEqual([more, null]);
      expect(answer.userErrors).toContainEqual({ code, field: ['input', field] });
    }
    expect(await world.sql('select 1 from pledge where signer_user_id = $1', [doctor.id])).toEqual([]);
  });

  test('for a facility signs who runs it; its people and families do not, and that is written down (R32)', async () => {
    const input = await signing('FORM_1_1', doctor);
    for (const who of [nurse, officer]) {
      const asked = await world.client.ask(as(who), sign, { input: { ...input, signerName: who.displayName } });
      expect(asked.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const asFamily = await world.client.ask(as(family), sign, { input: await signing('FORM_1_2', family) });
    expect(asFamily.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const denied = await world.sql("select 1 from audit_entry where line->>'subjectType' = 'Pledge' and line->>'outcome' = 'DENIED_ROLE'");
    expect(denied.length).toBeGreaterThanOrEqual(3);
    expect(await owedBy(doctor)).toMatchObject([{ form: 'FORM_1_2' }, { form: 'FORM_1_1', facility: { id: clinic } }]);
    expect((await signed(doctor, input)).pledge).toMatchObject({ form: 'FORM_1_1', facility: { id: clinic } });
    expect(await owedBy(doctor)).toMatchObject([{ form: 'FORM_1_2' }]);
    const ofFacility = 'query ($id: ID!) { facility(id: $id) { pledge { id } } }';
    for (const [who, seen] of [
      [doctor, { id: input.idempotencyKey }],
      [officer, { id: input.idempotencyKey }],
      [nurse, null],
      [family, null],
    ] as const)
      expect((await world.client.get(as(who), ofFacility, { id: clinic })).facility.pledge).toEqual(seen);
    const ids = [input.idempotencyKey];
    expect(await world.client.entities(as(doctor), 'Pledge', '{ id }', ids)).toEqual([{ id: input.idempotencyKey }]);
    for (const viewer of [as(nurse), viewerOf(away, away.people.officer), anonymous])
      expect(await world.client.entities(viewer, 'Pledge', '{ id }', ids)).toEqual([null]);
  });
});

describe('on paper (R1)', () => {
  test('the center puts in what a person signed, once', async () => {
    const person = { ...doctor, id: newId(), accountName: `id-${newId()}`, displayName: '紙 太郎', pledgedOn: null, facilityId: null };
    await world.load({ ...home.file, people: [person] });
    const { version: textVersion } = await wording('FORM_1_2');
    const input = {
      ...{
        idempotencyKey: newId(),
        form: 'FORM_1_2',
        textVersion,
        signerName: '紙　太郎',
        signedOn: '2026-11-10',
        signerUserId: person.id,
      },
    };
    const asked = async (more: object) =>
      (await world.client.get(as(officer), paper, { input: { ...input, ...more } })).pledgeRegisterPaper;
    for (const [more, code, field] of [
      [{ signedOn: '2999-01-01' }, 'INVALID', 'signedOn'],
      [{ signerUserId: away.people.nurse.id }, 'NOT_FOUND', 'signerUserId'],
      [{ signerUserId: null }, 'NOT_FOUND', 'signerUserId'],
      [{ signerUserId: family.id }, 'NOT_FOUND', 'signerUserId'],
      [{ textVersion: 'x' }, 'STALE_VERSION', 'textVersion'],
      [{ signerName: '別 人' }, 'INVALID', 'signerName'],
      [{ form: 'FORM_1_1' }, 'NOT_FOUND', 'facilityId'],
    ] as const)
      expect(await asked(more)).toMatchObject({ pledge: null, userErrors: [{ code, field: ['input', field] }] });
    expect(await asked({})).toEqual({
      pledge: { id: input.idempotencyKey, channel: 'PAPER', signedOn: '2026-11-10', signer: { id: person.id } },
      replayed: false,
      userErrors: [],
    });
    expect((await asked({})).replayed).toBe(true);
    expect(await owedBy(person)).toEqual([]);
    const byNurse = await world.client.ask(as(nurse), paper, { input });
    expect(byNurse.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('a district that is loaded vouches for its people once, not for a wording that comes later', async () => {
    const owed = async () => (await world.client.get(viewerOf(away, away.people.doctor), own)).viewer.pledgesOwed;
    expect(await owed()).toEqual([]);
    const before = await world.sql('select id from pledge where district_id = $1', [away.file.district.id]);
    await world.load(away.file);
    expect(await world.sql('select id from pledge where district_id = $1', [away.file.district.id])).toHaveLength(before.length);
  });
});

describe('a new wording (R1)', () => {
  const clause = { id: 'law', ja: '法律を守ります。', en: 'I follow the law.' };
  const fresh = testDistrict();
  const officerThere = viewerOf(fresh, fresh.people.officer);
  const nurseThere = viewerOf(fresh, fresh.people.nurse);
  const label = (): string => newId().replaceAll(/\d/g, 'x'); // among digits there could be what reads as a My Number (R21)
  const input = () => ({ idempotencyKey: newId(), form: 'FORM_1_2', version: label(), clauses: [clause], validFrom: today() });
  const published = async (more: object) =>
    (await world.client.get(officerThere, publish, { input: { ...input(), ...more } })).pledgeTextPublish;
  beforeAll(() => world.load(fresh.file));

  test('is read by everybody, also before they have an ID; another district keeps its own', async () => {
    const district = fresh.file.district.id;
    const model = (await world.client.get(anonymous, textQuery, { form: 'FORM_1_1', district })).pledgeText;
    expect(model).toMatchObject({ version: '2026-11', blocksFrom: null });
    const { pledgeText } = await published({ form: 'FORM_1_1', version: 'こちらの版' });
    expect((await world.client.get(anonymous, textQuery, { form: 'FORM_1_1', district })).pledgeText).toMatchObject(pledgeText);
    expect((await wording('FORM_1_1')).version).toBe('2026-11');
    const old = await world.client.get(anonymous, textQuery, { form: 'FORM_1_1', district, version: '2026-11' });
    expect(old.pledgeText.sha256).toBe(model.sha256);
    for (const variables of [{ form: 'FORM_1_1' }, { form: 'FORM_3_1', district }, { form: 'FORM_1_1', district: 'x' }])
      expect((await world.client.ask(anonymous, textQuery, variables)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('asks again from its day, and holds an ID back from the day it says; signing gives it back', async () => {
    const browser = world.browser();
    world.clock.advance(60_000);
    const tokens = await browser.signInForTokens(fresh.people.nurse);
    expect(claimsOf(tokens.access_token).restricted).toBeUndefined();
    expect(await published({ blocksFrom: '2999-01-01' })).toMatchObject({ userErrors: [] });
    const debt = async () => (await world.client.get(nurseThere, own)).viewer.pledgesOwed;
    expect(await debt()).toMatchObject([{ form: 'FORM_1_2', isBlocking: false, blocksFrom: '2999-01-01' }]);
    const asked = await browser.refresh(tokens.refresh_token);
    expect(claimsOf(asked.access_token).restricted).toBeUndefined();
    const strict = await published({ blocksFrom: today() });
    expect(await debt()).toMatchObject([{ isBlocking: true, text: { version: strict.pledgeText.version } }]);
    const held = await browser.refresh(asked.refresh_token);
    expect(claimsOf(held.access_token).restricted).toBe('PLEDGE');
    const heldBack = { ...nurseThere, restricted: 'PLEDGE' as const };
    const look = 'query ($id: ID!) { user(id: $id) { id } }';
    expect((await world.client.get(nurseThere, look, { id: fresh.people.family.id })).user).toEqual({ id: fresh.people.family.id });
    expect((await world.client.get(heldBack, look, { id: fresh.people.family.id })).user).toBeNull();
    const signature = {
      ...{ idempotencyKey: newId(), form: 'FORM_1_2', textVersion: strict.pledgeText.version, acceptedClauses: ['law'] },
      signerName: fresh.people.nurse.displayName,
    };
    expect((await world.client.get(heldBack, sign, { input: signature })).pledgeSign.userErrors).toEqual([]);
    expect(claimsOf((await browser.refresh(held.refresh_token)).access_token).restricted).toBeUndefined();
  });

  test('shows officers who has signed it and who still owes it; nobody else, and no other district (R1)', async () => {
    const standings = `query ($form: FormCode!, $isOwed: Boolean!) { pledgeStandings(form: $form, isOwed: $isOwed) {
      signedCount owedCount nodes { isOwed isBlocking blocksFrom pledge { textVersion } user { id } facility { id } } } }`;
    const standing = async (isOwed: boolean, form = 'FORM_1_2', viewer = officerThere) =>
      (await world.client.get(viewer, standings, { form, isOwed })).pledgeStandings;
    const { pledgeText } = await published({ blocksFrom: '2999-01-01' });
    const before = await standing(true);
    expect(before.nodes).toContainEqual({
      ...{ isOwed: true, isBlocking: false, blocksFrom: '2999-01-01', facility: null },
      ...{ pledge: { textVersion: expect.any(String) }, user: { id: nurseThere.userId } },
    });
    const wanted = { idempotencyKey: newId(), form: 'FORM_1_2', textVersion: pledgeText.version, acceptedClauses: ['law'] };
    const input = { ...wanted, signerName: fresh.people.nurse.displayName };
    expect((await world.client.get(nurseThere, sign, { input })).pledgeSign.userErrors).toEqual([]);
    expect(await standing(true)).toMatchObject({ signedCount: 1, owedCount: before.owedCount - 1 });
    expect((await standing(false)).nodes).toMatchObject([{ isOwed: false, user: { id: nurseThere.userId }, blocksFrom: null }]);
    const byNurse = await world.client.ask(nurseThere, standings, { form: 'FORM_1_2', isOwed: true });
    expect(byNurse.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(JSON.stringify(await standing(true, 'FORM_1_2', as(officer)))).not.toContain(nurseThere.userId);
  });

  test('is published by officers alone, whole, once under its version, and never for the past', async () => {
    const good = input();
    expect(await published(good)).toMatchObject({ replayed: false, userErrors: [] });
    expect(await published(good)).toMatchObject({ replayed: true, userErrors: [] });
    for (const [more, code, field] of [
      [{ version: good.version }, 'ALREADY_EXISTS', ['version']],
      [{ idempotencyKey: good.idempotencyKey }, 'INVALID', ['idempotencyKey']],
      [{ validFrom: '2026-01-01' }, 'INVALID', ['validFrom']],
      [{ blocksFrom: '2026-01-01' }, 'INVALID', ['blocksFrom']],
      [{ version: ' ' }, 'BLANK', ['version']],
      [{ clauses: [] }, 'BLANK', ['clauses']],
      [{ clauses: [clause, clause] }, 'INVALID', ['clauses', '1', 'id']],
      [{ clauses: [{ ...clause, ja: '番号は1234-5678-9018' }] }, 'MY_NUMBER_NOT_ALLOWED', ['clauses', '0', 'ja']],
      [{ clauses: [{ ...clause, en: 'x'.repeat(1201) }] }, 'TOO_LONG', ['clauses', '0', 'en']],
      [{ form: 'FORM_4_1' }, 'INVALID', ['form']],
    ] as const)
      expect(await published(more)).toMatchObject({ pledgeText: null, userErrors: [{ code, field: ['input', ...field] }] });
    const byNurse = await world.client.ask(nurseThere, publish, { input: input() });
    expect(byNurse.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const all = 'query { pledgeTexts(form: FORM_1_2) { version } }';
    expect((await world.client.get(officerThere, all)).pledgeTexts[0]).toEqual({ version: '2026-11' });
    expect((await world.client.ask(nurseThere, all)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

test('the database itself shows and changes no more (threat 9)', async () => {
  const person = { ...nurse, id: newId(), accountName: `id-${newId()}` };
  await world.load({ ...home.file, people: [{ ...person, pledgedOn: '2026-11-01' }] });
  const within = <T>(viewer: Parameters<typeof inViewer>[1], work: Parameters<typeof inViewer<T>>[2]): Promise<T> =>
    inViewer(world.app.orm.em, viewer, work);
  const seen = (viewer: Parameters<typeof inViewer>[1]) =>
    within(viewer, (tx) => tx.execute<{ id: string }[]>('select id from pledge where signer_user_id = ?', [person.id]));
  for (const [viewer, count] of [
    [as(person), 1],
    [as(officer), 1],
    [as(doctor), 0],
    [as(family), 0],
    [viewerOf(away, away.people.officer), 0],
    [anonymous, 0],
  ] as const)
    expect(await seen(viewer)).toHaveLength(count);
  for (const statement of [
    'update pledge set signer_name = ?',
    'delete from pledge where signer_name = ?',
    'update pledge_text set sha256 = ?',
  ])
    await expect(within({ type: 'service', name: 'identity' }, (tx) => tx.execute(statement, ['x']))).rejects.toThrow(/permission denied/);
  const forged = `insert into pledge_text select gen_random_uuid(), ?::uuid, form, 'forged', clauses, sha256, valid_from, null, now(), ?::uuid from pledge_text limit 1`;
  const district = away.file.district.id;
  for (const who of [officer, nurse])
    await expect(within(as(who), (tx) => tx.execute(forged, [district, who.id]))).rejects.toThrow(/row-level security/);
  expect(await within(as(officer), (tx) => tx.execute('select 1 from pledge_signature'))).toEqual([]);
});
