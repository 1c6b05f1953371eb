/** R20, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  applicationInput,
  applyForRoom,
  type Case,
  consentedPatient,
  openRoom,
  patientInput,
  registerPatient,
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
const patientQuery = 'query ($id: ID!) { patient(id: $id) { id name nameKana birthDate address } }';

describe('registering a patient (R20, R21)', () => {
  it('keeps one form of what was typed, finds likely doubles, and answers twice for one key', async () => {
    const { people } = await consentedPatient(room);
    const input = patientInput({ nameKana: 'ﾔﾏﾀﾞ　たろう' });
    const first = (await room.get(people.physician, registerPatient, { input })).patientRegister;
    expect(first).toMatchObject({
      replayed: false,
      userErrors: [],
      possibleDuplicates: [],
      patient: { nameKana: 'ヤマダ タロウ', postalCode: '842-0001' },
    });
    const again = (await room.get(people.physician, registerPatient, { input })).patientRegister;
    expect(again).toMatchObject({ replayed: true, userErrors: [], patient: { id: first.patient.id } });
    const other = (await room.get(people.physician, registerPatient, { input: { ...input, address: '別の所' } })).patientRegister;
    expect(other).toMatchObject({ patient: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
    const second = { ...input, idempotencyKey: newId(), nameKana: 'やまだたろー', birthDate: '1942-04-01' };
    const alike = (await room.get(people.physician, registerPatient, { input: second })).patientRegister;
    expect(alike).toMatchObject({
      patient: null,
      possibleDuplicates: [{ id: first.patient.id }],
      userErrors: [{ code: 'ALREADY_EXISTS', field: ['input', 'nameKana'] }],
    });
    expect((await room.get(people.physician, patientQuery, { id: second.idempotencyKey })).patient).toBeNull();
    const another = (await room.get(people.physician, registerPatient, { input: { ...second, isAnother: true } })).patientRegister;
    expect(another).toMatchObject({
      patient: { id: second.idempotencyKey },
      possibleDuplicates: [{ id: first.patient.id }],
      userErrors: [],
    });
    const elsewhere = (await room.get(people.nurse, registerPatient, { input: { ...input, idempotencyKey: newId() } })).patientRegister;
    // Somebody else's patient is not told of: the center is (decision 0032).
    expect(elsewhere).toMatchObject({ userErrors: [], possibleDuplicates: [] });
  });

  it('tells the center, while it reviews, of rooms of others in the district who are alike, and nobody else', async () => {
    const open = await openRoom(room, {});
    const { people } = open;
    const input = patientInput({ nameKana: 'タナカ　ハル', name: '田仲 春' });
    expect((await room.get(people.outsider, registerPatient, { input })).patientRegister).toMatchObject({
      userErrors: [],
      possibleDuplicates: [],
    });
    const later: Case = { people, patientId: input.idempotencyKey as string, consentId: newId(), epoch: 1 };
    await tellConsent(room, later, 'ACTIVE');
    const members = [people.outsider, people.careManager].map(({ userId }) => ({ userId, role: 'CARE_TEAM' }));
    const filed = applicationInput(later, { members });
    await room.get(people.outsider, applyForRoom, { input: filed });
    const asked = 'query ($id: ID!) { roomApplication(id: $id) { possibleDuplicates { roomNumber receiptNumber } } }';
    const seen = async (viewer: typeof people.officer): Promise<unknown[]> =>
      (await room.get(viewer, asked, { id: filed.idempotencyKey })).roomApplication.possibleDuplicates;
    expect(await seen(people.officer)).toMatchObject([{ roomNumber: expect.stringMatching(/^K-/) }]);
    expect(await seen(people.outsider)).toEqual([]);
    const [line] = await queryAsAdmin(
      room.environment.database.adminUrl,
      "select line->>'actorId' as actor from audit_entry where patient_id = $1 and line->>'action' = 'SEARCH'",
      [open.patientId],
    );
    expect(line).toEqual({ actor: people.officer.userId });
  });

  it("tells nobody by a key that somebody else's patient has it", async () => {
    const { people, patientId } = await consentedPatient(room);
    const taken = (await room.get(people.nurse, registerPatient, { input: patientInput({ idempotencyKey: patientId }) })).patientRegister;
    expect(taken).toMatchObject({ patient: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
  });

  it('refuses family and officers, and stores nothing with a My Number', async () => {
    const { people } = await consentedPatient(room);
    for (const person of [people.family, people.officer])
      expect(codes((await room.get(person, registerPatient, { input: patientInput() })).patientRegister)).toEqual(['FORBIDDEN']);
    const refused = (
      await room.get(people.physician, registerPatient, { input: patientInput({ address: '１２３４－５６７８－９０１８' }) })
    ).patientRegister;
    expect(codes(refused)).toEqual(['MY_NUMBER_NOT_ALLOWED']);
    expect(await queryAsAdmin(room.environment.database.adminUrl, "select 1 from patient_profile where address like '%９０１８%'")).toEqual(
      [],
    );
  });

  it('is seen by who registered, until the consent is withdrawn (plan 8)', async () => {
    const found = await consentedPatient(room);
    expect((await room.get(found.people.physician, patientQuery, { id: found.patientId })).patient).toMatchObject({ name: '田中 ハル' });
    expect((await room.get(found.people.nurse, patientQuery, { id: found.patientId })).patient).toBeNull();
    await tellConsent(room, found, 'WITHDRAWN');
    expect((await room.get(found.people.physician, patientQuery, { id: found.patientId })).patient).toEqual({
      id: found.patientId,
      name: null,
      nameKana: null,
      birthDate: null,
      address: null,
    });
  });

  it('keeps each change in the history and refuses a stale one', async () => {
    const { people, patientId } = await consentedPatient(room);
    const update = `mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code } patient { version address name } } }`;
    const moved = await room.get(people.physician, update, { id: patientId, input: { expectedVersion: 1, address: '新しい所' } });
    expect(moved.patientUpdate).toMatchObject({ userErrors: [], patient: { version: 2, address: '新しい所', name: '田中 ハル' } });
    expect(
      codes(
        (await room.get(people.physician, update, { id: patientId, input: { expectedVersion: 1, address: 'さらに別' } })).patientUpdate,
      ),
    ).toEqual(['STALE_VERSION']);
    expect(
      codes((await room.get(people.nurse, update, { id: patientId, input: { expectedVersion: 2, address: 'x' } })).patientUpdate),
    ).toEqual(['NOT_FOUND']);
    const history = await queryAsAdmin(
      room.environment.database.adminUrl,
      'select version, profile from patient_history where patient_id = $1 order by version',
      [patientId],
    );
    expect(history).toMatchObject([
      { version: 1, profile: { address: '佐賀県神埼市神埼町1-1' } },
      { version: 2, profile: { address: '新しい所' } },
    ]);
  });
});
