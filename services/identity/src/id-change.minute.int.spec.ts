/** What form 2-2 does at its minute, and who follows as steward (R5, R7). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from './account.fixture.ts';
import { changeDesk, codes, inMinutes, soon, staffedDistrict } from './id-change.fixture.ts';
import { claimsOf, openWorld, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = async () => {
  const at = await staffedDistrict(world);
  return { at, ...changeDesk(world, at) };
};

describe('at its minute', () => {
  test('a transfer keeps person and sign-in, ends the old place and begins the new one, and survives whoever was to do it', async () => {
    const { at, file, approve, places, told, look } = await open();
    const { tokens, browser } = await signIn(world, at.colleague);
    const filed = await file({ kind: 'TRANSFER', toInstitutionCode: at.code.station, title: '主任' });
    expect((await told()).at(-1)).toMatchObject({
      state: 'ENDING',
      facilityId: at.clinic.id,
      isOnlyPlace: true,
      endsAt: filed.details.effectiveAt,
    });
    expect((await approve(filed)).idApplication).toMatchObject({ status: 'APPROVED', details: { carriedOutAt: null } });
    expect(await world.app.changes.run()).toBe(0);
    world.clock.advance(61 * 60_000);
    await soon(async () => (await look(at.officer, filed.id)).status).toBe('COMPLETED');
    expect(await places()).toMatchObject([
      { facility_id: at.clinic.id, until: expect.any(String) },
      { facility_id: at.station.id, until: null, title: '主任' },
    ]);
    expect((await told()).filter(({ state }) => state === 'ENDED')).toHaveLength(1);
    expect(await world.app.changes.run()).toBe(0);
    // The same person signs in as before, and works at the new place.
    const again = await signIn(world, at.colleague);
    expect(claimsOf(again.tokens.access_token)).toMatchObject({ sub: at.colleague.id, facility: at.station.id });
    expect([tokens.status, browser !== again.browser]).toEqual([200, true]);
  });

  test('leave ends everything on the minute even if nobody has reviewed it; return brings the place and the ID back', async () => {
    const { at, submit, file, approve, places, person, look } = await open();
    const { tokens } = await signIn(world, at.colleague);
    const filed = await file({ kind: 'LEAVE', effectiveAt: inMinutes(world, 0) });
    await soon(async () => (await look(at.officer, filed.id)).details.endedAt).not.toBeNull();
    const sid = claimsOf(tokens.access_token).sid as string;
    expect((await world.bus.published('identity.sessionEnded', (payload) => payload.sessionId === sid)).payload.reason).toBe(
      'ID_DEACTIVATED',
    );
    expect((await approve(filed)).idApplication).toMatchObject({ status: 'COMPLETED' });
    expect((await person()).deactivated_at).not.toBeNull();
    const reinstate = 'mutation ($id: ID!) { userReinstate(id: $id) { userErrors { code } } }';
    for (const by of [at.doctor, at.officer])
      expect((await world.client.get(at.as(by), reinstate, { id: at.colleague.id })).userReinstate.userErrors).not.toEqual([]);
    expect((await world.bus.all('identity.userDeactivated')).map(({ payload }) => payload.userId)).not.toContain(at.colleague.id);
    const back = await submit(at.as(at.doctor), { userId: at.colleague.id, kind: 'RETURN', effectiveAt: inMinutes(world, 0) });
    expect(back.userErrors).toEqual([]);
    await approve(back.idApplication);
    expect((await person()).deactivated_at).toBeNull();
    expect((await places()).at(-1)).toMatchObject({ facility_id: at.clinic.id, until: null });
    expect((await signIn(world, at.colleague)).tokens.status).toBe(200);
  });

  test('retirement stops the ID for good: no reinstatement, no return; rooms and center are told', async () => {
    const { at, submit, file, approve, person } = await open();
    const { browser, tokens } = await signIn(world, at.colleague);
    const filed = await file({ kind: 'RETIRE', effectiveAt: inMinutes(world, 0), reason: '退職のため' });
    expect((await approve(filed)).userErrors).toEqual([]);
    const answeredAt = performance.now();
    await world.bus.published('identity.userDeactivated', ({ userId }) => userId === at.colleague.id);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
    expect(performance.now() - answeredAt).toBeLessThan(1000);
    expect((await person()).deactivated_at).not.toBeNull();
    const reinstated = await world.client.get(at.as(at.officer), 'mutation ($id: ID!) { userReinstate(id: $id) { userErrors { code } } }', {
      id: at.colleague.id,
    });
    expect(reinstated.userReinstate.userErrors).toEqual([{ code: 'INVALID_STATE' }]);
    const back = await submit(at.as(at.doctor), { userId: at.colleague.id, kind: 'RETURN', effectiveAt: inMinutes(world, 0) });
    expect(codes(back.userErrors)).toEqual(['INVALID_STATE input.change.userId']);
    const [task] = await world.sql<{ state: string }>('select state from review_task where subject_id = $1', [filed.id]);
    expect(task?.state).toBe('CLOSED');
  });

  test('retirement of an ID that was stopped for a while leaves nothing about it in the inbox (R2)', async () => {
    const { at, file, approve } = await open();
    const suspend = 'mutation ($id: ID!, $input: UserSuspendInput!) { userSuspend(id: $id, input: $input) { userErrors { code } } }';
    await world.client.get(at.as(at.doctor), suspend, { id: at.colleague.id, input: { reason: '端末の盗難届が出たため' } });
    const stopped = async () =>
      world.sql(
        `select t.state, s.ended_by from suspension s join review_task t on t.subject_type = 'Suspension' and t.subject_id = s.id where s.user_id = $1`,
        [at.colleague.id],
      );
    expect(await stopped()).toEqual([{ state: 'OPEN', ended_by: null }]);
    expect((await approve(await file({ kind: 'RETIRE', effectiveAt: inMinutes(world, 0) }))).userErrors).toEqual([]);
    expect(await stopped()).toEqual([{ state: 'CLOSED', ended_by: at.doctor.id }]);
  });

  test('a new code is made out after a day’s notice; the person can say that nothing was lost', async () => {
    const { at, file, review, withdraw, person } = await open();
    const first = await file({ kind: 'REISSUE', effectiveAt: null });
    expect((await withdraw(at.colleague, first.id, 1)).idApplication.status).toBe('WITHDRAWN');
    const filed = await file({ kind: 'REISSUE', effectiveAt: null });
    await review(at.officer, filed.id, { decision: 'APPROVE', expectedVersion: 1 });
    const early = await review(at.otherOfficer, filed.id, { decision: 'APPROVE', expectedVersion: 2 });
    expect(codes(early.userErrors)).toEqual(['INVALID_STATE id']);
    world.clock.advance(24 * 3_600_000 + 1000);
    const { issued, userErrors } = await review(at.otherOfficer, filed.id, { decision: 'APPROVE', expectedVersion: 2 });
    expect(userErrors).toEqual([]);
    expect(issued).toEqual([
      { applicantId: filed.id, outcome: 'REISSUED', accountName: at.colleague.accountName, enrolmentCode: expect.any(String) },
    ]);
    expect((await person()).enrolled_at).toBeNull();
  });
});

describe('a steward’s seat (R7)', () => {
  test('approval is refused until a member of the room is named; candidates are told to who may know them', async () => {
    const { at, submit, file, review, approve, room, look, told } = await open();
    const { seat } = await room();
    const seats = await world.client.get(
      at.as(at.doctor),
      'query ($id: ID!) { user(id: $id) { stewardSeats { id roomNumber candidates { displayName } } } }',
      { id: at.colleague.id },
    );
    expect(seats.user.stewardSeats).toEqual([{ id: seat, roomNumber: 'K-0123', candidates: [{ displayName: '高橋 恵' }] }]);
    const wrong = {
      userId: at.colleague.id,
      kind: 'RETIRE',
      effectiveAt: inMinutes(world, 0),
      successors: [{ seatId: seat, userId: at.head.id }],
    };
    expect(codes((await submit(at.as(at.doctor), wrong)).userErrors)).toEqual(['INVALID input.change.successors.0.userId']);
    const filed = await file({ kind: 'TRANSFER', toFacilityId: at.station.id });
    expect(filed.details.seats).toMatchObject([{ id: seat, roomNumber: 'K-0123', successorName: null, isVacant: false }]);
    expect(codes((await approve(filed)).userErrors)).toEqual(['SUCCESSOR_REQUIRED input.successors']);
    expect((await look(at.officer, filed.id)).status).toBe('IN_REVIEW');
    const named = await review(at.otherOfficer, filed.id, {
      decision: 'APPROVE',
      successors: [{ seatId: seat, userId: at.deputy.id }],
      expectedVersion: 2,
    });
    expect(named).toMatchObject({
      idApplication: { status: 'APPROVED', details: { seats: [{ successorName: '高橋 恵' }] } },
      userErrors: [],
    });
    world.clock.advance(61 * 60_000);
    await soon(async () => (await told()).at(-1)).toMatchObject({
      state: 'ENDED',
      successors: [{ membershipId: seat, userId: at.deputy.id }],
    });
  });

  test('a room left without steward is a task of the center until somebody is', async () => {
    const { at, file, approve, room, name, look, told } = await open();
    const filed = await file({ kind: 'LEAVE' });
    await approve(filed);
    // Became steward after the approval, so nobody could be named.
    const { seat, other, tell } = await room();
    world.clock.advance(61 * 60_000);
    await soon(async () => (await look(at.officer, filed.id)).status).toBe('COMPLETED');
    await tell(seat, at.colleague.id, { isSteward: true, status: 'LEFT', change: 'LEFT' });
    const task = async () => (await world.sql<any>('select state, title from review_task where subject_id = $1', [filed.id]))[0];
    expect(await task()).toMatchObject({ state: 'OPEN', title: expect.stringContaining('世話役の後任') });
    const seen = await look(at.officer, filed.id);
    expect(seen.details.seats).toMatchObject([{ id: seat, isVacant: true }]);
    const successors = [{ seatId: seat, userId: at.deputy.id }];
    expect(codes((await name(at.doctor, filed.id, successors, seen.version)).userErrors)).toEqual(['NOT_FOUND id']);
    expect(await name(at.officer, filed.id, successors, seen.version)).toMatchObject({
      userErrors: [],
      // Nothing of the IDs and letters of form 2-1.
      receipt: { nextStep: '届け出のとおりに変わりました。' },
    });
    await soon(async () => (await told()).at(-1)?.successors).toEqual([{ membershipId: seat, userId: at.deputy.id }]);
    await tell(other, at.deputy.id, { isSteward: true, change: 'STEWARD' });
    expect(await task()).toMatchObject({ state: 'CLOSED' });
  });
});
