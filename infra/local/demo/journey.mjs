// The way a room opens (R8–R12), over the public API, every step by the person who takes it.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphqlError, Session } from '../api/graphql.mjs';
import { uuidv7 } from '../api/uuid.mjs';
import * as operations from './operations.mjs';
import { drawSignature } from './signature.mjs';

const minute = 60_000;
const patienceMs = 60_000;
const retryEveryMs = 500;
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

  /** A question by this person. @returns {Promise<any>} data */
  async ask(role, query, variables) {
    const session = await this.as(role);
    return patiently(() => session.ask(query, variables));
  }

  /** A change by this person. @returns {Promise<any>} the mutation's payload */
  async change(role, query, variables) {
    const session = await this.as(role);
    return patiently(() => session.change(query, variables));
  }

  /** @returns {Promise<Session>} without the patience of ask and change */
  as(role) {
    if (!this.#sessions.has(role)) this.#sessions.set(role, Session.open(this.#urls, this.account(role)));
    return this.#sessions.get(role);
  }

  /** The session has ended: the next question begins a new one. */
  forget(role) {
    this.#sessions.delete(role);
  }
}

/** Services say "not now" until they have heard from each other; asking the same again is safe, since every create carries its id. */
async function patiently(work) {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof GraphqlError && error.errors.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE');
      if (!busy || performance.now() > end) throw error;
      await pause(retryEveryMs);
    }
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
  await describePatient(cast, applicant, { patientId, script });
  for (const post of script.posts) await write(cast, room.id, post);
  return { ...room, patientId, consentId };
}

/** Form 2-2 waits in the center's inbox: the second nurse has another name from the first of next month (R7). */
export async function fileIdChange(cast) {
  const now = new Date();
  const change = {
    userId: cast.account('secondNurse').userId,
    kind: 'NAME',
    after: '朝霧 千鶴',
    afterKana: 'アサギリ チヅル',
    effectiveAt: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString(),
    reason: '婚姻のため',
  };
  await cast.change('facilityAdmin', operations.fileIdChange, { input: { idempotencyKey: uuidv7(), form: 'FORM_2_2', change } });
}

async function registerPatient(cast, by, patient) {
  const payload = await cast.change(by, operations.registerPatient, { input: { idempotencyKey: uuidv7(), ...patient } });
  return payload.patient.id;
}

/** The profile beyond the basics, and the contacts of the family (R20). */
async function describePatient(cast, by, { patientId, script }) {
  await cast.change(by, operations.updatePatient, { id: patientId, input: script.profile });
  for (const contact of script.contacts)
    await cast.change(by, operations.saveContact, { input: { idempotencyKey: uuidv7(), patientId, ...contact } });
}

async function takeConsent(cast, by, consent) {
  const { consentText } = await cast.ask(by, operations.currentConsentText);
  const input = {
    idempotencyKey: uuidv7(),
    method: 'ON_DEVICE_SIGNATURE',
    textVersion: consentText.version,
    explainedById: cast.account(by).userId,
    explainedAt: ago(10),
    signedAt: ago(1),
    signature: { contentType: 'image/png', base64: drawSignature().toString('base64') },
    ...consent,
  };
  const payload = await cast.change(by, operations.submitConsent, { input });
  return payload.consent.id;
}

async function apply(cast, by, { script, patientId, consentId }) {
  const members = script.members.map(({ role, as }) => ({
    userId: cast.account(role).userId,
    facilityId: cast.account(role).facilityId,
    role: as,
  }));
  const { situation, reason, steward } = script.application;
  const form = { patientId, consentId, members, stewardUserId: cast.account(steward).userId, situation, reason };
  const payload = await cast.change(by, operations.applyForRoom, { input: { idempotencyKey: uuidv7(), ...form } });
  return payload.roomApplication;
}

/** R12: the clerk checks, another officer approves and opens. */
async function reviewAndOpen(cast, { id, version }) {
  const approve = (expectedVersion) => ({ id, input: { decision: 'APPROVE', expectedVersion } });
  const checked = await cast.change('clerk', operations.reviewApplication, approve(version));
  await cast.change('approver', operations.reviewApplication, approve(checked.roomApplication.version));
  await cast.change('approver', operations.executeApplication, { id });
}

/** The room's id comes from an invitation: an officer opens the room and does not see it (R13). */
async function newestInvitation(cast, role, roomId) {
  const { viewer } = await cast.ask(role, operations.openInvitations);
  const fitting = viewer.invitations.filter(({ room }) => roomId === undefined || room.id === roomId);
  const [newest] = fitting.toSorted((a, b) => Date.parse(b.invitedAt) - Date.parse(a.invitedAt));
  if (!newest) throw new Error(`${role} was not invited`);
  return newest;
}

async function accept(cast, role, roomId) {
  const { id } = await newestInvitation(cast, role, roomId);
  await cast.change(role, operations.acceptInvitation, { id });
}

/** @returns what a post is sent with (R25) */
async function bringPhoto(cast, roomId, { by, bytes, ...photo }) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { idempotencyKey: uuidv7(), roomId, contentType: 'image/png', byteSize: bytes.length, sha256 };
  const { upload } = await cast.change(by, operations.announceUpload, { input });
  const { status } = await (await cast.as(by)).file(upload.putUrl, bytes);
  if (status !== 200) throw new Error(`a photo was not taken in: ${status}`);
  return { uploadId: upload.id, ...photo };
}

async function write(cast, roomId, { by, audience, body, minutesAgo, measurements, asks, names, photo }) {
  const observedAt = ago(minutesAgo);
  const vitals = measurements && {
    takenAt: observedAt,
    measurements: Object.entries(measurements).map(([kind, value]) => ({ kind, value })),
  };
  // Asked of somebody, to be answered within so many hours from now (R23).
  const ask = asks && { toUserId: cast.account(asks.of).userId, dueAt: ago(-asks.withinHours * 60) };
  const kind = vitals ? 'VITALS' : ask ? 'QUESTION' : 'NOTE';
  const post = { roomId, audience, kind, body, observedAt, ...(vitals && { vitals }), ...(ask && { ask }) };
  // Whom the first word names (R22).
  if (names) post.mentions = [{ userId: cast.account(names).userId, start: 0, end: 1 }];
  if (photo) post.uploads = [await bringPhoto(cast, roomId, { by, ...photo })];
  await cast.change(by, operations.writePost, { input: { idempotencyKey: uuidv7(), ...post } });
}
