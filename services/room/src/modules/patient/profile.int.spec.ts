/** R20 beyond the basics, over GraphQL on a real PostgreSQL: each block by its class, allowed and refused from one set-up. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import type { InformationCategory } from '@heya/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allGranted, type Case, openRoom, type RoomUnderTest, startRoom, tellConsent } from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  found = await openRoom(room);
  await consentTo(['MEDICAL_HISTORY', 'MEDICATIONS', 'CARE_SERVICES', 'INSURANCE', 'HOSPITALS', 'FAMILY_CONTACTS']);
});
afterAll(() => room.close());

/** Everything of these classes for the care team, medicines for the family too. */
const consentTo = (categories: InformationCategory[]): Promise<void> =>
  tellConsent(room, found, 'ACTIVE', {
    grants: [...allGranted(true), ...categories.map((category) => ({ category, family: category === 'MEDICATIONS', partners: false }))],
  });

const whole = `id version medicalHistory { name icd10 } allergies medications { name yjCode } testResults { name } careServices { kind providerName provider { id } }
  medicalInsurance { insurerNumber branchNumber publicExpenses { payerNumber } } longTermCareInsurance { insurerNumber } careLevel
  referringHospital { name } readmissionHospital { name phone } disasterNote familyContacts { id name isKeyPerson emergencyOrder version }
  attendingPhysician { id } attendingPhysicianName careManagerName profileBlocks { block version updatedByName viewerCanUpdate }`;
const profile = `query ($id: ID!) { patient(id: $id) { ${whole} } }`;
const update = `mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code field } patient { ${whole} } } }`;
const save = `mutation ($input: FamilyContactInput!) { familyContactSave(input: $input) { replayed userErrors { code field } familyContact { id name version } patient { id } } }`;
const remove = `mutation ($id: ID!, $version: Int!) { familyContactRemove(id: $id, expectedVersion: $version) { removedId userErrors { code } } }`;
const history = `query ($id: ID!, $first: Int!, $after: String, $blocks: [ProfileBlock!]) { patient(id: $id) { profileHistory(first: $first, after: $after, blocks: $blocks) { pageInfo { endCursor hasNextPage }
  nodes { block version changedByName before { medications { name } } after { medications { name } basics { address } familyContacts { name } } } } } }`;

type Answer = Record<string, any>;
const read = async (viewer: Parameters<RoomUnderTest['get']>[0]): Promise<Answer> =>
  (await room.get(viewer, profile, { id: found.patientId })).patient;
const change = async (viewer: Parameters<RoomUnderTest['get']>[0], input: object): Promise<Answer> =>
  (await room.get(viewer, update, { id: found.patientId, input })).patientUpdate;
const versions = (entries: Record<string, number>): object => ({
  blockVersions: Object.entries(entries).map(([block, version]) => ({ block, version })),
});
const lines = (action: string): Promise<{ categories: string[]; subject: string; actor: string }[]> =>
  queryAsAdmin(
    room.environment.database.adminUrl,
    `select line->'categories' as categories, line->>'subjectType' as subject, line->>'actorId' as actor from audit_entry
      where patient_id = $1 and line->>'action' = $2 order by seq`,
    [found.patientId, action],
  );

const medicines = [{ name: 'アムロジピン', yjCode: '２１７１０２２f1029', dosage: '朝1錠' }];

describe('a block of the profile', () => {
  it('is changed by itself, kept in one form, with who did it; what was left out stays', async () => {
    const { nurse, physician } = found.people;
    const first = await change(nurse, {
      medications: medicines,
      allergies: ['ペニシリン', 'ペニシリン'],
      readmissionHospital: { name: '県立病院', phone: '+81952000001' },
    });
    expect(first).toMatchObject({
      userErrors: [],
      patient: {
        version: 1,
        medications: [{ name: 'アムロジピン', yjCode: '2171022F1029' }],
        allergies: ['ペニシリン'],
        medicalHistory: [],
      },
    });
    const second = await change(physician, {
      referringHospital: { name: '市民病院' },
      medicalHistory: [{ name: '脳梗塞', icd10: 'i639' }],
      ...versions({ HOSPITALS: 1 }),
    });
    expect(second).toMatchObject({
      userErrors: [],
      patient: {
        referringHospital: { name: '市民病院' },
        readmissionHospital: { name: '県立病院' },
        medicalHistory: [{ icd10: 'I63.9' }],
        allergies: ['ペニシリン'],
      },
    });
    expect(second.patient.profileBlocks).toContainEqual({
      block: 'HOSPITALS',
      version: 2,
      updatedByName: physician.labels.name,
      viewerCanUpdate: true,
    });
    expect((await lines('UPDATE')).map(({ categories }) => categories.join())).toEqual(
      expect.arrayContaining(['MEDICATIONS', 'MEDICAL_HISTORY', 'HOSPITALS']),
    );
  });

  it('answers a stale change with what stands there now, and changes nothing, in none of the blocks sent along', async () => {
    const { nurse } = found.people;
    const stale = await change(nurse, { allergies: [], medications: [{ name: '別の薬' }], ...versions({ ALLERGIES: 1, MEDICATIONS: 0 }) });
    expect(stale).toMatchObject({
      userErrors: [{ code: 'STALE_VERSION', field: ['input', 'blockVersions'] }],
      patient: { allergies: ['ペニシリン'], medications: [{ name: 'アムロジピン' }] },
    });
    const [one, other] = await Promise.all([1, 2].map((n) => change(nurse, { allergies: [`${n}`], ...versions({ ALLERGIES: 1 }) })));
    expect([one?.userErrors.length, other?.userErrors.length].sort()).toEqual([0, 1]);
  });

  it('is seen by the family where ticked for them, changed by nobody but the care team, and hidden where the consent has no word of it', async () => {
    const { family, officer, outsider, nurse } = found.people;
    expect(await read(family)).toMatchObject({
      medications: [{ name: 'アムロジピン' }],
      allergies: null,
      medicalHistory: null,
      familyContacts: null,
      careLevel: null,
    });
    expect((await read(family)).profileBlocks.map(({ block }: { block: string }) => block)).toEqual(['BASICS', 'MEDICATIONS']);
    expect((await change(family, { medications: [], ...versions({ MEDICATIONS: 1 }) })).userErrors).toEqual([
      { code: 'FORBIDDEN', field: ['input', 'medications'] },
    ]);
    expect((await change(nurse, { disasterNote: '人工呼吸器' })).userErrors).toEqual([
      { code: 'CONSENT_REQUIRED', field: ['input', 'disasterNote'] },
    ]);
    for (const stranger of [officer, outsider]) {
      expect(await read(stranger)).toBeNull();
      expect((await change(stranger, { allergies: ['x'] })).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['id'] }]);
    }
    const denied = (await lines('DENIED')).filter(({ actor }) => actor === nurse.userId).map(({ categories }) => categories.join());
    expect(denied).toContain('DISASTER_SAFETY');
  });

  it('is recorded with its own class, and no other, when it is read alone (R32)', async () => {
    const before = (await lines('VIEW')).length;
    await room.get(found.people.careManager, 'query ($id: ID!) { patient(id: $id) { medications { name } } }', { id: found.patientId });
    const after = (await lines('VIEW')).slice(before).map(({ categories }) => categories.join());
    // To find the patient by id is one look, as it is for everybody.
    expect(after.sort()).toEqual(['DEMOGRAPHICS', 'MEDICATIONS']);
  });

  it('refuses what cannot be, and a My Number, beside its field, and stores nothing', async () => {
    const { nurse } = found.people;
    const wrong = { medicalInsurance: { insurerNumber: '01130013' }, careServices: [{ kind: '訪問看護', schedule: '123456789018' }] };
    expect((await change(nurse, wrong)).userErrors).toEqual(
      expect.arrayContaining([
        { code: 'INVALID', field: ['input', 'medicalInsurance', 'insurerNumber'] },
        { code: 'MY_NUMBER_NOT_ALLOWED', field: ['input', 'careServices', '0', 'schedule'] },
      ]),
    );
    expect(await read(nurse)).toMatchObject({ medicalInsurance: null, careServices: [] });
  });

  it('names doctor and care manager from the room', async () => {
    const { physician, careManager } = found.people;
    expect(await read(physician)).toMatchObject({
      attendingPhysician: { id: physician.userId },
      attendingPhysicianName: physician.labels.name,
      careManagerName: careManager.labels.name,
    });
  });
});

describe('contacts of the family', () => {
  const contact = (override: object = {}): Record<string, unknown> => ({
    idempotencyKey: newId(),
    patientId: found.patientId,
    name: '田中 一郎',
    relationship: '長男',
    phones: ['+819012345678'],
    isKeyPerson: true,
    emergencyOrder: 2,
    ...override,
  });

  it('stand in their order; are made once for a key, changed under their version, and removed into the history', async () => {
    const { nurse, physician } = found.people;
    const input = contact();
    const made = (await room.get(nurse, save, { input })).familyContactSave;
    expect(made).toMatchObject({ replayed: false, userErrors: [], familyContact: { id: input.idempotencyKey, version: 1 } });
    expect((await room.get(nurse, save, { input })).familyContactSave).toMatchObject({ replayed: true, userErrors: [] });
    await room.get(physician, save, { input: contact({ name: '田中 花子', relationship: '長女', emergencyOrder: 1, isKeyPerson: false }) });
    expect((await read(nurse)).familyContacts.map(({ name }: { name: string }) => name)).toEqual(['田中 花子', '田中 一郎']);
    const { idempotencyKey: id, ...fields } = input;
    const changed = { ...fields, id, name: '田中 一朗', expectedVersion: 1 };
    expect((await room.get(nurse, save, { input: changed })).familyContactSave).toMatchObject({
      userErrors: [],
      familyContact: { name: '田中 一朗', version: 2 },
    });
    expect((await room.get(nurse, save, { input: changed })).familyContactSave).toMatchObject({
      userErrors: [{ code: 'STALE_VERSION' }],
      familyContact: { name: '田中 一朗', version: 2 },
    });
    expect((await room.get(nurse, remove, { id, version: 1 })).familyContactRemove.userErrors).toEqual([{ code: 'STALE_VERSION' }]);
    expect((await room.get(nurse, remove, { id, version: 2 })).familyContactRemove).toEqual({ removedId: id, userErrors: [] });
    expect((await read(nurse)).familyContacts).toHaveLength(1);
    const told = (await room.get(nurse, history, { id: found.patientId, first: 10, blocks: ['FAMILY_CONTACTS'] })).patient.profileHistory
      .nodes;
    expect(told.map(({ after }: Answer) => after.familyContacts.map(({ name }: Answer) => name))).toEqual([
      ['田中 花子'],
      ['田中 花子', '田中 一朗'],
      ['田中 花子', '田中 一郎'],
      ['田中 一郎'],
    ]);
  });

  it('are nothing to whoever may not see them, by patient or by id', async () => {
    const { nurse, family, outsider } = found.people;
    const [{ id }] = (await read(nurse)).familyContacts;
    const byId = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on FamilyContact { id name phones } } }';
    const r = [{ __typename: 'FamilyContact', id }];
    expect((await room.get(nurse, byId, { r }))._entities).toMatchObject([{ id, name: '田中 花子' }]);
    for (const viewer of [family, outsider]) {
      expect((await room.get(viewer, byId, { r }))._entities).toEqual([null]);
      expect((await room.get(viewer, remove, { id, version: 1 })).familyContactRemove.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
      expect((await room.get(viewer, save, { input: contact() })).familyContactSave.userErrors[0].code).toBe(
        viewer === family ? 'CONSENT_REQUIRED' : 'NOT_FOUND',
      );
    }
  });
});

describe('the history', () => {
  it('shows page by page who changed what, to each what they may read, and closes with the consent', async () => {
    const { nurse, family, physician } = found.people;
    await change(physician, { medications: [], address: '新しい所', expectedVersion: 1, ...versions({ MEDICATIONS: 1 }) });
    const ask = async (viewer: typeof nurse, after?: string): Promise<Answer> =>
      (await room.get(viewer, history, { id: found.patientId, first: 2, after })).patient.profileHistory;
    const first = await ask(nurse);
    expect(first.nodes).toMatchObject([
      {
        block: 'MEDICATIONS',
        version: 2,
        changedByName: physician.labels.name,
        before: { medications: [{ name: 'アムロジピン' }] },
        after: { medications: [] },
      },
      { block: 'BASICS', version: 2, after: { basics: { address: '新しい所' } } },
    ]);
    expect((await ask(nurse, first.pageInfo.endCursor)).nodes[0]).toMatchObject({ block: 'FAMILY_CONTACTS', version: 4 });
    expect(new Set((await ask(family)).nodes.map(({ block }: Answer) => block))).toEqual(new Set(['MEDICATIONS', 'BASICS']));
    await tellConsent(room, found, 'WITHDRAWN');
    expect((await room.get(nurse, profile, { id: found.patientId })).patient).toMatchObject({
      medications: null,
      familyContacts: null,
      profileBlocks: [],
    });
    expect((await ask(nurse)).nodes).toEqual([]);
  });
});
