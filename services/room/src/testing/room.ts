/** A running room service with the rest of Heya around it, and the steps that most cases begin with. */
import type { CategoryGrant, EventPayloads } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import { TestBus } from '@heya/testkit/bus';
import { subgraphClient, type SubgraphClient } from '@heya/testkit/client';
import { testEnvironment, type TestEnvironment } from '@heya/testkit/environment';
import { district, type District, newId } from '@heya/testkit/viewers';
import { type App, createApp, migrateDatabase } from '../app.ts';
import { readEnvironment } from '../environment.ts';
import { fakeIdentity, type FakeIdentity } from './identity.ts';

export interface RoomUnderTest extends SubgraphClient {
  app: App;
  bus: TestBus;
  environment: TestEnvironment;
  identity: FakeIdentity;
  /** Does what the clock begins. @returns how many things were done */
  runJob(name: string, now?: Date): Promise<number>;
  /** The service ends and comes back: what was told meanwhile is heard before anything is answered. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** @param variables over those of every test, e.g. where other services are */
export async function startRoom(variables: Record<string, string> = {}): Promise<RoomUnderTest> {
  const identity = await fakeIdentity();
  const environment = await testEnvironment('room', migrateDatabase, { variables: { ...variables, IDENTITY_URL: identity.url } });
  const bus = await TestBus.open(environment);
  const start = async (): Promise<SubgraphClient & Pick<RoomUnderTest, 'app'>> => {
    const app = await createApp(readEnvironment(environment.variables));
    return { app, ...subgraphClient(app.server, 'room', environment.envelopeKey) };
  };
  const room: RoomUnderTest = {
    ...(await start()),
    bus,
    environment,
    identity,
    runJob: (name, now) => room.app.jobs.run(name, now),
    async restart(meanwhile = () => Promise.resolve()) {
      await room.app.stop();
      await meanwhile();
      Object.assign(room, await start());
    },
    async close() {
      await room.app.stop();
      await bus.close();
      await identity.close();
    },
  };
  return room;
}

export const allGranted = (family: boolean): CategoryGrant[] => [
  { category: 'DEMOGRAPHICS', family, partners: false },
  { category: 'DAILY_CONDITION', family, partners: false },
];

export interface Case {
  people: District;
  patientId: string;
  consentId: string;
  epoch: number;
}

export const registerPatient = `mutation ($input: PatientRegisterInput!) {
  patientRegister(input: $input) { replayed patient { id name nameKana birthDate age postalCode phone } possibleDuplicates { id } userErrors { code field message } } }`;

export const patientInput = (override: object = {}): Record<string, unknown> => ({
  idempotencyKey: newId(),
  name: '田中 ハル',
  nameKana: 'たなか はる',
  sex: 'FEMALE',
  birthDate: '1940-04-01',
  postalCode: '8420001',
  address: '佐賀県神埼市神埼町1-1',
  phone: '+81952000000',
  ...override,
});

/** A district with a registered patient whose consent is in force. */
export async function consentedPatient(room: RoomUnderTest, { family = true }: { family?: boolean } = {}): Promise<Case> {
  const people = district();
  room.identity.know(...Object.values(people).filter((value) => typeof value !== 'string'));
  const input = patientInput();
  await room.get(people.physician, registerPatient, { input });
  const found = { people, patientId: input.idempotencyKey as string, consentId: newId(), epoch: 1 };
  await tellConsent(room, found, 'ACTIVE', { family });
  return found;
}

export async function tellConsent(
  room: RoomUnderTest,
  found: Case,
  status: EventPayloads['consent.changed']['status'],
  {
    family = true,
    expiresOn = null,
    grants = allGranted(family),
  }: { family?: boolean; expiresOn?: string | null; grants?: CategoryGrant[] } = {},
): Promise<void> {
  await room.bus.publish('consent.changed', {
    consentId: found.consentId,
    patientId: found.patientId,
    districtId: found.people.districtId,
    status,
    version: 1,
    epoch: found.epoch++,
    grants: status === 'ACTIVE' ? grants : [],
    disasterUse: false,
    expiresOn,
    actorId: found.people.physician.userId,
  });
}

export const applyForRoom = `mutation ($input: RoomCreationApplyInput!) {
  roomCreationApply(input: $input) { replayed userErrors { code field }
    roomApplication { id receiptNumber status expectedBy version applicantName details { ... on RoomCreationDetails { stewardName situation members { displayName role user { id } } } } } } }`;

export function applicationInput({ people, patientId, consentId }: Case, override: object = {}): Record<string, unknown> {
  return {
    idempotencyKey: newId(),
    patientId,
    consentId,
    stewardUserId: people.careManager.userId,
    situation: 'DEMENTIA',
    reason: '退院後の見守り',
    members: [
      { userId: people.physician.userId, role: 'CARE_TEAM' },
      { userId: people.nurse.userId, role: 'CARE_TEAM' },
      { userId: people.careManager.userId, role: 'CARE_TEAM' },
      { userId: people.family.userId, role: 'FAMILY' },
      { userId: people.patient.userId, role: 'PATIENT' },
    ],
    ...override,
  };
}

export const reviewApplication = `mutation ($id: ID!, $input: ReviewInput!, $comments: [RoomApplicationCommentInput!]) {
  roomApplicationReview(id: $id, input: $input, comments: $comments) { userErrors { code field } roomApplication { id status version checkedBy { id } decidedBy { id } viewerCanReview viewerCanExecute } } }`;
export const executeApplication = `mutation ($id: ID!) { roomApplicationExecute(id: $id) { userErrors { code field } roomApplication { status version } room { id } } }`;
export const acceptInvitation = `mutation ($id: ID!) { roomInvitationAccept(membershipId: $id) { userErrors { code } membership { id status role room { id roomNumber } } } }`;
export const invitationsOf = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { invitations { id role isSteward facilityName room { id roomNumber status patient { id name } memberships { totalCount } } } } } }`;

/** Everything up to the approval by a second officer. @returns the application's id */
export async function approvedApplication(room: RoomUnderTest, found: Case): Promise<string> {
  const input = applicationInput(found);
  const filed = await room.get(found.people.physician, applyForRoom, { input });
  if (filed.roomCreationApply.userErrors.length > 0) throw new Error(JSON.stringify(filed));
  const id = input.idempotencyKey as string;
  await approve(room, found, id);
  return id;
}

/** A form that was just filed, checked by one officer and approved by another. */
export async function approve(room: RoomUnderTest, { people }: Case, id: string): Promise<void> {
  await room.get(people.officer, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 1 } });
  await room.get(people.otherOfficer, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 2 } });
}

type Filed = Case & { roomId: string };

export const codes = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);

const filedForm = `replayed userErrors { code field message } roomApplication { id form receiptNumber status version entries { status officer { id } }
  details { ... on RoomChangeDetails { add { displayName } remove { displayName calledOffAt } newStewardName effectiveAt reason }
    ... on RoomClosureDetails { closureReason: reason note informed copies { facilityName isSaved } exportToName } } }`;
export const changeRoom = `mutation ($input: RoomChangeApplyInput!) { roomChangeApply(input: $input) { ${filedForm} } }`;
export const closeRoom = `mutation ($input: RoomClosureApplyInput!) { roomClosureApply(input: $input) { ${filedForm} } }`;

export const changeInput = ({ roomId }: Filed, override: object = {}): Record<string, unknown> => ({
  idempotencyKey: newId(),
  roomId,
  effectiveAt: new Date().toISOString(),
  ...override,
});

export const closureInput = ({ roomId, people }: Filed, override: object = {}): Record<string, unknown> => ({
  idempotencyKey: newId(),
  roomId,
  reason: 'MOVED',
  informed: 'ご家族',
  copies: [people.physician, people.nurse, people.careManager].map(({ facilityId }) => ({ facilityId, isSaved: true })),
  ...override,
});

/** @returns user id → membership id */
export async function membershipsOf(room: RoomUnderTest, viewer: PersonViewer, roomId: string): Promise<Record<string, string>> {
  const asked = 'query ($id: ID!) { room(id: $id) { memberships(first: 100) { nodes { id user { id } } } } }';
  const { nodes } = (await room.get(viewer, asked, { id: roomId })).room.memberships;
  return Object.fromEntries(nodes.map(({ id, user }: { id: string; user: { id: string } }) => [user.id, id]));
}

/** A room that everybody invited has joined. */
export async function openRoom(room: RoomUnderTest, wishes: { family?: boolean } = {}): Promise<Case & { roomId: string }> {
  const found = await consentedPatient(room, wishes);
  const id = await approvedApplication(room, found);
  const executed = await room.get(found.people.officer, executeApplication, { id });
  if (executed.roomApplicationExecute.userErrors.length > 0) throw new Error(JSON.stringify(executed));
  const { people } = found;
  let roomId = '';
  for (const person of [people.physician, people.nurse, people.careManager, people.family, people.patient]) {
    const [viewer] = (await room.get(person, invitationsOf, { r: [{ __typename: 'Viewer', id: person.userId }] }))._entities;
    const joined = await room.get(person, acceptInvitation, { id: viewer.invitations[0].id });
    roomId = joined.roomInvitationAccept.membership.room.id;
  }
  return Object.assign(found, { roomId });
}
