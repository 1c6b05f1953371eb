/** V18, V21: what one reaches through people and lists ends at one's own rooms and one's own district (R13). */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { registerPatient } from '../../local/demo/operations.mjs';
import { type Case, require, summary } from '../case.ts';
import type { World } from '../world.ts';

const foreignName = '異地区 花子';

/** @returns the id of a patient of the other district */
export async function registerForeignPatient(world: World): Promise<string> {
  const basics = { name: foreignName, nameKana: 'イチク ハナコ', sex: 'FEMALE', birthDate: '1940-01-02', address: '常葉市一丁目' };
  const { patient } = await (
    await world.as('foreignDoctor')
  ).change<{ patient: { id: string } }>(registerPatient, {
    // More than one case asks for her.
    input: { idempotencyKey: uuidv7(), ...basics, isAnother: true },
  });
  return patient.id;
}

const shared = `query ($id: ID!, $userId: ID!) {
  room(id: $id) { lastPost { author { sharedMemberships { room { id } } } } steward { user { sharedMemberships { room { id lastPost { id } } } } } }
  user(id: $userId) { sharedMemberships { room { id } } }
}`;

async function onlyShared(world: World): Promise<string> {
  const { room, other, withdrawn, closed } = await world.scene();
  const nurse = await world.as('nurse');
  const answer = JSON.stringify(await nurse.ask(shared, { id: room.id, userId: world.userId('secondNurse') }));
  require(answer.includes(room.id), 'the shared room is missing');
  require(!answer.includes(other.id), 'a room came back that the two do not share');
  const rooms = new Set([...answer.matchAll(/"room":\{"id":"([^"]+)"/g)].map(([, id]) => id));
  const both = [world.roomId, room.id, withdrawn.id, closed.id];
  for (const id of rooms) require(both.includes(id ?? ''), `a foreign room: ${id}`);
  return `${rooms.size} shared rooms, none of the other's`;
}

const facilities =
  'query ($first: Int, $after: String, $query: String) { facilities(first: $first, after: $after, filter: { query: $query }) { nodes { id name } pageInfo { endCursor } } }';
interface Facilities {
  facilities: { nodes: { id: string; name: string }[]; pageInfo: { endCursor: string } };
}

async function ownDistrict(world: World): Promise<string> {
  const [doctor, foreign, officer] = [await world.as('doctor'), await world.as('foreignDoctor'), await world.as('foreignOfficer')];
  const theirs = (await foreign.ask<Facilities>(facilities, { first: 1 })).facilities;
  require(theirs.nodes.every(({ name }) => name.startsWith('異地区')), 'the other district sees our facilities');
  const withTheirs = await doctor.send(facilities, { first: 5, after: theirs.pageInfo.endCursor });
  require(!JSON.stringify(withTheirs.body).includes('異地区'), 'their cursor brings their facilities');
  const ours = (await doctor.ask<Facilities>(facilities, { first: 1 })).facilities.pageInfo.endCursor;
  for (const tampered of [
    changed(ours, 3),
    changed(ours, ours.length - 4),
    ours.slice(1),
    'abc',
    Buffer.from('["a","b"]').toString('base64'),
  ]) {
    const { body } = await doctor.send(facilities, { first: 5, after: tampered });
    require(body.errors?.[0]?.extensions?.code === 'BAD_USER_INPUT', `a tampered cursor: ${summary(body.errors)}`);
  }
  const searched = (await foreign.ask<Facilities>(facilities, { query: 'わかば' })).facilities.nodes;
  require(searched.length === 0, 'a search finds the facilities of another district');
  const tasks = await officer.ask<{ reviewTasks: { nodes: unknown[]; totalCount: number | null } }>(
    'query { reviewTasks { nodes { id } totalCount } }',
  );
  require(tasks.reviewTasks.nodes.length === 0 && !tasks.reviewTasks.totalCount, 'another district’s inbox shows');
  await foreignIds(world);
  return '5 tampered cursors refused';
}

const changed = (text: string, at: number): string => `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

async function foreignIds(world: World): Promise<void> {
  const patientId = await registerForeignPatient(world);
  const { room } = await world.scene();
  const byId = 'query ($patient: ID!, $user: ID!) { patient(id: $patient) { id name } user(id: $user) { id displayName } }';
  const seen = await (await world.as('doctor')).ask(byId, { patient: patientId, user: world.userId('foreignDoctor') });
  require(Object.values(seen).every((value) => value === null), 'ids of another district are answered');
  const back =
    'query ($room: ID!, $patient: ID!, $facility: ID!) { room(id: $room) { id } patient(id: $patient) { id } facility(id: $facility) { id } }';
  const variables = { room: room.id, patient: room.patientId, facility: world.account('nurse').facilityId };
  for (const role of ['foreignDoctor', 'foreignOfficer'])
    require(Object.values(await (await world.as(role)).ask(back, variables)).every(
      (value) => value === null,
    ), `${role} sees across districts`);
}

export const districtCases: Case[] = [
  { id: 'V18', text: 'from a member to their rooms and posts → only rooms that both share', run: onlyShared },
  { id: 'V21', text: "another district's ids, cursors, searches and inbox → nothing; a tampered cursor is refused", run: ownDistrict },
];
