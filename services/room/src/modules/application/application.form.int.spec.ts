/**
 * R11, R19 over GraphQL on a real PostgreSQL: form 4-1 with hospitals, emergency contacts and what helpers must know in a disaster, which stand
 * in the profile before there is a room; what the center knows of them; and every filed form on paper, for whom may have it.
 */
import type { AddressInfo } from 'node:net';
import { readText } from '@heya/forms/raster.fixture';
import { readReceiptNumber } from '@heya/forms/scan';
import { fileOf } from '@heya/testkit/client';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  allGranted,
  applicationInput,
  applyForRoom,
  approve,
  type Case,
  changeInput,
  changeRoom,
  closeRoom,
  closureInput,
  codes,
  consentedPatient,
  executeApplication,
  invitationsOf,
  reviewApplication,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';

type Answer = Record<string, any>;

let room: RoomUnderTest;
let found: Case;
let address: string;
let roomId = '';
const filing = { id: '', receipt: '' };

beforeAll(async () => {
  room = await startRoom();
  await room.app.server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(room.app.server.server.address() as AddressInfo).port}`;
  found = await consentedPatient(room);
  await consent('ACTIVE');
});
afterAll(() => room.close());

/** Of the parts of form 4-1 all but the one for disasters. */
const consent = (status: 'ACTIVE' | 'WITHDRAWN'): Promise<void> =>
  tellConsent(room, found, status, {
    grants: [
      ...allGranted(true),
      ...(['HOSPITALS', 'FAMILY_CONTACTS'] as const).map((category) => ({ category, family: false, partners: false })),
    ],
  });

const update = `mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code field } } }`;
const save = `mutation ($input: FamilyContactInput!) { familyContactSave(input: $input) { userErrors { code } familyContact { id } } }`;
const parts = `query ($id: ID!) { patient(id: $id) { referringHospital { name } readmissionHospital { name } familyContacts { name } profileBlocks { block viewerCanUpdate } } }`;
const seen = `query ($id: ID!) { roomApplication(id: $id) { version details { ... on RoomCreationDetails { filledBlocks } } patient { name referringHospital { name } familyContacts { name } } } }`;
const resubmit = `mutation ($id: ID!, $input: RoomApplicationFormInput!, $v: Int!) { roomApplicationResubmit(id: $id, input: $input, expectedVersion: $v) { userErrors { code field } } }`;

const change = async (viewer: PersonViewer, input: object): Promise<string[]> =>
  codes((await room.get(viewer, update, { id: found.patientId, input })).patientUpdate);
const contact = async (viewer: PersonViewer): Promise<string[]> =>
  codes(
    (
      await room.get(viewer, save, {
        input: {
          idempotencyKey: newId(),
          patientId: found.patientId,
          name: '田中 一郎',
          relationship: '長男',
          phones: ['+819012345678'],
          isKeyPerson: true,
          emergencyOrder: 1,
        },
      })
    ).familyContactSave,
  );
const look = async (viewer: PersonViewer): Promise<Answer> => (await room.get(viewer, seen, { id: filing.id })).roomApplication;

const fetchForm = (viewer: PersonViewer, id: string) =>
  fileOf(address, { name: 'room', key: room.environment.envelopeKey, viewer }, { method: 'GET', path: `/files/applications/${id}/form` });
/** @returns what is on the paper, without blanks; null where there is none for the viewer */
async function printed(viewer: PersonViewer, id = filing.id): Promise<string | null> {
  const { status, bytes } = await fetchForm(viewer, id);
  if (status !== 200) return null;
  return (await readText(bytes))
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, '');
}
const prints = (id: string): Promise<{ actor: string; authority: string; categories: string[] }[]> =>
  queryAsAdmin(
    room.environment.database.adminUrl,
    `select line->>'actorId' as actor, line->>'authority' as authority, line->'categories' as categories from audit_entry
      where line->>'action' = 'PRINT' and line->>'subjectId' = $1 order by seq`,
    [id],
  );

describe('form 4-1 with what stands in the profile (R11)', () => {
  it('is filled in by who registered the patient, as far as the consent goes, before there is a room, and by nobody else', async () => {
    const { physician, nurse, officer } = found.people;
    expect(await change(physician, { referringHospital: { name: '市民病院', department: '内科', phone: '+81952000009' } })).toEqual([]);
    expect(await contact(physician)).toEqual([]);
    expect(await change(physician, { disasterNote: '人工呼吸器' })).toEqual(['CONSENT_REQUIRED']);
    for (const other of [nurse, officer]) {
      expect(await change(other, { referringHospital: { name: '別の病院' } })).toEqual(['NOT_FOUND']);
      expect(await contact(other)).toEqual(['NOT_FOUND']);
    }
    const { profileBlocks } = (await room.get(physician, parts, { id: found.patientId })).patient;
    expect(profileBlocks).toEqual(['BASICS', 'FAMILY_CONTACTS', 'HOSPITALS'].map((block) => ({ block, viewerCanUpdate: true })));
  });

  it('tells the officers who review it which parts are filled in, and not what they say; the rest of the district nothing', async () => {
    const { physician, nurse, officer } = found.people;
    const input = applicationInput(found);
    const filed = (await room.get(physician, applyForRoom, { input })).roomCreationApply;
    Object.assign(filing, { id: filed.roomApplication.id, receipt: filed.roomApplication.receiptNumber });
    const filled = { filledBlocks: ['FAMILY_CONTACTS', 'HOSPITALS'] };
    expect(await look(physician)).toMatchObject({ details: filled, patient: { referringHospital: { name: '市民病院' } } });
    expect(await look(officer)).toMatchObject({
      details: filled,
      patient: { name: '田中 ハル', referringHospital: null, familyContacts: null },
    });
    expect([await look(nurse), await look({ ...officer, districtId: newId() })]).toEqual([null, null]);
  });

  it('goes back with a comment on such a part, is mended there, and filed anew', async () => {
    const { physician, officer } = found.people;
    const decide = async (field: string[]): Promise<Answer> =>
      (
        await room.get(officer, reviewApplication, {
          id: filing.id,
          input: { decision: 'RETURN', reason: '再入院を希望する病院も', expectedVersion: 1 },
          comments: [{ field, text: '書いてください' }],
        })
      ).roomApplicationReview;
    expect(codes((await decide(['medications'])) as never)).toEqual(['INVALID']);
    expect(codes((await decide(['hospitals'])) as never)).toEqual([]);
    expect((await look(officer)).details.filledBlocks).toBeNull();
    expect(
      await change(physician, { readmissionHospital: { name: '県立病院' }, blockVersions: [{ block: 'HOSPITALS', version: 1 }] }),
    ).toEqual([]);
    const answer = await room.get(physician, resubmit, { id: filing.id, input: { creation: applicationInput(found) }, v: 2 });
    expect(answer.roomApplicationResubmit.userErrors).toEqual([]);
  });

  it('is printed for the applicant in full, for the officer who reviews it as far as they read it, and for nobody else (R13, R19)', async () => {
    const { physician, nurse, officer } = found.people;
    const own = await fetchForm(physician, filing.id);
    expect([own.status, own.headers.get('content-type'), own.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store']);
    expect(await readReceiptNumber(own.bytes)).toMatchObject({ receiptNumber: filing.receipt });
    const whole = (await printed(physician)) ?? '';
    for (const part of [
      '様式4-1',
      '2026-11版',
      '田中ハル',
      '佐賀県神埼市神埼町1-1',
      '0952000000',
      '市民病院',
      '県立病院',
      '田中一郎（長男）',
      '09012345678',
      '認知症',
      '差し戻し',
    ])
      expect(whole).toContain(part);
    const reviewed = (await printed(officer)) ?? '';
    for (const part of ['様式4-1', 'タナカハル', '記入あり', '記入なし']) expect(reviewed).toContain(part);
    for (const part of ['神埼町1-1', '0952000000', '市民病院', '田中一郎', '09012345678']) expect(reviewed).not.toContain(part);
    for (const stranger of [nurse, { ...officer, districtId: newId() }]) expect(await printed(stranger)).toBeNull();
    expect((await prints(filing.id)).at(-1)).toEqual({ actor: officer.userId, authority: 'REVIEW', categories: ['DEMOGRAPHICS'] });
    expect((await prints(filing.id))[0]).toEqual({
      actor: physician.userId,
      authority: 'APPLICANT',
      categories: ['DEMOGRAPHICS', 'FAMILY_CONTACTS', 'HOSPITALS'],
    });
  });

  it('carries those parts into the room as they are; on paper it goes on to say what it said when the room was opened', async () => {
    const { people } = found;
    await approveMended();
    await open();
    expect((await room.get(people.nurse, parts, { id: found.patientId })).patient).toMatchObject({
      referringHospital: { name: '市民病院' },
      readmissionHospital: { name: '県立病院' },
      familyContacts: [{ name: '田中 一郎' }],
    });
    expect(
      await change(people.nurse, { referringHospital: { name: '大学病院' }, blockVersions: [{ block: 'HOSPITALS', version: 2 }] }),
    ).toEqual([]);
    const own = (await printed(people.physician)) ?? '';
    expect([own.includes('市民病院'), own.includes('大学病院'), own.includes('部屋の作成')]).toEqual([true, false, true]);
    expect((await look(people.officer)).details.filledBlocks).toBeNull();
    const after = (await printed(people.officer)) ?? '';
    expect([after.includes(filing.receipt), after.includes('タナカハル'), after.includes('記入あり')]).toEqual([true, false, false]);
  });
});

const approveMended = async (): Promise<void> => {
  for (const [who, expectedVersion] of [
    [found.people.officer, 3],
    [found.people.otherOfficer, 4],
  ] as const)
    await room.get(who, reviewApplication, { id: filing.id, input: { decision: 'APPROVE', expectedVersion } });
};

/** Opens the room; everybody comes. */
async function open(): Promise<void> {
  const { people } = found;
  const { userErrors } = (await room.get(people.officer, executeApplication, { id: filing.id })).roomApplicationExecute;
  expect(userErrors).toEqual([]);
  for (const person of [people.physician, people.nurse, people.careManager, people.family]) {
    const [viewer] = (await room.get(person, invitationsOf, { r: [{ __typename: 'Viewer', id: person.userId }] }))._entities;
    const joined = await room.get(person, acceptInvitation, { id: viewer.invitations[0].id });
    roomId = joined.roomInvitationAccept.membership.room.id;
  }
}

describe('forms 4-2 and 4-3 on paper (R19)', () => {
  it('are printed for applicant, steward and officers, with the number of the room; not for the rest of the room', async () => {
    const { physician, careManager, nurse, family, officer } = found.people;
    const now = new Date();
    const inJapan = new Date(Number(now) + 9 * 3_600_000);
    const minute = `${inJapan.getUTCDate()}日${inJapan.getUTCHours()}時${String(inJapan.getUTCMinutes()).padStart(2, '0')}分`;
    const add = [{ userId: found.people.otherNurse.userId, role: 'CARE_TEAM' }];
    const input = changeInput({ ...found, roomId }, { add, effectiveAt: now.toISOString(), reason: '訪問看護を増やすため' });
    const changed = (await room.get(physician, changeRoom, { input })).roomChangeApply.roomApplication;
    const [{ number }] = (await queryAsAdmin<{ number: string }>(
      room.environment.database.adminUrl,
      'select room_number as number from room where id = $1',
      [roomId],
    )) as [{ number: string }];
    for (const who of [physician, careManager, officer]) {
      const text = (await printed(who, changed.id)) ?? '';
      for (const part of ['様式4-2', changed.receiptNumber, number, '田中ハル', '伊藤さくら', minute, '訪問看護を増やすため'])
        expect(text).toContain(part);
    }
    for (const who of [nurse, family]) expect(await printed(who, changed.id)).toBeNull();
    await approve(room, found, changed.id);
    await room.get(officer, executeApplication, { id: changed.id });
    const told = (await printed(officer, changed.id)) ?? '';
    expect([told.includes('変更の実行'), told.includes(number), told.includes('田中ハル')]).toEqual([true, true, false]);
  });

  it('say no name once the consent is withdrawn, and are printed all the same', async () => {
    const { physician, careManager, nurse, otherNurse } = found.people;
    const copies = [physician, nurse, careManager, otherNurse].map(({ facilityId }) => ({ facilityId, isSaved: true }));
    const closure = closureInput({ ...found, roomId }, { informed: 'ご長男へ電話', copies });
    const answer = (await room.get(careManager, closeRoom, { input: closure })).roomClosureApply;
    expect(answer.userErrors).toEqual([]);
    const before = (await printed(careManager, answer.roomApplication.id)) ?? '';
    for (const part of ['様式4-3', '田中ハル', 'ご長男へ電話', '転居']) expect(before).toContain(part);
    const before41 = (await printed(physician)) ?? '';
    await consent('WITHDRAWN');
    const after = (await printed(physician)) ?? '';
    const shown = [filing.receipt, 'タナカハル', '市民病院', '退院後の見守り'].map((part) => [
      before41.includes(part),
      after.includes(part),
    ]);
    expect(shown).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [true, false],
    ]);
    expect((await prints(filing.id)).at(-1)).toMatchObject({ categories: [] });
  });
});
