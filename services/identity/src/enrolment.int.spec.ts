import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atFactor, atPassword, issue, type Issued, openLetters, password, sendStep, stepOf, titleOf } from './enrolment.fixture.ts';
import { openWorld, type TestPerson, viewerOf, type World } from './identity.fixture.ts';
import { NotToBeEnrolled } from './modules/enrolment/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const day = 24 * 3_600_000;
const rows = (userId: string) =>
  world.sql<Record<string, any>>('select * from enrolment where user_id = $1 order by created_at, id', [userId]);

describe('the code (R4)', () => {
  test('is made out for 14 days, kept as a hash alone, and written down', async () => {
    const { who, officer, issueCode } = await issue(world);
    const { code, expiresAt } = await issueCode();
    expect(code).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}$/);
    expect(Math.round((expiresAt.getTime() - world.clock.now().getTime()) / day)).toBe(14);
    const [row] = await rows(who.id);
    expect(row).toMatchObject({ step: 'PASSWORD', expires_at: expiresAt, completed_at: null, opened_at: null });
    expect(JSON.stringify(row)).not.toContain(code.slice(0, 5));
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1", [row?.id]);
    expect(lines.map(({ line }) => line)).toEqual([
      expect.objectContaining({ action: 'CREATE', authority: 'CENTER', actorId: officer.id, subjectType: 'Enrolment' }),
    ]);
  });

  test('lasts as long as the district says', async () => {
    const { district, issueCode } = await issue(world);
    await world.sql(
      "insert into district_setting (id, district_id, key, value, version, valid_from, changed_by, changed_at, body_hash) values ($1, $2, 'enrolmentCodeDays', '3', 1, $3, $4, now(), '')",
      [newId(), district.file.district.id, '2026-01-01', newId()],
    );
    const { expiresAt } = await issueCode();
    expect(Math.round((expiresAt.getTime() - world.clock.now().getTime()) / day)).toBe(3);
  });

  test('another one ends the one before, the browser under way with it, and what was chosen', async () => {
    const issued = await issue(world);
    const { browser, code } = await atFactor(world, issued);
    const second = await issued.issueCode();
    expect(await stepOf(browser)).toMatchObject({ status: 303, location: '/oidc/enrol?over=1' });
    expect((await openLetters(world.browser(), issued, code)).status).toBe(422);
    expect(await world.sql('select 1 from credential where user_id = $1', [issued.who.id])).toEqual([]);
    expect((await openLetters(browser, issued, second.code)).location).toBe('/oidc/enrol/step');
    expect(titleOf(await stepOf(browser))).toBe('パスワードを決める');
  });

  test('is for nobody who is in already, is stopped, is of another district or does not exist', async () => {
    const { who, doctor, issueCode } = await issue(world);
    await expect(issueCode(doctor.id)).rejects.toThrow(NotToBeEnrolled);
    await expect(issueCode(newId())).rejects.toThrow(NotToBeEnrolled);
    await expect(issueCode(who.id, newId())).rejects.toThrow(NotToBeEnrolled);
    await world.sql('update app_user set deactivated_at = now() where id = $1', [who.id]);
    await expect(issueCode()).rejects.toThrow(NotToBeEnrolled);
    expect(await rows(who.id)).toEqual([]);
  });

  test('may be typed small, full-width and without dashes; the ID as well', async () => {
    const issued = await issue(world);
    const { code } = await issued.issueCode();
    const wide = [...code.toLowerCase()].map((letter) =>
      letter === '-' ? '　' : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
    );
    const typed = { ...issued, who: { ...issued.who, accountName: ` ${issued.who.accountName.toUpperCase()} ` } };
    expect((await openLetters(world.browser(), typed, wide.join(''))).location).toBe('/oidc/enrol/step');
  });

  test('a wrong one, one whose time is up, an unknown name and a stopped ID get the same answer, and are throttled alike (V09)', async () => {
    const [wrong, late, stopped, unissued] = [await issue(world), await issue(world), await issue(world), await issue(world)];
    const lateCode = (await late.issueCode()).code;
    world.clock.advance(14 * day + 1000);
    await wrong.issueCode();
    const stoppedCode = (await stopped.issueCode()).code;
    await world.sql('update app_user set deactivated_at = now() where id = $1', [stopped.who.id]);
    const unknown = { ...wrong, who: { ...wrong.who, accountName: 'nobody-here' } };
    const guess = 'ACDEF-GHJKM-NPRTW';
    const attempts = [
      [wrong, guess],
      [late, lateCode],
      [stopped, stoppedCode],
      [unissued, guess],
      [unknown, guess],
    ] as const;
    const answers = [];
    for (const [whose, code] of attempts) {
      const { status, body } = await openLetters(world.browser(), whose, code);
      answers.push({ status, body: body.replaceAll(whose.who.accountName, 'NAME') });
    }
    expect(answers[0]?.status).toBe(422);
    expect(answers[0]?.body).toContain('登録コードが違うか、期限が過ぎています');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    for (const whose of [wrong, unknown]) {
      for (let again = 2; again <= 5; again += 1) expect((await openLetters(world.browser(), whose, guess)).status).toBe(422);
      const closed = await openLetters(world.browser(), whose, guess);
      expect([closed.status, Number(closed.headers.get('retry-after')) > 800]).toEqual([429, true]);
    }
    const [row] = await rows(wrong.who.id);
    const lines = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'subjectId' = $1 and line ->> 'action' = 'DENIED'",
      [row?.id],
    );
    expect(lines).toHaveLength(5);
    await world.sql('update sign_in_limit set expire = expire - 900001');
    expect((await openLetters(world.browser(), wrong, (await wrong.issueCode()).code)).status).toBe(303);
  });
});

describe('whose ID is not in use yet', () => {
  test('is refused at sign-in like an unknown name (V09), and is not recovered: a new code is made out instead', async () => {
    const issued = await issue(world);
    await issued.issueCode();
    const answer = async (account: string) => {
      const browser = world.browser();
      const { status, body } = await browser.open(await browser.authorize(), { account, password });
      return { status, body: body.replaceAll(account, 'NAME').replaceAll(/sign-in\/[\w-]+/g, 'UID') };
    };
    expect(await answer(issued.who.accountName)).toEqual(await answer('nobody-here'));
    const begin = `mutation ($userId: ID!, $input: RecoveryStartInput!) { recoveryStart(userId: $userId, input: $input) { recovery { id } userErrors { code } } }`;
    const input = { idempotencyKey: newId(), reason: '端末を紛失。顔写真付きの身分証で確認した' };
    const { recoveryStart } = await world.client.get(viewerOf(issued.district, issued.doctor), begin, { userId: issued.who.id, input });
    expect(recoveryStart).toEqual({ recovery: null, userErrors: [{ code: 'INVALID_STATE' }] });
  });
});

describe('the pages', () => {
  test('forms of other pages are refused, no script but our own file runs, nothing is kept, and English is spoken to who reads it', async () => {
    const issued = await issue(world);
    const { browser } = await atPassword(world, issued);
    const page = await browser.open('/oidc/enrol/step', undefined, { 'accept-language': 'en' });
    expect(page.body).toContain('Step 2 of 5: Password');
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).not.toMatch(/<script|<style|\son\w+=|\sstyle=/);
    const fields = { password, again: password };
    expect((await browser.open('/oidc/enrol/password', fields)).status).toBe(403);
    expect((await sendStep(browser, '/password', { ...fields, xsrf: 'x' })).status).toBe(403);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await browser.open('/oidc/enrol/password', { ...fields, xsrf }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.open('/oidc/enrol', { account: 'x', code: 'y' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(titleOf(await stepOf(browser))).toBe('パスワードを決める');
  });
});

describe('another code (R4)', () => {
  const reissue = `mutation ($userId: ID!, $input: EnrolmentReissueInput!) { enrolmentReissue(userId: $userId, input: $input) {
    code accountName expiresAt replayed userErrors { code field } } }`;
  const ask = async ({ district }: Issued, by: TestPerson, userId: string, idempotencyKey = newId()) =>
    (await world.client.ask(viewerOf(district, by), reissue, { userId, input: { idempotencyKey } })) as { data?: any; errors?: any };

  test('is made out by an officer of the district, once a request, and opens; the one before does not', async () => {
    const issued = await issue(world);
    const { who, officer } = issued;
    const before = await issued.issueCode();
    const key = newId();
    const made = (await ask(issued, officer, who.id, key)).data.enrolmentReissue;
    const expiry = async (viewer: TestPerson) =>
      (
        await world.client.get(viewerOf(issued.district, viewer), 'query ($id: ID!) { user(id: $id) { enrolmentCodeExpiresAt } }', {
          id: who.id,
        })
      ).user.enrolmentCodeExpiresAt;
    expect([await expiry(officer), await expiry(issued.doctor)]).toEqual([made.expiresAt, null]);
    expect(made).toMatchObject({
      code: expect.stringMatching(/^[A-Z0-9-]{17}$/),
      accountName: who.accountName,
      replayed: false,
      userErrors: [],
    });
    expect((await ask(issued, officer, who.id, key)).data.enrolmentReissue).toMatchObject({ code: null, replayed: true, userErrors: [] });
    expect((await openLetters(world.browser(), issued, before.code)).status).toBe(422);
    expect((await openLetters(world.browser(), issued, made.code)).status).toBe(303);
  });

  test('is refused to administrators and colleagues; to officers of another district as if there were nobody; for who is in already', async () => {
    const [issued, away] = [await issue(world), await issue(world)];
    const { who, doctor, officer } = issued;
    expect((await ask(issued, doctor, who.id)).errors[0].extensions.code).toBe('FORBIDDEN');
    for (const userId of [who.id, newId()])
      expect((await ask(away, away.officer, userId)).data.enrolmentReissue.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['userId'] }]);
    expect((await ask(issued, officer, doctor.id)).data.enrolmentReissue.userErrors).toEqual([
      { code: 'INVALID_STATE', field: ['userId'] },
    ]);
    expect((await ask(issued, officer, who.id, 'x')).data.enrolmentReissue.userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'idempotencyKey'] },
    ]);
    expect(await rows(who.id)).toEqual([]);
  });

  test('whether an ID is in use yet is told to whoever sees the person', async () => {
    const issued = await issue(world);
    const { district, doctor, officer, who } = issued;
    const seen = 'query ($id: ID!) { user(id: $id) { enrolledAt deactivatedAt viewerCanStartRecovery } }';
    const look = (id: string) => world.client.get(viewerOf(district, officer), seen, { id });
    expect(await look(who.id)).toEqual({ user: { enrolledAt: null, deactivatedAt: null, viewerCanStartRecovery: false } });
    expect((await look(doctor.id)).user.enrolledAt).toEqual(expect.any(String));
  });
});

describe('an account for somebody who was invited on paper (R4, R11)', () => {
  const prepare = `mutation ($input: FamilyAccountInput!) { familyAccountPrepare(input: $input) { accountName enrolmentCode } }`;
  const birthDate = 'query ($userId: ID!, $day: Date!) { familyBirthDateFits(userId: $userId, birthDate: $day) }';
  const printed = `query ($input: FamilyLetterInput!) { familyLetterPrint(input: $input) }`;

  test('is made for the room service alone, once; its code leads to the first step, and none is given when that is over', async () => {
    const { district, officer, doctor } = await issue(world);
    const districtId = district.file.district.id;
    const input = { userId: newId(), districtId, kind: 'FAMILY', name: '田中 一郎', nameKana: 'タナカ イチロウ', birthDate: '1971-05-06' };
    const letter = {
      districtId,
      name: input.name,
      roomNumber: 'K-0123',
      invitedByName: '大串',
      code: 'ACDEF-GHJKM-NPRTW',
      expiresAt: '2026-12-06T00:00:00Z',
    };
    const room = { type: 'service', name: 'room' } as const;
    for (const who of [
      viewerOf(district, officer),
      viewerOf(district, doctor),
      { type: 'service', name: 'timeline' },
      { type: 'anonymous' },
    ] as const)
      for (const [query, variables] of [
        [prepare, { input }],
        [printed, { input: letter }],
        [birthDate, { userId: input.userId, day: input.birthDate }],
      ] as const)
        expect((await world.client.ask(who, query, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await world.sql('select 1 from app_user where id = $1', [input.userId])).toEqual([]);
    const [first, second] = [await world.client.get(room, prepare, { input }), await world.client.get(room, prepare, { input })].map(
      ({ familyAccountPrepare }) => familyAccountPrepare,
    );
    expect(second).toMatchObject({ accountName: first.accountName });
    const { accountName } = first;
    const open = (code: string) => openLetters(world.browser(), { who: { accountName } } as Issued, code);
    expect([(await open(first.enrolmentCode)).status, (await open(second.enrolmentCode)).location]).toEqual([422, '/oidc/enrol/step']);
    const [kept] = await world.sql('select kind, display_name, enrolled_at from app_user where id = $1', [input.userId]);
    expect(kept).toEqual({ kind: 'FAMILY', display_name: input.name, enrolled_at: null });
    expect((await world.client.ask(room, prepare, { input: { ...input, kind: 'PATIENT' } })).errors).toHaveLength(1);
    await world.sql('update app_user set enrolled_at = now() where id = $1', [input.userId]);
    expect((await world.client.get(room, prepare, { input })).familyAccountPrepare).toEqual({ accountName, enrolmentCode: null });
    const fits = async (day: string, userId = input.userId): Promise<boolean> =>
      (await world.client.get(room, birthDate, { userId, day })).familyBirthDateFits;
    expect([await fits(input.birthDate), await fits('1971-05-07'), await fits('1971-05-07', doctor.id)]).toEqual([true, false, true]);
    await world.sql('update app_user set deactivated_at = now() where id = $1', [input.userId]);
    expect((await world.client.get(room, prepare, { input })).familyAccountPrepare).toBeNull();
    expect(
      Buffer.from((await world.client.get(room, printed, { input: letter })).familyLetterPrint, 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1", [input.userId]);
    expect(lines.map(({ line }) => `${line.action} ${line.authority} ${line.actorType}`)).toEqual(['CREATE INVITED service']);
  });
});
