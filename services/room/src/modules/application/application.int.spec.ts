/** R8, R11, R12 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationInput,
  applyForRoom,
  approvedApplication,
  type Case,
  consentedPatient,
  executeApplication,
  patientInput,
  registerPatient,
  reviewApplication,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const codes = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);
describe('form 4-1 (R8, R11)', () => {
  it('is filed with a receipt number and a promised day, once', async () => {
    const found = await consentedPatient(room);
    const input = applicationInput(found);
    const filed = (await room.get(found.people.physician, applyForRoom, { input })).roomCreationApply;
    expect(filed).toMatchObject({
      replayed: false,
      userErrors: [],
      roomApplication: { status: 'SUBMITTED', version: 1, details: { stewardName: '高橋 実', situation: 'DEMENTIA' } },
    });
    expect(filed.roomApplication.receiptNumber).toMatch(/^K41-\d{8}-0001$/);
    expect((await room.get(found.people.physician, applyForRoom, { input })).roomCreationApply).toMatchObject({
      replayed: true,
      userErrors: [],
    });
    expect(codes((await room.get(found.people.physician, applyForRoom, { input: { ...input, reason: '別' } })).roomCreationApply)).toEqual([
      'INVALID',
    ]);
    expect(codes((await room.get(found.people.physician, applyForRoom, { input: applicationInput(found) })).roomCreationApply)).toEqual([
      'ALREADY_EXISTS',
    ]);
    const told = await room.bus.published('room.applicationChanged', ({ applicationId }) => applicationId === input.idempotencyKey);
    expect(told.payload).toMatchObject({ status: 'SUBMITTED', form: 'FORM_4_1', districtId: found.people.districtId });
  });

  it('only by the professions of the district, with a consent in force, for an own patient, and people with active IDs', async () => {
    const found = await consentedPatient(room);
    const { people } = found;
    const apply = async (person: Case['people']['nurse'], override: object): Promise<string[]> =>
      codes((await room.get(person, applyForRoom, { input: applicationInput(found, override) })).roomCreationApply);
    expect(await apply(people.nurse, {})).toEqual(['FORBIDDEN']);
    expect(
      await apply(people.outsider, {
        members: [{ userId: people.outsider.userId, role: 'CARE_TEAM' }],
        stewardUserId: people.outsider.userId,
      }),
    ).toEqual(['NOT_FOUND']);
    expect(await apply(people.physician, { consentId: newId() })).toEqual(['CONSENT_REQUIRED']);
    expect(await apply(people.physician, { stewardUserId: people.family.userId })).toEqual(['STEWARD_REQUIRED']);
    room.identity.deactivated.add(people.nurse.userId);
    expect(await apply(people.physician, {})).toEqual(['MEMBER_HAS_NO_ID']);
    room.identity.deactivated.delete(people.nurse.userId);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await apply(people.physician, {})).toEqual(['CONSENT_REQUIRED']);
  });

  it('is withdrawn by the applicant only', async () => {
    const found = await consentedPatient(room);
    const input = applicationInput(found);
    await room.get(found.people.physician, applyForRoom, { input });
    const withdraw =
      'mutation ($id: ID!, $v: Int!) { roomApplicationWithdraw(id: $id, expectedVersion: $v) { userErrors { code } roomApplication { status } } }';
    expect(codes((await room.get(found.people.officer, withdraw, { id: input.idempotencyKey, v: 1 })).roomApplicationWithdraw)).toEqual([
      'NOT_FOUND',
    ]);
    expect((await room.get(found.people.physician, withdraw, { id: input.idempotencyKey, v: 1 })).roomApplicationWithdraw).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'WITHDRAWN' },
    });
  });
});

describe('review by two (R12)', () => {
  it('needs another officer than who checked, a reason to return, and the version that was seen', async () => {
    const found = await consentedPatient(room);
    const { people } = found;
    const input = applicationInput(found);
    await room.get(people.physician, applyForRoom, { input });
    const id = input.idempotencyKey as string;
    const review = async (person: Case['people']['officer'], fields: object): Promise<any> =>
      (await room.get(person, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 1, ...fields } }))
        .roomApplicationReview;
    expect(codes(await review(people.officer, { decision: 'RETURN' }))).toEqual(['BLANK']);
    expect(await review(people.officer, {})).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'IN_REVIEW', viewerCanReview: false, checkedBy: { id: people.officer.userId } },
    });
    expect(codes(await review(people.officer, { expectedVersion: 2 }))).toEqual(['FORBIDDEN']);
    expect(codes(await review(people.otherOfficer, {}))).toEqual(['STALE_VERSION']);
    expect(codes(await review(people.physician, { expectedVersion: 2 }))).toEqual(['NOT_FOUND']);
    expect(codes((await room.get(people.officer, executeApplication, { id })).roomApplicationExecute)).toEqual(['INVALID_STATE']);
    expect(await review(people.otherOfficer, { expectedVersion: 2 })).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'APPROVED', viewerCanExecute: true },
    });
  });

  it('what was returned is filed anew by its applicant, under its number, and two look at it again', async () => {
    const found = await consentedPatient(room);
    const { people } = found;
    const input = applicationInput(found);
    const filed = (await room.get(people.physician, applyForRoom, { input })).roomCreationApply.roomApplication;
    const returning = { decision: 'RETURN', reason: '世話役を確かめてください', expectedVersion: 1 };
    const comments = [
      { field: ['stewardUserId'], text: ' 訪問看護の方にお願いします ' },
      { field: ['members', people.careManager.userId], text: '今月で異動します' },
    ];
    const review = async (who: PersonViewer, more: object): Promise<any> =>
      (await room.get(who, reviewApplication, { id: filed.id, input: returning, ...more })).roomApplicationReview;
    const refusedComments: [object, string][] = [
      [{ field: ['members', people.outsider.userId], text: '直してください' }, 'INVALID'],
      [{ field: ['informed'], text: '直してください' }, 'INVALID'],
      [{ field: ['stewardUserId'], text: '直してください' }, 'INVALID'],
      [{ field: ['reason'], text: '　' }, 'BLANK'],
      [{ field: ['reason'], text: '１２３４ー５６７８ー９０１８' }, 'MY_NUMBER_NOT_ALLOWED'],
      [{ field: ['reason'], text: 'あ'.repeat(301) }, 'TOO_LONG'],
    ];
    for (const [comment, code] of refusedComments) {
      expect((await review(people.officer, { comments: [comments[0], comment] })).userErrors).toMatchObject([
        { code, field: ['comments', '1', code === 'INVALID' ? 'field' : 'text'] },
      ]);
    }
    expect(codes(await review(people.physician, { comments }))).toEqual(['NOT_FOUND']);
    expect(codes(await review(people.officer, { comments }))).toEqual([]);
    const steps = 'query ($id: ID!) { roomApplication(id: $id) { entries { status comments { field text } } } }';
    for (const who of [people.physician, people.officer])
      expect((await room.get(who, steps, { id: filed.id })).roomApplication.entries).toEqual([
        { status: 'SUBMITTED', comments: [] },
        { status: 'RETURNED', comments: [{ ...comments[0], text: '訪問看護の方にお願いします' }, comments[1]] },
      ]);
    expect((await room.get(people.nurse, steps, { id: filed.id })).roomApplication).toBeNull();
    const resubmit = `mutation ($id: ID!, $input: RoomApplicationFormInput!, $v: Int!) { roomApplicationResubmit(id: $id, input: $input, expectedVersion: $v) {
      userErrors { code } roomApplication { receiptNumber status version checkedBy { id } details { ... on RoomCreationDetails { stewardName members { displayName } } } } } }`;
    const mended = applicationInput(found, { stewardUserId: people.nurse.userId, members: (input.members as object[]).slice(0, 3) });
    const again = async (creation: object): Promise<any> =>
      (await room.get(people.physician, resubmit, { id: filed.id, input: { creation }, v: 2 })).roomApplicationResubmit;
    expect(codes(await again({ ...mended, stewardUserId: people.family.userId }))).toEqual(['STEWARD_REQUIRED']);
    const answer = await again(mended);
    expect(answer).toMatchObject({
      userErrors: [],
      roomApplication: { receiptNumber: filed.receiptNumber, status: 'SUBMITTED', version: 3, details: { stewardName: '鈴木 花子' } },
    });
    expect(answer.roomApplication.details.members).toHaveLength(3);
    const approve = async (who: PersonViewer, v: number): Promise<any> =>
      (await room.get(who, reviewApplication, { id: filed.id, input: { decision: 'APPROVE', expectedVersion: v } })).roomApplicationReview;
    expect((await approve(people.officer, 3)).roomApplication.status).toBe('IN_REVIEW');
    expect(codes(await approve(people.officer, 4))).toEqual(['FORBIDDEN']);
    expect((await approve(people.otherOfficer, 4)).roomApplication.status).toBe('APPROVED');
  });

  it('shows the officer who the patient is while it waits, and afterwards no more', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    const asked = `query ($id: ID!) { roomApplication(id: $id) { patient { name nameKana birthDate address phone } details { ... on RoomCreationDetails { reason } } } }`;
    expect((await room.get(found.people.officer, asked, { id })).roomApplication).toMatchObject({
      patient: { name: '田中 ハル', birthDate: '1940-04-01', address: null, phone: null },
      details: { reason: '退院後の見守り' },
    });
    await room.get(found.people.officer, executeApplication, { id });
    expect((await room.get(found.people.officer, asked, { id })).roomApplication.patient).toBeNull();
    expect((await room.get(found.people.outsider, asked, { id })).roomApplication).toBeNull();
  });

  it('opens only when the guard holds at that moment; each failing part is said', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    room.identity.deactivated.add(found.people.nurse.userId);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(codes((await room.get(found.people.officer, executeApplication, { id })).roomApplicationExecute)).toEqual([
      'CONSENT_REQUIRED',
      'MEMBER_HAS_NO_ID',
    ]);
    room.identity.deactivated.delete(found.people.nurse.userId);
    await tellConsent(room, found, 'ACTIVE');
    expect((await room.get(found.people.officer, executeApplication, { id })).roomApplicationExecute).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'COMPLETED' },
    });
    expect(codes((await room.get(found.people.otherOfficer, executeApplication, { id })).roomApplicationExecute)).toEqual([
      'INVALID_STATE',
    ]);
  });

  it('says so when identity cannot be asked, and opens nothing', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    room.identity.fail(true);
    expect((await room.ask(found.people.officer, executeApplication, { id })).errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
    room.identity.fail(false);
    expect(await queryAsAdmin(room.environment.database.adminUrl, 'select 1 from room where patient_id = $1', [found.patientId])).toEqual(
      [],
    );
  });
});

describe('what was tried and refused (R32)', () => {
  it('is refused by kind before anybody is asked about the people named', async () => {
    const found = await consentedPatient(room);
    room.identity.fail(true);
    for (const person of [found.people.officer, found.people.family]) {
      expect(codes((await room.get(person, applyForRoom, { input: applicationInput(found) })).roomCreationApply)).toEqual(['FORBIDDEN']);
      const sql = "select line->>'subjectType' as subject, line->>'outcome' as outcome from audit_entry where line->>'actorId' = $1";
      expect(await queryAsAdmin(room.environment.database.adminUrl, sql, [person.userId])).toEqual([
        { subject: 'RoomApplication', outcome: 'DENIED_ROLE' },
      ]);
    }
    room.identity.fail(false);
  });

  it('is in the access record: filing, reviewing, carrying out, registering', async () => {
    const found = await consentedPatient(room);
    const { nurse, physician, family, otherNurse } = found.people;
    await room.get(nurse, applyForRoom, { input: applicationInput(found) });
    await room.get(family, registerPatient, { input: patientInput() });
    const id = await approvedApplication(room, found);
    const refusals: [PersonViewer, string, object][] = [
      [physician, executeApplication, { id }],
      [physician, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 3 } }],
      [otherNurse, executeApplication, { id }],
    ];
    for (const [who, mutation, variables] of refusals) {
      const answer = await room.get<Record<string, { userErrors: { code: string }[] }>>(who, mutation, variables);
      const [payload] = Object.values(answer);
      expect(payload?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
    const denied = async (who: PersonViewer): Promise<string[]> =>
      (
        await queryAsAdmin<{ subject: string }>(
          room.environment.database.adminUrl,
          "select line->>'subjectType' as subject from audit_entry where line->>'actorId' = $1 and line->>'action' = 'DENIED' order by seq",
          [who.userId],
        )
      ).map(({ subject }) => subject);
    expect(await denied(nurse)).toEqual(['RoomApplication']);
    expect(await denied(family)).toEqual(['Patient']);
    expect(await denied(physician)).toEqual(['RoomApplication', 'RoomApplication']);
    expect(await denied(otherNurse)).toEqual(['RoomApplication']);
  });
});
