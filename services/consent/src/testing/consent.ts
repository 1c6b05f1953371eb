/** A running consent service with the rest of Heya around it, and the steps that most cases begin with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventPayloads } from '@heya/schema/events';
import { makeKeyring } from '@heya/service-common/keyring';
import type { PersonViewer } from '@heya/service-common/viewer';
import { TestBus } from '@heya/testkit/bus';
import { queryAsAdmin } from '@heya/testkit/database';
import { type FileAnswer, fileOf, subgraphClient, type SubgraphClient, type Target } from '@heya/testkit/client';
import { testEnvironment, type TestEnvironment } from '@heya/testkit/environment';
import { district, type District, newId } from '@heya/testkit/viewers';
import { type App, createApp, migrateDatabase } from '../app.ts';
import { readEnvironment } from '../environment.ts';
import { categories } from '../modules/platform/index.ts';
import { fakeIdentity, type FakeIdentity } from './identity.ts';
import { drawnSignature } from '@heya/testkit/signature';

export interface ConsentUnderTest extends SubgraphClient {
  /** What lies outside the database: keyring, ledger and signed heads. */
  vault: Vault;
  /** Does what the clock begins, as at this moment. @returns how many things were done */
  runJob(name: string, now?: Date): Promise<number>;
  /** Ends the service and starts it on the same data, whatever has been done to that meanwhile. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  /** Brings and fetches files as the gateway does. */
  file(viewer: PersonViewer, asked: { method: 'GET' | 'PUT'; path: string; bytes?: Uint8Array }): Promise<FileAnswer>;
  bus: TestBus;
  environment: TestEnvironment;
  identity: FakeIdentity;
  close(): Promise<void>;
}

interface Vault {
  KEYRING_FILE: string;
  LEDGER_FILE: string;
  AUDIT_HEAD_DIR: string;
}

async function makeVault(): Promise<{ folder: string; vault: Vault }> {
  const folder = await mkdtemp(join(tmpdir(), 'heya-consent-'));
  const at = (...names: string[]): string => join(folder, ...names);
  const vault = { KEYRING_FILE: at('keyring', 'keyring.json'), LEDGER_FILE: at('ledger', 'consent.jsonl'), AUDIT_HEAD_DIR: at('heads') };
  await makeKeyring(vault.KEYRING_FILE);
  return { folder, vault };
}

export async function startConsent(variables: Record<string, string> = {}): Promise<ConsentUnderTest> {
  const identity = await fakeIdentity();
  const { folder, vault } = await makeVault();
  const environment = await testEnvironment('consent', migrateDatabase, {
    variables: { IDENTITY_URL: identity.url, ...vault, ...variables },
  });
  const bus = await TestBus.open(environment);
  const start = (): Promise<App> => createApp(readEnvironment(environment.variables));
  let app = await start();
  const target: Target = { inject: (request) => (app.server as Exclude<Target, string>).inject(request) };
  const restart = async (meanwhile?: () => Promise<unknown>): Promise<void> => {
    await app.stop();
    await meanwhile?.();
    app = await start();
  };
  let address: Promise<string> | undefined;
  const file: ConsentUnderTest['file'] = async (viewer, asked) => {
    address ??= app.server.listen({ host: '127.0.0.1', port: 0 });
    return fileOf(await address, { name: 'consent', key: environment.envelopeKey, viewer }, asked);
  };
  const runJob = (name: string, now?: Date): Promise<number> => app.jobs.run(name, now);
  const close = async (): Promise<void> => {
    await app.stop();
    await bus.close();
    await identity.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...subgraphClient(target, 'consent', environment.envelopeKey), vault, file, runJob, restart, bus, environment, identity, close };
}

export interface Case {
  people: District;
  patientId: string;
}

/** A patient the physician of a new district has registered. */
export async function registeredPatient(consent: ConsentUnderTest): Promise<Case> {
  const people = district();
  consent.identity.know(...Object.values(people).filter((value) => typeof value !== 'string'));
  const found = { people, patientId: newId() };
  await consent.bus.publish('room.patientRegistered', {
    patientId: found.patientId,
    districtId: people.districtId,
    registeredBy: people.physician.userId,
  });
  return found;
}

export const allCategories = (family = true): object[] =>
  categories.map((category) => ({ category, granted: true, visibleToFamily: family, visibleToPartners: false }));

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export function consentInput({ people, patientId }: Case, override: object = {}): Record<string, unknown> {
  return {
    idempotencyKey: newId(),
    patientId,
    giver: 'PATIENT',
    giverName: '田中 ハル',
    method: 'ON_DEVICE_SIGNATURE',
    textVersion: '2026-11',
    explainedById: people.physician.userId,
    explainedAt: minutesAgo(20),
    signedAt: minutesAgo(0),
    categories: allCategories(),
    signature: drawnSignature,
    ...override,
  };
}

export const amendConsent = `mutation ($id: ID!, $input: ConsentCategoriesUpdateInput!) { consentCategoriesUpdate(id: $id, input: $input) {
  userErrors { code field } consent { id status version viewerCanAmend categories { category granted visibleToFamily changedAt } history { kind actorName consentVersion } } } }`;
export const submitConsent = `mutation ($input: ConsentSubmitInput!) { consentSubmit(input: $input) {
  replayed userErrors { code field message } consent { id status version giverName explainedByName textVersion viewerCanWithdraw categories { category granted mandatory visibleToFamily } history { kind actorName } } } }`;
export const withdrawConsent = `mutation ($id: ID!, $input: ConsentWithdrawInput!) { consentWithdraw(id: $id, input: $input) {
  replayed userErrors { code field } room { id } consent { id status version withdrawnAt history { kind actorName note } } } }`;

export const withdrawInput = (override: object = {}): Record<string, unknown> => ({
  idempotencyKey: newId(),
  withdrawnBy: 'PATIENT',
  withdrawnByName: '田中 ハル',
  reason: '気持ちが変わった',
  expectedVersion: 1,
  ...override,
});

/** A registered patient with a consent in force. */
export async function consented(consent: ConsentUnderTest, override: object = {}): Promise<Case & { consentId: string }> {
  const found = await registeredPatient(consent);
  const input = consentInput(found, override);
  const { consentSubmit } = await consent.get(found.people.physician, submitConsent, { input });
  if (consentSubmit.userErrors.length > 0) throw new Error(JSON.stringify(consentSubmit.userErrors));
  return { ...found, consentId: input.idempotencyKey as string };
}

type Role = EventPayloads['room.membershipChanged']['role'];

/** The room service tells of a room and who is in it. @returns the room's id */
export async function openRoom(consent: ConsentUnderTest, { people, patientId }: Case): Promise<string> {
  const roomId = newId();
  await consent.bus.publish('room.roomChanged', { roomId, patientId, districtId: people.districtId, status: 'ACTIVE' });
  const members: [PersonViewer, Role, boolean][] = [
    [people.physician, 'CARE_TEAM', false],
    [people.nurse, 'CARE_TEAM', false],
    [people.careManager, 'CARE_TEAM', true],
    [people.family, 'FAMILY', false],
    [people.patient, 'PATIENT', false],
  ];
  for (const [person, role, isSteward] of members) await joinRoom(consent, { people, patientId }, { roomId, person, role, isSteward });
  return roomId;
}

interface Joining {
  roomId: string;
  person: PersonViewer;
  role: Role;
  isSteward?: boolean;
  from?: string | null;
  until?: string | null;
}

/** The room service tells that somebody is in the room, perhaps for a time; told again it is the same membership. */
export async function joinRoom(consent: ConsentUnderTest, { people, patientId }: Case, joining: Joining): Promise<void> {
  const { roomId, person, role, isSteward = false, from = new Date().toISOString(), until = null } = joining;
  await consent.bus.publish('room.membershipChanged', {
    membershipId: person.userId,
    roomId,
    patientId,
    districtId: people.districtId,
    userId: person.userId,
    role,
    profession: person.profession ?? null,
    isSteward,
    status: 'ACTIVE',
    from,
    until,
    change: 'JOINED',
  });
}

interface Looking {
  roomId: string;
  officer: PersonViewer;
  expiresAt?: string;
}

/** The room service tells that the center looks into a room (R18). */
export async function inspect(
  consent: ConsentUnderTest,
  { people, patientId }: Case,
  { roomId, officer, expiresAt = new Date(Date.now() + 3_600_000).toISOString() }: Looking,
): Promise<{ end(): Promise<unknown> }> {
  const now = (): string => new Date().toISOString();
  const { districtId } = people;
  const look = { inspectionId: newId(), roomId, patientId, districtId, officerId: officer.userId, startedAt: now(), expiresAt };
  await consent.bus.publish('room.inspectionChanged', { ...look, endedAt: null });
  return { end: () => consent.bus.publish('room.inspectionChanged', { ...look, endedAt: now() }) };
}

/** Time passes: the last day of a consent is over. */
export const expire = (consent: ConsentUnderTest, consentId: string): Promise<unknown> =>
  queryAsAdmin(consent.environment.database.adminUrl, `update consent set expires_on = '2026-01-01' where id = $1`, [consentId]);

export const patientView = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient { id consent { id status version viewerCanWithdraw viewerCanAmend proxyReason } disclosures { category state message } } } }`;

export async function viewPatient(consent: ConsentUnderTest, viewer: PersonViewer, patientId: string): Promise<Record<string, any>> {
  const data = await consent.get(viewer, patientView, { r: [{ __typename: 'Patient', id: patientId }] });
  return data._entities[0];
}
