/** The ids that the catalogue fills into operations, found over the API by those who may see them. */
import { generateKeyPairSync } from 'node:crypto';
import type { Session } from '../../local/api/graphql.mjs';
import { applyForRoom, registerPatient } from '../../local/demo/operations.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { consentForm, roomForm } from '../forms.ts';
import { prepareThird } from '../prepare.ts';
import { confirmRoster, type FiledChange, refiledChange } from '../scene/facility-work.ts';
import { type FiledApplication, ownLink, proposeLink, refiledApplication, returnedApplication } from '../scene/id-application.ts';
import { startInspection } from '../scene/inspection.ts';
import { bringPaper } from '../scene/paper.ts';
import type { Scene, SceneRoom } from '../scene/scene.ts';
import { plantSharing, sharedIdCase } from '../scene/shared-id.ts';
import type { World } from '../world.ts';
import { type Principal, principals, roleOf } from './principals.ts';

type Form = Record<string, unknown>;

export interface Facts {
  room: SceneRoom;
  withdrawn: SceneRoom;
  closed: SceneRoom;
  /** Nobody writes in it, and the center asks its people (R17); of the principals it is otherMember's alone. */
  asked: SceneRoom;
  /** A patient with a consent and no application. */
  fresh: { patientId: string; consentId: string };
  /** A 4-1 that no officer has looked at. */
  waiting: { applicationId: string };
  /** A 2-1-1 that was filed again and waits; it names somebody of the district and somebody of another who have IDs. */
  idApplication: FiledApplication;
  /** One like it that was returned. */
  returnedApplication: FiledApplication;
  /** One that was approved for somebody of another district, who has not answered. */
  linkedApplicationId: string;
  /** What another district asks otherMember. */
  linkId: string;
  /** A 2-2 about the member that was filed again and waits. */
  idChange: FiledChange;
  /** About somebody who is no principal; open. */
  sharedIdCase: { id: string; taskId: string };
  /** On paper, not filed to anything. */
  pageId: string;
  facilityId: string;
  userIds: { nurse: string; family: string; patient: string };
  accountName: string;
  /** The center's task about `waiting`, and about the consent withdrawn. */
  taskId: string;
  withdrawalTaskId: string;
  /** The inspector's, running (R18). */
  inspectionId: string;
  /** At the facility of the member and the facility admin; nobody else needs them. */
  colleagues: { suspended: string; recovering: string };
  /** Begun by the facility admin for `recovering`. */
  recoveryId: string;
  /** Of the member, a facility's, stopped. */
  deviceId: string;
  /** Of somebody who is no principal. */
  sessionId: string;
  /** User ids of the principals that have one. */
  people: Partial<Record<Principal, string>>;
  ownMemberships: Partial<Record<Principal, string>>;
  /** Right in everything for the applicant, but for the key, which is new each time. */
  forms: { patient: Form; consent: Form; application: Form };
}

const known = new WeakMap<World, Promise<Facts>>();

/** The same for all cases of one audit. */
export function collectFacts(world: World, scene: Scene): Promise<Facts> {
  const found = known.get(world) ?? collect(world, scene);
  known.set(world, found);
  return found;
}

async function collect(world: World, scene: Scene): Promise<Facts> {
  const { room, withdrawn, closed, other: asked } = scene;
  const nurse = world.account('nurse');
  const [fresh, toApply] = [await prepareThird(world), await prepareThird(world)];
  const waiting = await apply(world);
  const officer = await world.as('clerk');
  const colleagues = { suspended: world.spare().userId, recovering: world.spare().userId };
  const colleague = world.spare();
  await world.storage.within('heya_identity', (client) => plantSharing(client, colleague.userId));
  const admin = await world.as('facilityAdmin');
  const facilityId = nurse.facilityId ?? '';
  const taskId = await taskAbout(officer, waiting.applicationId);
  const elsewhere = world.account('secondDoctor');
  await proposeLink({ clerk: await world.as('secondClerk'), approver: await world.as('secondApprover') }, world.account('outsider'));
  await confirmRoster(admin, facilityId);
  await referMember(await world.as('careManager'), room);
  return {
    room,
    withdrawn,
    closed,
    asked,
    fresh,
    waiting,
    idApplication: await refiledApplication(officer, [colleague, elsewhere]),
    returnedApplication: await returnedApplication(officer, [colleague, elsewhere]),
    linkedApplicationId: (await proposeLink({ clerk: officer, approver: await world.as('approver') }, elsewhere)).id,
    linkId: await ownLink(await world.as('outsider')),
    idChange: await refiledChange({ admin, officer }, nurse.userId),
    sharedIdCase: await sharedIdCase(officer, colleague.userId),
    ...(await bringPaper(officer, world.urls.gateway, taskId)),
    facilityId,
    userIds: { nurse: nurse.userId, family: world.userId('family'), patient: world.userId('patient') },
    accountName: nurse.userName,
    taskId,
    withdrawalTaskId: await taskAbout(officer, withdrawn.consentId),
    inspectionId: await startInspection(await world.as('approver'), room.id),
    colleagues,
    recoveryId: await startRecovery(admin, colleagues.recovering),
    deviceId: await stoppedDevice(await world.as('nurse')),
    sessionId: await sessionOf(await world.as('secondNurse')),
    people: Object.fromEntries(principals.flatMap((name) => [[name, world.userId(roleOf(name) ?? 'doctor')]])),
    ownMemberships: await membershipsOf(world, room),
    forms: {
      patient: { ...basics, name: '登録野 太郎', nameKana: 'トウロクノ タロウ' },
      consent: await consentForm(world, await register(world)),
      application: roomForm(world, toApply),
    },
  };
}

const basics = { sex: 'MALE', birthDate: '1938-05-06', address: '若葉市本町二丁目' };

async function register(world: World): Promise<string> {
  const input = { ...basics, idempotencyKey: uuidv7(), name: '未同意 太郎', nameKana: 'ミドウイ タロウ' };
  const { patient } = await (await world.as('doctor')).change<{ patient: { id: string } }>(registerPatient, { input });
  return patient.id;
}

async function apply(world: World): Promise<{ applicationId: string }> {
  const input = roomForm(world, await prepareThird(world));
  const { roomApplication } = await (await world.as('doctor')).change<{ roomApplication: { id: string } }>(applyForRoom, { input });
  return { applicationId: roomApplication.id };
}

const refer = `mutation ($input: SupportReferralInput!) { supportReferralCreate(input: $input) { supportReferral { id } userErrors { code message field } } }`;

/** The steward hands somebody over who is no principal (R15). */
async function referMember(steward: Session, { id: roomId, membershipId }: SceneRoom): Promise<void> {
  await steward.change(refer, { input: { idempotencyKey: uuidv7(), roomId, membershipId, topic: 'SIGN_IN', note: '端末を替えた' } });
}

const recovery =
  'mutation ($userId: ID!, $input: RecoveryStartInput!) { recoveryStart(userId: $userId, input: $input) { recovery { id } userErrors { code message field } } }';

async function startRecovery(admin: Session, userId: string): Promise<string> {
  const input = { idempotencyKey: uuidv7(), reason: '端末をなくしたため。職員証で確かめた。' };
  return (await admin.change<{ recovery: { id: string } }>(recovery, { userId, input })).recovery.id;
}

const registerDevice = `mutation ($input: DeviceRegisterInput!) { deviceRegister(input: $input) { device { id } userErrors { code message field } } }`;
const stopDevice = `mutation ($id: ID!) { deviceRevoke(id: $id, reason: "置き忘れたため") { device { id } userErrors { code message field } } }`;

async function stoppedDevice(owner: Session): Promise<string> {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const input = {
    idempotencyKey: uuidv7(),
    label: '訪問用タブレット',
    platform: 'IPADOS',
    ownership: 'FACILITY',
    securitySoftwareAttested: true,
    publicKey: { x, y },
  };
  const { device } = await owner.change<{ device: { id: string } }>(registerDevice, { input });
  await owner.change(stopDevice, { id: device.id });
  return device.id;
}

const tasks = `query ($after: String) { reviewTasks(first: 100, after: $after, filter: { states: [OPEN, CLAIMED] }) {
  nodes { id subject { __typename ... on Consent { id } ... on RoomApplication { id } } } } }`;

/** The inbox hears of it a moment later. */
async function taskAbout(officer: Session, subjectId: string): Promise<string> {
  for (let looks = 0; looks < 60; looks += 1) {
    const { reviewTasks } = await officer.ask<{ reviewTasks: { nodes: { id: string; subject: { id?: string } | null }[] } }>(tasks);
    const found = reviewTasks.nodes.find(({ subject }) => subject?.id === subjectId);
    if (found) return found.id;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the center has no task about ${subjectId}`);
}

async function sessionOf(person: Session): Promise<string> {
  const { viewer } = await person.ask<{ viewer: { sessions: { id: string; isCurrent: boolean }[] } }>(
    'query { viewer { sessions { id isCurrent } } }',
  );
  return viewer.sessions.find(({ isCurrent }) => isCurrent)?.id ?? '';
}

const own = 'query ($id: ID!) { room(id: $id) { viewerMembership { id } } }';

async function membershipsOf(world: World, room: SceneRoom): Promise<Facts['ownMemberships']> {
  const found: Facts['ownMemberships'] = {};
  for (const principal of principals) {
    const role = roleOf(principal);
    if (!role) continue;
    const seen = await (await world.as(role)).ask<{ room: { viewerMembership: { id: string } | null } | null }>(own, { id: room.id });
    if (seen.room?.viewerMembership) found[principal] = seen.room.viewerMembership.id;
  }
  return found;
}
