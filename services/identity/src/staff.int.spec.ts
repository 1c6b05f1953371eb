import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPasskey, signIn } from './account.fixture.ts';
import { registerDevice } from './device.fixture.ts';
import { openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const account =
  'account { lastSignInAt secondFactor codeExpiresAt devices { label status } suspension { reason startedBy { id } user { id } } }';
const look = `query ($id: ID!) { facility(id: $id) { viewerCanAdminister administrators { id } staff { nodes { user { id ${account} } } } } }`;
const one = `query ($id: ID!) { user(id: $id) { id ${account} } }`;

async function clinic() {
  const district = testDistrict();
  const { doctor, nurse, family, officer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  const elsewhere: TestPerson = { ...nurse, id: newId(), accountName: `${nurse.accountName}-2`, isFacilityAdmin: true };
  await world.load({ ...district.file, people: [doctor, colleague, elsewhere, family, officer] });
  return { district, doctor, colleague, elsewhere, family, officer, as: (who: TestPerson) => viewerOf(district, who) };
}

test('how an ID is used is seen by the person, their administrator and the center; each look is written down (R32)', async () => {
  const { district, doctor, colleague, elsewhere, family, officer, as } = await clinic();
  const facilityId = doctor.facilityId ?? '';
  const { browser } = await signIn(world, colleague);
  const staffOf = async (who: TestPerson) => (await world.client.get(as(who), look, { id: facilityId })).facility;
  const { device } = await registerDevice(world, as(colleague));
  const of = async (who: TestPerson, whose = colleague) =>
    (await staffOf(who)).staff.nodes.find(({ user }: { user: { id: string } }) => user.id === whose.id).user.account;
  expect(await of(doctor)).toEqual({
    lastSignInAt: expect.any(String),
    secondFactor: 'APP',
    codeExpiresAt: null,
    devices: [{ label: '受付のノートパソコン', status: 'PENDING' }],
    suspension: null,
  });
  expect(await of(doctor, doctor)).toMatchObject({ lastSignInAt: null, secondFactor: 'APP', devices: [] });
  expect((await staffOf(doctor)).viewerCanAdminister).toBe(true);
  await addPasskey(browser);
  for (const who of [doctor, officer, colleague]) expect((await of(who)).secondFactor).toBe('PASSKEY');
  for (const who of [elsewhere]) {
    expect(await of(who)).toBe(null);
    expect(await staffOf(who)).toMatchObject({ viewerCanAdminister: false, administrators: [{ id: doctor.id }] });
  }
  expect((await world.client.get(as(family), one, { id: colleague.id })).user.account).toBe(null);
  expect((await world.client.get(as(family), look, { id: facilityId })).facility).toMatchObject({
    administrators: [],
    staff: { nodes: [] },
  });
  const lines = await world.sql<{ line: any }>(
    "select line from audit_entry where line->>'subjectType' = 'User' and line->>'subjectId' = $1 order by seq",
    [colleague.id],
  );
  const said = lines.map(({ line }) => `${line.action} ${line.authority} ${line.actorId}`);
  for (const expected of [
    `VIEW FACILITY_ADMIN ${doctor.id}`,
    `VIEW CENTER ${officer.id}`,
    `VIEW SELF ${colleague.id}`,
    `DENIED NONE ${elsewhere.id}`,
    `DENIED NONE ${family.id}`,
  ])
    expect(said).toContain(expected);
  expect(device.id).toBeTruthy();
  expect(district.file.district.id).toBe(lines[0]?.line.districtId);
});

test('an ID that waits for its first sign-in says until when its code counts', async () => {
  const { doctor, colleague, officer, as } = await clinic();
  await world.sql('update app_user set enrolled_at = null where id = $1', [colleague.id]);
  const reissue =
    'mutation ($userId: ID!, $input: EnrolmentReissueInput!) { enrolmentReissue(userId: $userId, input: $input) { expiresAt } }';
  const { enrolmentReissue } = await world.client.get(as(officer), reissue, { userId: colleague.id, input: { idempotencyKey: newId() } });
  expect((await world.client.get(as(doctor), one, { id: colleague.id })).user.account).toMatchObject({
    secondFactor: 'NONE',
    codeExpiresAt: enrolmentReissue.expiresAt,
  });
});

test('the center hears of an ID that a facility has stopped, and of its end; of those it stopped itself it does not (R2)', async () => {
  const { doctor, colleague, officer, as } = await clinic();
  const suspend = 'mutation ($id: ID!) { userSuspend(id: $id, input: { reason: "端末の盗難届が出たため" }) { userErrors { code } } }';
  const reinstate = 'mutation ($id: ID!) { userReinstate(id: $id) { userErrors { code } } }';
  const tasks = `{ reviewTasks(filter: { kinds: [ID_SUSPENSION], states: [OPEN, CLAIMED, CLOSED] }) { nodes { id state facility { id }
    subject { ... on Suspension { reason endedAt user { id } startedBy { id } } } } } }`;
  const inbox = async () => (await world.client.get(as(officer), tasks)).reviewTasks.nodes;
  await world.client.get(as(officer), suspend, { id: colleague.id });
  await world.client.get(as(officer), reinstate, { id: colleague.id });
  expect(await inbox()).toEqual([]);
  await world.client.get(as(doctor), suspend, { id: colleague.id });
  expect((await world.client.get(as(doctor), one, { id: colleague.id })).user.account.suspension).toEqual({
    reason: '端末の盗難届が出たため',
    startedBy: { id: doctor.id },
    user: { id: colleague.id },
  });
  const subject = { reason: '端末の盗難届が出たため', endedAt: null, user: { id: colleague.id }, startedBy: { id: doctor.id } };
  expect(await inbox()).toEqual([{ id: expect.any(String), state: 'OPEN', facility: { id: doctor.facilityId }, subject }]);
  await world.client.get(as(doctor), reinstate, { id: colleague.id });
  expect(await inbox()).toMatchObject([{ state: 'CLOSED', subject: { endedAt: expect.any(String) } }]);
  expect((await world.client.get(as(doctor), one, { id: colleague.id })).user.account.suspension).toBe(null);
});
