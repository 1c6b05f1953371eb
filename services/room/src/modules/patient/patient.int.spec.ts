/** R20, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentedPatient, patientInput, registerPatient, type RoomUnderTest, startRoom, tellConsent } from '../../testing/room.ts';

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
    const alike = (await room.get(people.physician, registerPatient, { input: { ...input, idempotencyKey: newId() } })).patientRegister;
    expect(alike.possibleDuplicates).toEqual([{ id: first.patient.id }]);
    const elsewhere = (await room.get(people.nurse, registerPatient, { input: { ...input, idempotencyKey: newId() } })).patientRegister;
    expect(elsewhere.possibleDuplicates).toEqual([]);
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
