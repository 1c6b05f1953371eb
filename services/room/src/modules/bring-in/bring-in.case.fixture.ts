/** A patient who has moved: a room where they lived, with something in every block, a room where they live now, and the package. */
import type { AddressInfo } from 'node:net';
import type { InformationCategory } from '@heya/schema/events';
import { openOrm, type Orm } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { fileOf } from '@heya/testkit/client';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { ormConfig } from '../../orm.config.ts';
import { type Case, openRoom, type RoomUnderTest, startRoom, tellConsent } from '../../testing/room.ts';
import { fakeNeighbours, type FakeNeighbours } from '../take-along/neighbours.fixture.ts';

export type Found = Case & { roomId: string };

/** Of the post with values, in words. */
export const readings = [
  '体温 38.2℃（安静時、入浴後）',
  '意識 JCS 2（入浴後）',
  '便の形（ブリストル） 5（入浴後）',
  '便の血 なし（入浴後）',
];

const every: readonly InformationCategory[] = [
  'DEMOGRAPHICS',
  'FAMILY_CONTACTS',
  'INSURANCE',
  'MEDICAL_HISTORY',
  'MEDICATIONS',
  'TEST_RESULTS',
].concat('DAILY_CONDITION', 'CARE_SERVICES', 'HOSPITALS', 'DISASTER_SAFETY') as InformationCategory[];
export const grantsWithout = (...left: InformationCategory[]) =>
  every.filter((category) => !left.includes(category)).map((category) => ({ category, family: true, partners: false }));
export const profile = {
  medicalHistory: [
    { name: '2型糖尿病', icd10: 'E11', since: '2010-01-01', note: '内服中' },
    { name: '高血圧症', since: '2015-04-01' },
  ],
  allergies: ['ペニシリン', 'そば'],
  medications: [{ name: 'アムロジピン', yjCode: '2171022F1010', dosage: '1日1回 朝' }],
  testResults: [{ name: 'HbA1c', value: '7.1', unit: '%', date: '2026-11-01' }],
  careServices: [{ kind: '訪問看護', providerName: 'みほん訪問看護', schedule: '月・木' }],
  longTermCareInsurance: { insurerNumber: '412106', insuredNumber: '0000012345', careLevel: 'CARE_3', validUntil: '2027-03-31' },
  readmissionHospital: { name: 'みほん中央病院', department: '内科', phone: '+81952000002' },
  disasterNote: '人工呼吸器を使用',
};
const snapshot = `{ medicalHistory { name icd10 since note } allergies medications { name } testResults { name value unit date } disasterNote
  careServices { kind providerName schedule } longTermCareInsurance { careLevel insuredNumber } readmissionHospital { name department phone }
  familyContacts { name relationship phones isKeyPerson emergencyOrder livesTogether } }`;
export const fields = `id state roomNumber districtName madeByName signingKey isKnownKey broughtByName taken { category count }
  preview { entries { id block place standing presentPlace } content ${snapshot} present ${snapshot} closed { category count } posts { count known isOpen from until } }`;
export interface Moving {
  room: RoomUnderTest;
  neighbours: FakeNeighbours;
  orm: Orm;
  /** Where the patient lived, and where they live now. */
  source: Found;
  target: Found;
  asAdmin<T extends object>(sql: string): Promise<T[]>;
  write(found: Found, input: object): Promise<void>;
  takenAlong(found: Found): Promise<Uint8Array>;
  bring(who: PersonViewer, bytes: Uint8Array, to?: { id?: string; into?: Found }): Promise<any>;
  profileOf(found: Found): Promise<any>;
  postsOf(who: PersonViewer): Promise<any[]>;
  close(): Promise<void>;
}

export async function openMoving(): Promise<Moving> {
  const neighbours = await fakeNeighbours();
  const room = await startRoom({ CONSENT_URL: neighbours.url, TIMELINE_URL: neighbours.url });
  await room.app.server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(room.app.server.server.address() as AddressInfo).port}`;
  const orm = await openOrm(ormConfig(room.environment.database.url));
  const source = await openRoom(room);
  const target = await openRoom(room);
  await tellConsent(room, source, 'ACTIVE', { grants: grantsWithout() });
  await tellConsent(room, target, 'ACTIVE', { grants: grantsWithout('MEDICATIONS') });
  const asAdmin = <T extends object>(sql: string): Promise<T[]> => queryAsAdmin<T>(room.environment.database.adminUrl, sql);
  const file = async (viewer: PersonViewer, sent: { method: 'GET' | 'PUT'; path: string; bytes?: Uint8Array }) =>
    fileOf(address, { name: 'room', key: room.environment.envelopeKey, viewer }, sent);
  const bring: Moving['bring'] = async (who, bytes, { id = newId(), into = target } = {}) => {
    const answer = await file(who, { method: 'PUT', path: `/files/rooms/${into.roomId}/imports/${id}`, bytes });
    return { status: answer.status, ...(answer.bytes.length > 0 && JSON.parse(Buffer.from(answer.bytes).toString())) };
  };
  const write: Moving['write'] = async ({ people, patientId }, input) => {
    const asked =
      'mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code field } } }';
    const { userErrors } = (await room.get(people.nurse, asked, { id: patientId, input })).patientUpdate;
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  };
  const takenAlong: Moving['takenAlong'] = async ({ people: { physician }, roomId }) => {
    const id = newId();
    room.identity.proved.add(physician.userId);
    const order = `mutation ($id: ID!, $room: ID!) {
      roomExportCreate(idempotencyKey: $id, roomId: $room, purpose: MOVE, reason: "転居にともなう引き継ぎのため") { userErrors { code } } }`;
    await room.get(physician, order, { id, room: roomId });
    await room.runJob('room-export');
    const opened = await room.get(physician, 'mutation ($id: ID!) { roomExportOpen(id: $id) { roomExport { url } } }', { id });
    return (await file(physician, { method: 'GET', path: opened.roomExportOpen.roomExport.url.replace('/files/room/', '/files/') })).bytes;
  };
  const profileOf = async ({ people, patientId }: Found): Promise<any> => {
    const asked = `{ ... on Patient { medicalHistory { name since } allergies medications { name } testResults { name } disasterNote careServices { kind providerName schedule }
    careLevel readmissionHospital { name department } familyContacts { name emergencyOrder livesTogether }
    profileBlocks { block version updatedByName broughtAlong { place roomNumber districtName broughtByName identifiers { system value } } } } }`;
    const [found] = await room.entities<any>(people.nurse, 'Patient', asked.slice(2, -2).replace('... on Patient ', ''), [patientId]);
    return found;
  };
  /** All of them, a page of one at a time. */
  const postsOf = async (who: PersonViewer, { roomId } = target): Promise<any[]> => {
    const asked = `query ($id: ID!, $after: String) { room(id: $id) { broughtPosts(first: 1, after: $after) {
      nodes { audience isImportant authorLabel body readings roomNumber } pageInfo { hasNextPage endCursor } } } }`;
    const found: any[] = [];
    for (let after: string | null = null; ;) {
      const page: any = (await room.get(who, asked, { id: roomId, after })).room?.broughtPosts;
      found.push(...(page?.nodes ?? []));
      if (!page?.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  };
  await write(source, profile);
  const contact = {
    name: '田中 一郎',
    relationship: '長男',
    phones: ['+81952000001'],
    isKeyPerson: true,
    emergencyOrder: 1,
    livesTogether: true,
  };
  await room.get(
    source.people.nurse,
    'mutation ($input: FamilyContactInput!) { familyContactSave(input: $input) { userErrors { code } } }',
    {
      input: { ...contact, idempotencyKey: newId(), patientId: source.patientId },
    },
  );
  await write(target, { allergies: ['そば'], medicalHistory: [{ name: '高血圧症', since: '2020-01-01' }], disasterNote: '酸素を使用' });
  const close = async (): Promise<void> => {
    await orm.close(true);
    await room.close();
    await neighbours.close();
  };
  return { room, neighbours, orm, source, target, asAdmin, write, takenAlong, bring, profileOf, postsOf, close };
}
