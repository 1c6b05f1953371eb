/** The steps of the journey as their people take them, each one operation. */
import { randomUUID } from 'node:crypto';
import { drawSignature } from '../../../infra/local/demo/signature.mjs';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import type { People, Person } from './people.ts';

const problems = 'userErrors { code message field }';
export const categories = [
  'DEMOGRAPHICS',
  'FAMILY_CONTACTS',
  'MEDICAL_HISTORY',
  'TEST_RESULTS',
  'MEDICATIONS',
  'DAILY_CONDITION',
  'CARE_SERVICES',
  'BODY_IMAGES',
  'HOSPITALS',
  'INSURANCE',
  'DISASTER_SAFETY',
];

export async function registerPatient(doctor: Person, over: Record<string, unknown> = {}): Promise<string> {
  const input = {
    idempotencyKey: uuidv7(),
    name: '試野 花',
    nameKana: 'タメシノ ハナ',
    sex: 'FEMALE',
    birthDate: '1938-05-03',
    postalCode: '8400001',
    address: '若葉市北町1-1',
    phone: '+81952000123',
    isAnother: true,
    ...over,
  };
  const payload = await doctor.session.change<{ patient: { id: string } }>(
    `mutation($input: PatientRegisterInput!) { patientRegister(input: $input) { patient { id name } ${problems} } }`,
    { input },
  );
  return payload.patient.id;
}

export async function takeConsent(
  doctor: Person,
  patientId: string,
  family = true,
): Promise<{ id: string; version: number; status: string }> {
  const { consentText } = await doctor.session.ask<{ consentText: { version: string } }>('{ consentText { version } }');
  const now = new Date();
  const input = {
    idempotencyKey: uuidv7(),
    patientId,
    giver: 'PATIENT',
    giverName: '試野 花',
    method: 'ON_DEVICE_SIGNATURE',
    textVersion: consentText.version,
    explainedById: doctor.userId,
    explainedAt: new Date(now.getTime() - 600_000).toISOString(),
    signedAt: now.toISOString(),
    categories: categories.map((category) => ({ category, granted: true, visibleToFamily: family, visibleToPartners: false })),
    signature: { contentType: 'image/png', base64: drawSignature().toString('base64') },
  };
  const payload = await doctor.session.change<{ consent: { id: string; version: number; status: string } }>(
    `mutation($input: ConsentSubmitInput!) { consentSubmit(input: $input) { consent { id version status } ${problems} } }`,
    { input },
  );
  return payload.consent;
}

export interface Application {
  id: string;
  version: number;
  status: string;
  receiptNumber: string;
}
const application = 'roomApplication { id version status receiptNumber }';

export async function applyForRoom(
  people: People,
  facts: { patientId: string; consentId: string; careTeam: string[]; steward: string },
): Promise<Application> {
  const doctor = people('doctor');
  const careTeam = facts.careTeam.map((role) => people(role)).map(({ userId, facilityId }) => ({ userId, facilityId, role: 'CARE_TEAM' }));
  const input = {
    idempotencyKey: uuidv7(),
    patientId: facts.patientId,
    consentId: facts.consentId,
    situation: 'TERMINAL_CARE',
    reason: '自宅で過ごすため',
    members: [...careTeam, { userId: people('family').userId, role: 'FAMILY' }],
    stewardUserId: people(facts.steward).userId,
  };
  const payload = await doctor.session.change<{ roomApplication: Application }>(
    `mutation($input: RoomCreationApplyInput!) { roomCreationApply(input: $input) { ${application} ${problems} } }`,
    { input },
  );
  return payload.roomApplication;
}

export async function review(officer: Person, { id, version }: Application, decision = 'APPROVE'): Promise<Application> {
  const payload = await officer.session.change<{ roomApplication: Application }>(
    `mutation($id: ID!, $input: ReviewInput!) { roomApplicationReview(id: $id, input: $input) { ${application} ${problems} } }`,
    { id, input: { decision, expectedVersion: version, ...(decision !== 'APPROVE' && { reason: '記入もれ' }) } },
  );
  return payload.roomApplication;
}

export async function openRoom(officer: Person, { id }: Application): Promise<Application> {
  const payload = await officer.session.change<{ roomApplication: Application }>(
    `mutation($id: ID!) { roomApplicationExecute(id: $id) { ${application} ${problems} } }`,
    { id },
  );
  return payload.roomApplication;
}

export interface Invitation {
  id: string;
  room: { id: string; roomNumber: string };
}

export async function invitationOf(person: Person): Promise<Invitation> {
  const { viewer } = await person.session.ask<{ viewer: { invitations: Invitation[] } }>(
    '{ viewer { invitations { id room { id roomNumber } } } }',
  );
  const [invitation, ...others] = viewer.invitations;
  if (!invitation || others.length) throw new Error(`${person.role} has ${viewer.invitations.length} invitations`);
  return invitation;
}

/** Accepts the one invitation that waits for this person. @returns the room's id */
export async function accept(person: Person): Promise<string> {
  const { id, room } = await invitationOf(person);
  await person.session.change(`mutation($id: ID!) { roomInvitationAccept(membershipId: $id) { membership { id status } ${problems} } }`, {
    id,
  });
  return room.id;
}

export interface PostFacts {
  audience?: 'CARE_TEAM' | 'EVERYONE';
  body?: string;
  measurements?: Record<string, number>;
  idempotencyKey?: string;
}

export async function post(person: Person, roomId: string, facts: PostFacts = {}): Promise<{ id: string; replayed: boolean }> {
  const { measurements } = facts;
  const input = {
    idempotencyKey: facts.idempotencyKey ?? uuidv7(),
    roomId,
    audience: facts.audience ?? 'CARE_TEAM',
    body: facts.body ?? `記録 ${randomUUID()}`,
    kind: measurements ? 'VITALS' : 'NOTE',
    ...(measurements && {
      vitals: { takenAt: new Date().toISOString(), measurements: Object.entries(measurements).map(([kind, value]) => ({ kind, value })) },
    }),
  };
  const payload = await person.session.change<{ post: { id: string }; replayed: boolean }>(
    `mutation($input: PostCreateInput!) { postCreate(input: $input) { post { id } replayed ${problems} } }`,
    { input },
  );
  return { id: payload.post.id, replayed: payload.replayed };
}

/** Every step up to a room in which all have accepted. */
export async function openedRoom(
  people: People,
  careTeam: string[],
  steward: string,
): Promise<{ roomId: string; patientId: string; consentId: string; consentVersion: number }> {
  const patientId = await registerPatient(people('doctor'));
  const consent = await takeConsent(people('doctor'), patientId);
  const checked = await review(people('clerk'), await applyForRoom(people, { patientId, consentId: consent.id, careTeam, steward }));
  await openRoom(people('approver'), await review(people('approver'), checked));
  const [roomId = ''] = await Promise.all([...careTeam, 'family'].map((role) => accept(people(role))));
  return { roomId, patientId, consentId: consent.id, consentVersion: consent.version };
}
