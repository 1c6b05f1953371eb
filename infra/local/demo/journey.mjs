// The way a room opens (R8–R12), over the public API, every step by the person who takes it.
import { Session } from '../api/graphql.mjs';
import { uuidv7 } from '../api/uuid.mjs';
import * as operations from './operations.mjs';
import { drawSignature } from './signature.mjs';

const minute = 60_000;
const ago = (minutes) => new Date(Date.now() - minutes * minute).toISOString();

/** Signs everybody in once and keeps the sessions, since a one-time code counts once. */
export class Cast {
  #urls;
  #accounts;
  #sessions = new Map();

  /** @param {{issuer: string, gateway: string}} urls @param {import('../stack.d.mts').DemoAccount[]} accounts */
  constructor(urls, accounts) {
    this.#urls = urls;
    this.#accounts = new Map(accounts.map((account) => [account.role, account]));
  }

  /** @returns {import('../stack.d.mts').DemoAccount} */
  account(role) {
    const found = this.#accounts.get(role);
    if (!found) throw new Error(`nobody plays "${role}"`);
    return found;
  }

  /** @returns {Promise<Session>} */
  as(role) {
    if (!this.#sessions.has(role)) this.#sessions.set(role, Session.open(this.#urls, this.account(role)));
    return this.#sessions.get(role);
  }
}

/**
 * @param {Cast} cast
 * @param {typeof import('./room.json')} script
 * @returns {Promise<{id: string, roomNumber: string, patientId: string, consentId: string}>}
 */
export async function openRoom(cast, script) {
  const applicant = script.application.applicant;
  const patientId = await registerPatient(cast, applicant, script.patient);
  const consentId = await takeConsent(cast, applicant, { ...script.consent, patientId });
  const application = await apply(cast, applicant, { script, patientId, consentId });
  await reviewAndOpen(cast, application);
  const { room } = await newestInvitation(cast, applicant);
  for (const { role } of script.members) await accept(cast, role, room.id);
  for (const post of script.posts) await write(cast, room.id, post);
  return { ...room, patientId, consentId };
}

async function registerPatient(cast, by, patient) {
  const session = await cast.as(by);
  const payload = await session.change(operations.registerPatient, { input: { idempotencyKey: uuidv7(), ...patient } });
  return payload.patient.id;
}

async function takeConsent(cast, by, consent) {
  const session = await cast.as(by);
  const { consentText } = await session.ask(operations.currentConsentText);
  const signature = { contentType: 'image/png', base64: drawSignature().toString('base64') };
  const input = {
    idempotencyKey: uuidv7(),
    method: 'ON_DEVICE_SIGNATURE',
    textVersion: consentText.version,
    explainedById: cast.account(by).userId,
    explainedAt: ago(10),
    signedAt: ago(1),
    signature,
    ...consent,
  };
  const payload = await session.change(operations.submitConsent, { input });
  return payload.consent.id;
}

async function apply(cast, by, { script, patientId, consentId }) {
  const session = await cast.as(by);
  const members = script.members.map(({ role, as }) => ({
    userId: cast.account(role).userId,
    facilityId: cast.account(role).facilityId,
    role: as,
  }));
  const { situation, reason, steward } = script.application;
  const input = { idempotencyKey: uuidv7(), patientId, consentId, members, stewardUserId: cast.account(steward).userId, situation, reason };
  const payload = await session.change(operations.applyForRoom, { input });
  return payload.roomApplication;
}

/** R12: the clerk checks, another officer approves and opens. */
async function reviewAndOpen(cast, application) {
  let { version } = application;
  for (const officer of ['clerk', 'approver']) {
    const session = await cast.as(officer);
    const payload = await session.change(operations.reviewApplication, {
      id: application.id,
      input: { decision: 'APPROVE', expectedVersion: version },
    });
    version = payload.roomApplication.version;
  }
  const approver = await cast.as('approver');
  await approver.change(operations.executeApplication, { id: application.id });
}

/** The room's id comes from an invitation: an officer opens the room and does not see it (R13). */
async function newestInvitation(cast, role, roomId) {
  const session = await cast.as(role);
  const { viewer } = await session.ask(operations.openInvitations);
  const fitting = viewer.invitations.filter(({ room }) => roomId === undefined || room.id === roomId);
  const [newest] = fitting.toSorted((a, b) => Date.parse(b.invitedAt) - Date.parse(a.invitedAt));
  if (!newest) throw new Error(`${role} was not invited`);
  return newest;
}

async function accept(cast, role, roomId) {
  const [session, invitation] = [await cast.as(role), await newestInvitation(cast, role, roomId)];
  await session.change(operations.acceptInvitation, { id: invitation.id });
}

async function write(cast, roomId, { by, audience, body, minutesAgo, measurements }) {
  const session = await cast.as(by);
  const observedAt = ago(minutesAgo);
  const vitals = measurements && {
    takenAt: observedAt,
    measurements: Object.entries(measurements).map(([kind, value]) => ({ kind, value })),
  };
  const input = {
    idempotencyKey: uuidv7(),
    roomId,
    audience,
    kind: vitals ? 'VITALS' : 'NOTE',
    body,
    observedAt,
    ...(vitals && { vitals }),
  };
  await session.change(operations.writePost, { input });
}
