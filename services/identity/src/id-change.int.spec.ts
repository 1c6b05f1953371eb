/** Form 2-2 over the API: who files it, who decides, and what it does at its minute (R5, R7, R12, R21, R32). */
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk } from './id-application.desk.fixture.ts';
import { institutionCode } from './id-application.fixture.ts';
import { changeDesk, codes, inMinutes, soon, staffedDistrict } from './id-change.fixture.ts';
import { openWorld, type TestPerson, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = async () => {
  const at = await staffedDistrict(world);
  return { at, ...changeDesk(world, at) };
};

describe('filing', () => {
  test('an administrator files for somebody of the facility; center, administrators and the person see it, nobody else', async () => {
    const { at, submit, look } = await open();
    const change = { userId: at.colleague.id, kind: 'NAME', after: '田中　花子', afterKana: 'ﾀﾅｶ ﾊﾅｺ', effectiveAt: inMinutes(world, 60) };
    const id = newId();
    const filed = await submit(at.as(at.doctor), change, id);
    expect(filed).toMatchObject({
      replayed: false,
      inquiryCode: null,
      receipt: { receiptNumber: expect.stringMatching(/^ID26-/) },
      idApplication: {
        id,
        status: 'SUBMITTED',
        details: {
          kind: 'NAME',
          personName: '鈴木 花子',
          facilityName: 'わかば診療所',
          effectiveAt: expect.stringMatching(/:00\.000Z$/),
          changes: [
            { item: 'NAME', before: '鈴木 花子', after: '田中 花子' },
            { item: 'NAME_KANA', before: 'スズキ ハナコ', after: 'タナカ ハナコ' },
          ],
          seats: [],
        },
      },
      userErrors: [],
    });
    expect(await submit(at.as(at.doctor), change, id)).toMatchObject({ replayed: true, idApplication: { id }, userErrors: [] });
    expect(codes((await submit(at.as(at.doctor), { ...change, after: '別 人' }, id)).userErrors)).toEqual(['INVALID input.idempotencyKey']);
    const sees = async (who: TestPerson): Promise<boolean> => (await look(who, id)) !== null;
    expect(await Promise.all([at.doctor, at.deputy, at.officer, at.colleague].map(sees))).toEqual([true, true, true, true]);
    expect(await Promise.all([at.head, at.family].map(sees))).toEqual([false, false]);
    const own = await world.client.get(at.as(at.colleague), '{ viewer { idChanges { id status } } }');
    expect(own.viewer.idChanges).toEqual([{ id, status: 'SUBMITTED' }]);
    const [task] = await world.sql<{ kind: string; form: string; title: string }>(
      'select kind, form, title from review_task where subject_id = $1',
      [id],
    );
    expect(task).toMatchObject({
      kind: 'ID_APPLICATION',
      form: 'FORM_2_2',
      title: `IDの変更申請（様式2-2） 受付番号 ${filed.receipt.receiptNumber}`,
    });
  });

  test('everybody else finds nobody there, and every try is in the record', async () => {
    const { at, submit } = await open();
    const change = { userId: at.colleague.id, kind: 'RETIRE', effectiveAt: inMinutes(world, 60) };
    const before = await refusals();
    const tries: [TestPerson, object][] = [
      [at.head, change],
      [at.colleague, change],
      [at.officer, change],
      [at.family, change],
      [at.doctor, { ...change, userId: at.doctor.id }],
      [at.doctor, { ...change, userId: at.head.id }],
      [at.doctor, { ...change, userId: newId() }],
      [at.doctor, { ...change, userId: 'nobody' }],
      [at.doctor, { ...change, facilityId: at.station.id }],
    ];
    for (const [by, wish] of tries)
      expect(codes((await submit(at.as(by), wish as never)).userErrors)).toEqual(['NOT_FOUND input.change.userId']);
    expect((await refusals()) - before).toBe(tries.length);
    const input = { idempotencyKey: newId(), form: 'FORM_2_2', change };
    const mutation = 'mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { userErrors { code } } }';
    expect((await world.client.ask({ type: 'anonymous' }, mutation, { input })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('whoever has left the facility signs for it no more', async () => {
    const { at, submit } = await open();
    await world.sql(
      `update affiliation set until = '2020-01-01' where practitioner_id = (select id from practitioner where user_id = $1)`,
      [at.deputy.id],
    );
    const change = { userId: at.colleague.id, kind: 'LEAVE', effectiveAt: inMinutes(world, 60) };
    expect(codes((await submit(at.as(at.deputy), change)).userErrors)).toEqual(['NOT_FOUND input.change.userId']);
  });

  test('what cannot be is said beside its field, in the words of the form', async () => {
    const { at, submit } = await open();
    const problems = async (change: object): Promise<string[]> =>
      codes((await submit(at.as(at.doctor), { userId: at.colleague.id, effectiveAt: inMinutes(world, 60), ...change })).userErrors);
    const cases: [object, string[]][] = [
      [{ kind: 'NAME', after: ' ', afterKana: 'たなか1' }, ['BLANK input.change.after', 'INVALID input.change.afterKana']],
      [{ kind: 'NAME', after: '１２３４-5678-9018', afterKana: 'タナカ' }, ['MY_NUMBER_NOT_ALLOWED input.change.after']],
      [{ kind: 'CONTACT' }, ['BLANK input.change.after']],
      [{ kind: 'CONTACT', after: 'nobody' }, ['INVALID input.change.after']],
      [{ kind: 'LEAVE', reason: '番号は 123456789018' }, ['MY_NUMBER_NOT_ALLOWED input.change.reason']],
      [{ kind: 'LEAVE', effectiveAt: null }, ['BLANK input.change.effectiveAt']],
      [{ kind: 'LEAVE', effectiveAt: '2026-02-30T10:00' }, ['INVALID input.change.effectiveAt']],
      [{ kind: 'LEAVE', effectiveAt: inMinutes(world, -60 * 24 * 32) }, ['INVALID input.change.effectiveAt']],
      [{ kind: 'LEAVE', effectiveAt: inMinutes(world, 60 * 24 * 400) }, ['INVALID input.change.effectiveAt']],
      [{ kind: 'TRANSFER' }, ['BLANK input.change.toInstitutionCode']],
      [{ kind: 'TRANSFER', toInstitutionCode: '4110000001' }, ['INVALID input.change.toInstitutionCode']],
      [{ kind: 'TRANSFER', toInstitutionCode: institutionCode() }, ['NOT_FOUND input.change.toInstitutionCode']],
      [{ kind: 'TRANSFER', toInstitutionCode: at.code.clinic }, ['INVALID input.change.toInstitutionCode']],
      [{ kind: 'TRANSFER', toFacilityId: newId() }, ['NOT_FOUND input.change.toFacilityId']],
      [{ kind: 'RETURN' }, ['INVALID_STATE input.change.kind']],
      [{ kind: 'RETIRE', successors: [{ seatId: newId(), userId: at.deputy.id }] }, ['INVALID input.change.successors.0.seatId']],
    ];
    for (const [change, expected] of cases) expect([change, await problems(change)]).toEqual([change, expected]);
    expect(await problems({ kind: 'LEAVE' })).toEqual([]);
    expect(await problems({ kind: 'RETIRE' })).toEqual(['ALREADY_EXISTS input.change.userId']);
  });

  test('of two changes of one person filed at once one is taken, and the other is told', async () => {
    const { at, submit } = await open();
    const change = { userId: at.colleague.id, effectiveAt: inMinutes(world, 60) };
    const both = await Promise.all([
      submit(at.as(at.doctor), { ...change, kind: 'LEAVE' }),
      submit(at.as(at.deputy), { ...change, kind: 'RETIRE' }),
    ]);
    expect(both.map(({ userErrors }) => codes(userErrors)).sort()).toEqual([[], ['ALREADY_EXISTS input.change.userId']]);
  });
});

const refusals = async (): Promise<number> =>
  Number(
    (
      await world.sql<{ n: string }>(
        `select count(*) as n from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'IdApplication'`,
      )
    )[0]?.n,
  );

describe('review (R12)', () => {
  test('two officers, one way: returned with comments, mended, approved; of two at once one wins and the other is told', async () => {
    const { at, file, review, resubmit, approve } = await open();
    const change = {
      userId: at.colleague.id,
      kind: 'NAME',
      after: '田中 花子',
      afterKana: 'タナカ ハナコ',
      effectiveAt: inMinutes(world, 0),
    };
    const filed = await file(change);
    const comments = [{ field: ['change', 'afterKana'], text: 'フリガナを確かめてください。' }];
    const unknown = {
      decision: 'RETURN',
      reason: 'ご確認ください。',
      comments: [{ field: ['issue', 'address'], text: '?' }],
      expectedVersion: 1,
    };
    expect(codes((await review(at.officer, filed.id, unknown)).userErrors)).toEqual(['INVALID input.comments.0.field']);
    const returned = await review(at.officer, filed.id, { decision: 'RETURN', reason: 'ご確認ください。', comments, expectedVersion: 1 });
    expect(returned.idApplication).toMatchObject({ status: 'RETURNED', version: 2 });
    expect(codes((await resubmit(at.head, filed.id, change, 2)).userErrors)).toEqual(['NOT_FOUND id']);
    const mended = await resubmit(at.deputy, filed.id, { ...change, afterKana: 'タナカ ハナ' }, 2);
    expect(mended).toMatchObject({ idApplication: { status: 'SUBMITTED', version: 3 }, userErrors: [] });
    expect((await approve({ ...filed, version: 3 })).idApplication).toMatchObject({
      status: 'COMPLETED',
      details: { carriedOutAt: expect.any(String) },
    });
    const next = await file({ kind: 'LEAVE' });
    const both = await Promise.all(
      [at.officer, at.otherOfficer].map((by) => review(by, next.id, { decision: 'APPROVE', expectedVersion: next.version })),
    );
    expect(both.map(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code)).sort()).toEqual([[], ['STALE_VERSION']]);
    const winner = both[0].userErrors.length === 0 ? at.officer : at.otherOfficer;
    expect(codes((await review(winner, next.id, { decision: 'APPROVE', expectedVersion: 2 })).userErrors)).toEqual([
      'FORBIDDEN input.decision',
    ]);
  });

  test('whoever is shown a change is in the record, also where nothing came of it (R32)', async () => {
    const { at, submit, resubmit, withdraw, name } = await open();
    const [id, change] = [newId(), { userId: at.colleague.id, kind: 'REISSUE' }];
    for (let time = 0; time < 2; time += 1) expect((await submit(at.as(at.doctor), change, id)).userErrors).toEqual([]);
    await resubmit(at.deputy, id, change, 1);
    await withdraw(at.doctor, id, 7);
    await withdraw(at.colleague, id, 7);
    await name(at.officer, id, [], 7);
    const looks = ['FACILITY_ADMIN VIEW', 'FACILITY_ADMIN VIEW', 'FACILITY_ADMIN VIEW', 'SELF VIEW', 'REVIEW VIEW'];
    expect(await desk(world, at.districtId).record(id)).toEqual(['FACILITY_ADMIN CREATE', ...looks]);
  });

  test('what is rejected or withdrawn gives back what its minute took; only the facility takes it back', async () => {
    const { at, file, review, withdraw, name, places, person, told, look } = await open();
    for (const end of ['REJECT', 'WITHDRAW'] as const) {
      const filed = await file({ kind: 'LEAVE', effectiveAt: inMinutes(world, 0) });
      await soon(async () => (await person()).deactivated_at).not.toBeNull();
      expect((await look(at.officer, filed.id)).details.endedAt).toEqual(expect.any(String));
      expect((await places()).at(-1)?.until).not.toBeNull();
      if (end === 'REJECT') await review(at.officer, filed.id, { decision: 'REJECT', reason: '届け出の誤り', expectedVersion: 1 });
      else {
        for (const by of [at.head, at.colleague, at.officer])
          expect(codes((await withdraw(by, filed.id, 1)).userErrors)).toEqual(['NOT_FOUND id']);
        expect((await withdraw(at.doctor, filed.id, 1)).idApplication).toMatchObject({ status: 'WITHDRAWN' });
      }
      expect((await person()).deactivated_at).toBeNull();
      expect((await places()).at(-1)?.until).toBeNull();
      expect((await told()).at(-1)).toMatchObject({ state: 'CALLED_OFF' });
      expect(codes((await name(at.officer, filed.id, [], 2)).userErrors)).toEqual(['INVALID_STATE id']);
    }
  });
});
