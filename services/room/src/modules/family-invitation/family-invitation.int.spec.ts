import { queryAsAdmin } from '@heya/testkit/database';
import { newId, person } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Case, codes, membershipsOf, openRoom, type RoomUnderTest, startRoom, tellConsent } from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  found = await openRoom(room);
});
afterAll(() => room.close());
beforeEach(() => admin('delete from join_try'));

const admin = (sql: string, values: unknown[] = []): Promise<any[]> => queryAsAdmin(room.environment.database.adminUrl, sql, values);
const stranger = { type: 'anonymous', address: '203.0.113.9' } as Viewer;
const birthDate = '1971-05-06';

const create = `mutation ($input: FamilyInvitationInput!) { familyInvitationCreate(input: $input) {
  code replayed familyInvitation { id name role state } userErrors { code field message } } }`;
const cancel = 'mutation ($id: ID!) { familyInvitationCancel(id: $id) { familyInvitation { state } userErrors { code } } }';
const open = `mutation ($input: FamilyProofInput!) { familyInvitationOpen(input: $input) {
  welcome { invitationId name role roomNumber invitedByName shown hidden } userErrors { code field message } } }`;
const account =
  'mutation ($input: FamilyProofInput!) { familyAccountCreate(input: $input) { accountName enrolmentCode userErrors { code } } }';
const accept =
  'mutation ($input: FamilyAcceptInput!) { familyInvitationAccept(input: $input) { membership { id status role room { id } } userErrors { code field } } }';
const end = 'mutation ($id: ID!) { familyMembershipEnd(membershipId: $id) { membership { status } userErrors { code } } }';
const letter = 'query ($id: ID!, $code: String!) { familyInvitationLetter(id: $id, code: $code) { fileName base64 } }';
const listed =
  'query ($id: ID!) { room(id: $id) { familyInvitations { id state name } viewerCanInviteFamily viewerCanManageFamily familyIsShown } }';
const waiting =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { familyInvitations { invitationId roomNumber } } } }';

const wish = (override: object = {}): Record<string, unknown> => ({
  idempotencyKey: newId(),
  roomId: found.roomId,
  role: 'FAMILY',
  name: '田中 一郎',
  nameKana: 'たなか いちろう',
  birthDate,
  ...override,
});
async function invited(override: object = {}): Promise<{ id: string; code: string }> {
  const { familyInvitationCreate } = await room.get(found.people.careManager, create, { input: wish(override) });
  expect(familyInvitationCreate.userErrors).toEqual([]);
  return { id: familyInvitationCreate.familyInvitation.id, code: familyInvitationCreate.code };
}
const tryOpen = async (code: string, day = birthDate, who: Viewer = stranger): Promise<any> =>
  (await room.get(who, open, { input: { code, birthDate: day } })).familyInvitationOpen;
const stateOf = async (id: string): Promise<string> =>
  (await room.get(found.people.careManager, listed, { id: found.roomId })).room.familyInvitations.find((each: any) => each.id === id).state;
const newFamily = () => {
  const someone = person('FAMILY', { districtId: found.people.districtId });
  room.identity.know(someone);
  return someone;
};
const isIn = async (who: ReturnType<typeof newFamily>): Promise<boolean> =>
  (await room.get(who, 'query ($id: ID!) { room(id: $id) { id } }', { id: found.roomId })).room !== null;

describe('an invitation on paper', () => {
  it('is given out by whoever looks after the room, while the consent ticks family; what it takes is not kept', async () => {
    const { people, roomId } = found;
    for (const who of [people.nurse, people.family, people.patient, people.outsider, people.officer]) {
      const { familyInvitationCreate } = await room.get(who, create, { input: wish() });
      expect(familyInvitationCreate).toMatchObject({ code: null, userErrors: [{ field: ['input', 'roomId'] }] });
    }
    const bad = wish({ name: ' ', nameKana: 'Tanaka', birthDate: '2999-01-01', role: 'CARE_TEAM' });
    const { familyInvitationCreate: refused } = await room.get(people.careManager, create, { input: bad });
    expect(refused.userErrors.map(({ field }: any) => field[1])).toEqual(['name', 'nameKana', 'birthDate', 'role']);
    await tellConsent(room, found, 'ACTIVE', { grants: [{ category: 'DEMOGRAPHICS', family: false, partners: false }] });
    const unticked = await room.get(people.physician, create, { input: wish() });
    expect(codes(unticked.familyInvitationCreate)).toEqual(['CONSENT_REQUIRED']);
    await tellConsent(room, found, 'ACTIVE');
    const input = wish();
    const first = (await room.get(people.physician, create, { input })).familyInvitationCreate;
    const again = (await room.get(people.physician, create, { input })).familyInvitationCreate;
    expect([first.replayed, again.replayed, first.code === again.code]).toEqual([false, true, false]);
    expect([(await tryOpen(first.code)).welcome, (await tryOpen(again.code)).welcome.roomNumber]).toEqual([null, expect.any(String)]);
    expect(codes((await room.get(people.physician, create, { input: { ...input, name: '別の人' } })).familyInvitationCreate)).toEqual([
      'INVALID',
    ]);
    const kept = JSON.stringify(await admin('select * from family_invitation'));
    for (const secret of [first.code, again.code, again.code.replaceAll('-', ''), birthDate]) expect(kept).not.toContain(secret);
    const seen = (who: typeof people.nurse) => room.get(who, listed, { id: roomId });
    expect((await seen(people.patient)).room).toMatchObject({
      viewerCanInviteFamily: false,
      viewerCanManageFamily: true,
      familyIsShown: true,
      familyInvitations: [{ state: 'OPEN' }],
    });
    expect((await seen(people.nurse)).room).toEqual({
      viewerCanInviteFamily: false,
      viewerCanManageFamily: false,
      familyIsShown: null,
      familyInvitations: null,
    });
    const print = async (who: typeof people.nurse, code: string) =>
      (await room.get(who, letter, { id: first.familyInvitation.id, code })).familyInvitationLetter;
    expect(await print(people.careManager, again.code)).toEqual({ fileName: 'invitation.pdf', base64: 'JVBERg==' });
    expect([await print(people.careManager, first.code), await print(people.nurse, again.code)]).toEqual([null, null]);
    expect(room.identity.made.at(-1)).toMatchObject({ name: '田中 一郎', code: again.code, roomNumber: expect.any(String) });
  });

  it('says what will be seen and what not, without naming the patient, and one thing for all that is wrong', async () => {
    const { id, code } = await invited();
    const { welcome } = await tryOpen(code.toLowerCase().replaceAll('-', ' '));
    expect(welcome).toMatchObject({ invitationId: id, name: '田中 一郎', shown: ['DEMOGRAPHICS', 'DAILY_CONDITION'] });
    expect(welcome.hidden).toContain('BODY_IMAGES');
    expect(JSON.stringify(welcome)).not.toContain('ハル');
    const wrong = [await tryOpen('ACDEF-GHJKM-NPRTW'), await tryOpen(code, '1971-05-07')];
    await room.get(found.people.patient, cancel, { id });
    wrong.push(await tryOpen(code));
    expect(new Set(wrong.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(wrong[0]).toMatchObject({ welcome: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await stateOf(id)).toBe('CANCELLED');
    expect(codes((await room.get(found.people.nurse, cancel, { id })).familyInvitationCancel)).toEqual(['NOT_FOUND']);
    const { id: late, code: old } = await invited();
    await admin("update family_invitation set expires_at = now() - interval '1 second' where id = $1", [late]);
    expect([(await tryOpen(old)).welcome, await stateOf(late)]).toEqual([null, 'EXPIRED']);
  });

  it('ends with the fifth wrong birth date, side by side as well; and a network that guesses has to wait', async () => {
    const { id, code } = await invited();
    const days = ['01', '02', '03', '04'].map((day) => tryOpen(code, `1971-05-${day}`));
    await Promise.all(days);
    expect(await stateOf(id)).toBe('OPEN');
    await tryOpen(code, '1971-05-05');
    expect([(await tryOpen(code)).welcome, await stateOf(id)]).toEqual([null, 'LOCKED']);
    const { code: other } = await invited();
    for (let count = 0; count < 14; count += 1) await tryOpen('ACDEF-GHJKM-NPRTW');
    await expect(tryOpen(other)).rejects.toThrow('RATE_LIMITED');
    expect((await tryOpen(other, birthDate, { type: 'anonymous', address: '198.51.100.4' })).welcome).not.toBeNull();
  });
});

describe('coming in', () => {
  it('goes by the account that was made with the paper, or by one of their own; never by another kind, twice, or for somebody else', async () => {
    const { people, roomId } = found;
    const one = await invited();
    const made = await room.get(stranger, account, { input: { code: one.code, birthDate } });
    expect(made.familyAccountCreate).toEqual({ accountName: 'acdf-79gh', enrolmentCode: 'ACDEF-GHJKM-NPRTW', userErrors: [] });
    const asked = room.identity.made.at(-1) as { userId: string };
    expect(asked).toMatchObject({
      kind: 'FAMILY',
      name: '田中 一郎',
      nameKana: 'タナカ イチロウ',
      birthDate,
      districtId: people.districtId,
    });
    expect(
      (await room.get(stranger, account, { input: { code: one.code, birthDate: '1971-05-07' } })).familyAccountCreate.accountName,
    ).toBeNull();
    room.identity.deactivated.add(asked.userId);
    expect((await room.get(stranger, account, { input: { code: one.code, birthDate } })).familyAccountCreate).toMatchObject({
      enrolmentCode: null,
      userErrors: [{ code: 'INVALID_STATE' }],
    });
    room.identity.deactivated.delete(asked.userId);
    const son = { ...newFamily(), userId: asked.userId };
    room.identity.know(son);
    const mine = async (who: typeof son) =>
      (await room.get(who, waiting, { r: [{ __typename: 'Viewer', id: who.userId }] }))._entities[0].familyInvitations;
    const daughter = newFamily();
    expect([await mine(son), await mine(daughter)]).toEqual([[{ invitationId: one.id, roomNumber: expect.any(String) }], []]);
    const enter = async (who: typeof son, input: object) => (await room.get(who, accept, { input })).familyInvitationAccept;
    expect(codes(await enter(daughter, { invitationId: one.id }))).toEqual(['NOT_FOUND']);
    expect(codes(await enter(people.nurse, { proof: { code: one.code, birthDate } }))).toEqual(['INVALID_STATE']);
    expect(await isIn(son)).toBe(false);
    expect(await enter(son, { invitationId: one.id })).toMatchObject({
      membership: { status: 'ACTIVE', role: 'FAMILY', room: { id: roomId } },
      userErrors: [],
    });
    expect([await isIn(son), await stateOf(one.id), await mine(son)]).toEqual([true, 'ACCEPTED', []]);
    expect((await room.bus.published('room.membershipChanged', ({ userId }) => userId === son.userId)).payload).toMatchObject({
      change: 'JOINED',
      status: 'ACTIVE',
      role: 'FAMILY',
    });
    const two = await invited();
    expect(codes(await enter(son, { proof: { code: two.code, birthDate } }))).toEqual(['INVALID_STATE']);
    expect(codes(await enter(son, { invitationId: 'abc' }))).toEqual(['NOT_FOUND']);
    expect(codes(await enter(daughter, { proof: { code: two.code, birthDate: '1971-05-07' } }))).toEqual(['NOT_FOUND']);
    room.identity.birthDates.set(daughter.userId, '1975-01-02');
    expect(codes(await enter(daughter, { proof: { code: two.code, birthDate } }))).toEqual(['INVALID_STATE']);
    expect(await isIn(daughter)).toBe(false);
    room.identity.birthDates.set(daughter.userId, birthDate);
    expect((await enter(daughter, { proof: { code: two.code, birthDate } })).userErrors).toEqual([]);
    expect(codes(await enter(newFamily(), { proof: { code: two.code, birthDate } }))).toEqual(['NOT_FOUND']);
    const lines = await admin("select line from audit_entry where line->>'subjectId' = any($1)", [[one.id, two.id]]);
    expect(new Set(lines.map(({ line }) => `${line.action} ${line.authority} ${line.actorType}`))).toEqual(
      new Set(['CREATE MEMBERSHIP person', 'VIEW INVITED anonymous', 'VIEW INVITED person']),
    );
    const refusals = await admin(
      "select line from audit_entry where line->>'subjectType' = 'FamilyInvitation' and line->>'action' = 'DENIED' and line->>'actorId' = $1",
      [daughter.userId],
    );
    expect(refusals.length).toBeGreaterThan(0);
    expect(JSON.stringify([...lines, ...refusals])).not.toMatch(/一郎|1971/);
  });

  it('ends at once: by the steward, the patient or themselves; nobody else, and family alone', async () => {
    const { people, roomId } = found;
    const come = async () => {
      const { code } = await invited();
      const someone = newFamily();
      const { familyInvitationAccept } = await room.get(someone, accept, { input: { proof: { code, birthDate } } });
      return { someone, id: familyInvitationAccept.membership.id as string };
    };
    const endBy = async (who: typeof people.nurse, id: string) => (await room.get(who, end, { id })).familyMembershipEnd;
    const first = await come();
    for (const who of [people.nurse, people.family, people.outsider, people.officer])
      expect(codes(await endBy(who, first.id))).toEqual(['NOT_FOUND']);
    expect((await endBy(people.careManager, first.id)).membership).toEqual({ status: 'LEFT' });
    expect(await isIn(first.someone)).toBe(false);
    for (const by of [() => people.patient, (who: typeof people.nurse) => who]) {
      const next = await come();
      expect((await endBy(by(next.someone), next.id)).userErrors).toEqual([]);
      expect(await isIn(next.someone)).toBe(false);
    }
    const { [people.nurse.userId]: nurse = '' } = await membershipsOf(room, people.physician, roomId);
    expect(codes(await endBy(people.careManager, nurse))).toEqual(['NOT_FOUND']);
  });

  it('is one seat for the patient, and a family of a size that a family has', async () => {
    const { people } = found;
    const tries = (more: object) => room.get(people.careManager, create, { input: wish(more) });
    const seat = { role: 'PATIENT', name: '田中 ハル' };
    expect(codes((await tries(seat)).familyInvitationCreate)).toEqual(['INVALID_STATE']);
    await admin("update room_membership set status = 'LEFT', left_at = now() where room_id = $1 and role = 'PATIENT'", [found.roomId]);
    const both = await Promise.all([tries(seat), tries(seat)]);
    expect(both.map(({ familyInvitationCreate }) => codes(familyInvitationCreate)).sort()).toEqual([[], ['INVALID_STATE']]);
    const { code, familyInvitation } = both.map(({ familyInvitationCreate }) => familyInvitationCreate).find((each) => each.code);
    const enter = async (who: typeof people.patient) =>
      (await room.get(who, accept, { input: { proof: { code, birthDate } } })).familyInvitationAccept;
    await admin("update room_membership set status = 'ACTIVE', left_at = null where room_id = $1 and user_id = $2", [
      found.roomId,
      people.patient.userId,
    ]);
    const another = person('PATIENT', { districtId: people.districtId });
    room.identity.know(another);
    expect([codes(await enter(another)), await isIn(another)]).toEqual([['INVALID_STATE'], false]);
    await room.get(people.careManager, cancel, { id: familyInvitation.id });
    await admin("update family_invitation set ended_at = now(), end_reason = 'CANCELLED' where room_id = $1 and accepted_at is null", [
      found.roomId,
    ]);
    for (let count = 0; count < 20; count += 1) await invited();
    expect(codes((await tries({})).familyInvitationCreate)).toEqual(['INVALID_STATE']);
    await admin("update family_invitation set ended_at = now(), end_reason = 'CANCELLED' where room_id = $1 and accepted_at is null", [
      found.roomId,
    ]);
  });

  it('needs the tick at that moment; taken away, it takes family and open invitations along, and nobody else', async () => {
    const { people } = found;
    const { id, code } = await invited();
    await admin("update room_membership set status = 'LEFT' where room_id = $1 and role = 'PATIENT'", [found.roomId]);
    const patientToo = await invited({ role: 'PATIENT', name: '田中 ハル' });
    const [someone, cousin] = [newFamily(), newFamily()];
    const before = await invited();
    await room.get(cousin, accept, { input: { proof: { code: before.code, birthDate } } });
    expect(await isIn(cousin)).toBe(true);
    await tellConsent(room, found, 'ACTIVE', { family: false });
    const { familyInvitationAccept } = await room.get(someone, accept, { input: { proof: { code, birthDate } } });
    expect(codes(familyInvitationAccept)).toEqual(['NOT_FOUND']);
    expect([await stateOf(id), await stateOf(patientToo.id)]).toEqual(['CONSENT_ENDED', 'OPEN']);
    expect((await room.get(people.careManager, listed, { id: found.roomId })).room.familyIsShown).toBe(false);
    expect([await isIn(cousin), await isIn(people.nurse)]).toEqual([false, true]);
    await tellConsent(room, found, 'ACTIVE');
    expect([await isIn(cousin), (await tryOpen(code)).welcome]).toEqual([false, null]);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await tryOpen(patientToo.code)).toMatchObject({ welcome: null });
  });
});
