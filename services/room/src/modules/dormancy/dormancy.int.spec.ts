/** R17 over GraphQL on a real PostgreSQL: found by the clock, asked and decided by the center alone, ended by a post or form 4-3. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId, officer } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approve,
  type Case,
  closeRoom,
  closureInput,
  codes,
  executeApplication,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';
import { dayInJapan } from '../patient/index.ts';

type Opened = Case & { roomId: string };
let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const dayMs = 86_400_000;
const today = dayInJapan(new Date());
const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);
const fields = `{ id roomNumber state applicantName lastActivityOn dueOn isLate decision decisionReason decidedByName endedAt viewerCanWork
  applicantAnswer { keep channel note } patientAnswer { keep } entries { kind party channel askedOn keep note actorName } }`;
const asked = `query ($id: ID!) { room(id: $id) { dormancyReview ${fields} } }`;
const answering = `mutation ($id: ID!, $input: DormancyAnswerInput!) { dormancyReviewAnswer(id: $id, input: $input) { userErrors { code field message } dormancyReview ${fields} } }`;
const deciding = `mutation ($id: ID!, $decision: DormancyDecision!, $reason: String) {
  dormancyReviewDecide(id: $id, decision: $decision, reason: $reason) { userErrors { code field message } dormancyReview ${fields} } }`;
const admin = (sql: string, values: unknown[] = []): Promise<any[]> => queryAsAdmin(room.environment.database.adminUrl, sql, values);

const reviewOf = async (viewer: PersonViewer, { roomId }: Opened): Promise<any> =>
  (await room.get(viewer, asked, { id: roomId })).room?.dormancyReview ?? null;
const seen = async (viewer: PersonViewer, id: string, more = ''): Promise<any> =>
  (await room.entities(viewer, 'DormancyReview', `${fields.slice(0, -1)} ${more} }`, [id]))[0];
const answer = async (viewer: PersonViewer, id: string, override: object = {}): Promise<any> =>
  (
    await room.get(viewer, answering, {
      id,
      input: { idempotencyKey: newId(), party: 'APPLICANT', channel: 'TELEPHONE', askedOn: today, keep: true, ...override },
    })
  ).dormancyReviewAnswer;
const decide = async (viewer: PersonViewer, id: string, decision: string, reason?: string): Promise<any> =>
  (await room.get(viewer, deciding, { id, decision, reason })).dormancyReviewDecide;
const idOf = async ({ roomId }: Opened): Promise<string> =>
  (await admin('select id from dormancy_review where room_id = $1 order by opened_at desc limit 1', [roomId]))[0]?.id;
const told = async (dormancyReviewId: string): Promise<string[]> =>
  (await room.bus.all('room.dormancyChanged'))
    .filter(({ payload }) => payload.dormancyReviewId === dormancyReviewId)
    .map(({ payload }) => payload.state);

/** A room that was opened so long ago and in which nobody has written since. */
async function unusedRoom(months: number): Promise<Opened> {
  const found = await openRoom(room);
  await admin('update room set opened_at = opened_at - make_interval(months => $2) where id = $1', [found.roomId, months]);
  return found;
}

test('a year after its last use, and not a day sooner, a room is asked about once, by whichever process and however often', async () => {
  const found = await openRoom(room);
  const { people } = found;
  await room.bus.publish('timeline.postCreated', { postId: newId(), roomId: found.roomId, audience: 'CARE_TEAM' });
  const [{ almost, due }] = await admin(
    `select ($1::date + interval '12 months' - interval '1 day' + interval '3 hours')::timestamp at time zone 'Asia/Tokyo' as almost,
            ($1::date + interval '12 months' + interval '3 hours')::timestamp at time zone 'Asia/Tokyo' as due`,
    [today],
  );
  await room.runJob('dormancy', almost);
  expect(await idOf(found)).toBeUndefined();
  await Promise.all([room.runJob('dormancy', due), room.runJob('dormancy', due)]);
  await room.restart();
  expect(await room.runJob('dormancy', due)).toBe(0);
  const id = await idOf(found);
  await room.bus.published('room.dormancyChanged', ({ dormancyReviewId }) => dormancyReviewId === id);
  expect(await told(id)).toEqual(['ASKING']);
  expect(await seen(people.officer, id, 'room { id } patient { name }')).toMatchObject({
    state: 'ASKING',
    applicantName: '佐藤 健一',
    lastActivityOn: today,
    isLate: false,
    viewerCanWork: true,
    entries: [{ kind: 'OPENED', actorName: null }],
    room: null,
    patient: { name: '田中 ハル' },
  });
  // The care team and the patient see that it is asked; nobody else knows of it.
  for (const member of [people.physician, people.nurse, people.patient])
    expect(await reviewOf(member, found)).toMatchObject({ state: 'ASKING', viewerCanWork: false, entries: [] });
  expect(await reviewOf(people.family, found)).toBeNull();
  for (const other of [people.family, people.outsider, officer()]) expect(await seen(other, id)).toBeNull();
  // Written in meanwhile, it ends by itself; the patient is the center's no more.
  await room.runJob('dormancy-following', new Date());
  expect((await reviewOf(people.nurse, found)).state).toBe('ASKING');
  await admin('update dormancy_review set last_activity_on = last_activity_on - 400 where id = $1', [id]);
  await room.bus.publish('timeline.postCreated', { postId: newId(), roomId: found.roomId, audience: 'CARE_TEAM' });
  expect(await reviewOf(people.nurse, found)).toMatchObject({ state: 'USED', endedAt: expect.any(String) });
  expect(await seen(people.officer, id, 'patient { name }')).toMatchObject({ state: 'USED', viewerCanWork: false, patient: null });
  expect(codes(await answer(people.officer, id))).toEqual(['INVALID_STATE']);
  await room.bus.published('room.dormancyChanged', ({ dormancyReviewId, state }) => dormancyReviewId === id && state === 'USED');
  expect(await told(id)).toEqual(['ASKING', 'USED']);
});

test('the center alone records what both said; kept, the year begins anew', async () => {
  const found = await unusedRoom(26);
  const { people } = found;
  await room.runJob('dormancy', new Date());
  const id = await idOf(found);
  for (const [other, code] of [
    [people.physician, 'FORBIDDEN'],
    [people.patient, 'FORBIDDEN'],
    [people.family, 'NOT_FOUND'],
    [people.outsider, 'NOT_FOUND'],
    [officer(), 'NOT_FOUND'],
  ] as const) {
    expect(codes(await answer(other, id)), code).toEqual([code]);
    expect(codes(await decide(other, id, 'KEEP', '理由')), code).toEqual([code]);
  }
  expect(codes(await answer(people.officer, id, { note: '番号 １２３４ ５６７８ ９０１８' }))).toEqual(['MY_NUMBER_NOT_ALLOWED']);
  expect(codes(await answer(people.officer, id, { askedOn: dayInJapan(inDays(1)) }))).toEqual(['INVALID']);
  expect(codes(await decide(people.officer, id, 'KEEP'))).toEqual(['INVALID_STATE']);

  const key = newId();
  const letter = { idempotencyKey: key, party: 'PATIENT', channel: 'LETTER', keep: null, note: '返事を待つ' };
  expect((await answer(people.officer, id, letter)).dormancyReview).toMatchObject({ patientAnswer: null });
  expect((await answer(people.officer, id, letter)).dormancyReview.entries).toHaveLength(2);
  expect(codes(await answer(people.officer, id, { ...letter, note: '別のこと' }))).toEqual(['INVALID']);
  await answer(people.officer, id, { keep: false });
  await answer(people.otherOfficer, id, { keep: true, note: '来月から訪問が始まる' });
  await room.restart();
  expect(codes(await decide(people.officer, id, 'KEEP'))).toEqual(['INVALID_STATE']);
  await answer(people.officer, id, { party: 'PATIENT', channel: 'VISIT', keep: false });
  const unreasoned = await decide(people.officer, id, 'KEEP');
  expect([codes(unreasoned), unreasoned.userErrors[0].field]).toEqual([['BLANK'], ['reason']]);
  const kept = await decide(people.officer, id, 'KEEP', '来月から訪問が始まるため');
  expect(kept).toMatchObject({
    userErrors: [],
    dormancyReview: { state: 'KEPT', decidedByName: people.officer.labels.name, applicantAnswer: { keep: true, channel: 'TELEPHONE' } },
  });
  expect(kept.dormancyReview.entries.map(({ kind, actorName }: any) => [kind, actorName])).toEqual([
    ['OPENED', null],
    ['ASKED', people.officer.labels.name],
    ['ANSWERED', people.officer.labels.name],
    ['ANSWERED', people.otherOfficer.labels.name],
    ['ANSWERED', people.officer.labels.name],
    ['DECIDED', people.officer.labels.name],
  ]);
  expect(await reviewOf(people.physician, found)).toMatchObject({
    state: 'KEPT',
    decisionReason: '来月から訪問が始まるため',
    entries: [],
    patientAnswer: null,
  });
  expect((await reviewOf(people.patient, found)).decisionReason).toBeNull();
  // Whose answer was lost on the way asks once more and has it; anybody else hears that it is over.
  expect([
    codes(await decide(people.officer, id, 'KEEP', '来月から訪問が始まるため')),
    codes(await answer(people.officer, id, letter)),
  ]).toEqual([[], []]);
  expect(codes(await decide(people.otherOfficer, id, 'KEEP', '理由'))).toEqual(['INVALID_STATE']);
  expect(codes(await decide(people.officer, id, 'CLOSE', '理由'))).toEqual(['INVALID_STATE']);
  await room.runJob('dormancy', inDays(300));
  expect(await idOf(found)).toBe(id);
  await room.runJob('dormancy', inDays(370));
  expect(await idOf(found)).not.toBe(id);
  const lines = (
    await admin("select line->>'authority' as by, line->>'action' as did from audit_entry where line->>'subjectId' = $1", [id])
  ).map(({ by, did }) => `${by} ${did}`);
  for (const line of ['SERVICE CREATE', 'REVIEW UPDATE', 'MEMBERSHIP VIEW', 'NONE DENIED']) expect(lines).toContain(line);
});

test('late, the center hears of it once a week; to be closed, form 4-3 is awaited and ends it', async () => {
  const found = await unusedRoom(13);
  const { people } = found;
  await room.runJob('dormancy', new Date());
  const id = await idOf(found);
  const follow = (days: number): Promise<number> => room.runJob('dormancy-following', inDays(days));
  await follow(3);
  expect(await told(id)).toEqual(['ASKING']);
  await Promise.all([follow(30), follow(30)]);
  await follow(34);
  await follow(38);
  await room.bus.published('room.dormancyChanged', ({ dormancyReviewId, state }) => dormancyReviewId === id && state === 'LATE');
  await answer(people.officer, id, { keep: false });
  await answer(people.officer, id, { party: 'PATIENT', keep: false });
  expect((await decide(people.officer, id, 'CLOSE')).dormancyReview).toMatchObject({
    state: 'CLOSURE_ASKED',
    decision: 'CLOSE',
    endedAt: null,
  });
  expect(codes(await decide(people.officer, id, 'CLOSE'))).toEqual([]);
  await follow(40);
  // Closed also when the consent is over.
  await tellConsent(room, found, 'WITHDRAWN');
  const filed = (await room.get(people.careManager, closeRoom, { input: closureInput(found, { reason: 'DORMANT' }) })).roomClosureApply;
  await follow(60);
  await approve(room, found, filed.roomApplication.id);
  expect(codes((await room.get(people.officer, executeApplication, { id: filed.roomApplication.id })).roomApplicationExecute)).toEqual([]);
  await follow(60);
  expect(await seen(people.officer, id)).toMatchObject({ state: 'CLOSED', viewerCanWork: false });
  await room.bus.published('room.dormancyChanged', ({ dormancyReviewId, state }) => dormancyReviewId === id && state === 'CLOSED');
  expect(await told(id)).toEqual(['ASKING', 'LATE', 'LATE', 'CLOSURE_ASKED', 'CLOSURE_LATE', 'CLOSED']);
  expect(codes(await decide(people.officer, id, 'KEEP', '理由'))).toEqual(['INVALID_STATE']);
});
