/** Coming with the paper: as nobody yet, by code and birth date; then, signed in, into the room (R10, R13). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer, type Viewer } from '@heya/service-common/viewer';
import { emitMembership, forgetMemberships, type MembershipRow } from '../membership/index.ts';
import { forgetPatients } from '../patient/index.ts';
import { type RoomContext, type RoomProblem, ruled } from '../platform/index.ts';
import { forgetRooms } from '../room/index.ts';
import { about, forgetFamily, recordRefusal } from './family-invitation.access.ts';
import { type Proof, proofOf } from './family-invitation.code.ts';
import { mostTries } from './family-invitation.policy.ts';
import { accept, countTry, type FamilyInvitationRow, openByProof, selectById } from './family-invitation.repository.ts';

export interface Typed {
  code: string;
  birthDate: string;
}

/** One answer for an unknown code, a wrong birth date and an invitation that is over. */
const unknown = ruled('NOT_FOUND', 'JOIN_UNKNOWN', ['input', 'code']);

/** A network, not an address; a person who is signed in counts for themselves. */
function sourceOf(viewer: Viewer): string {
  const address = viewer.type === 'anonymous' ? (viewer.address ?? '') : '';
  const network = address.includes(':') ? address.split(':').slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.');
  const source = isPerson(viewer) ? viewer.userId : network;
  return createHash('sha256').update(`join\n${source}`).digest('base64url');
}

/** Counted before the answer is known, so that guesses side by side cannot slip through. @throws RATE_LIMITED */
async function counted<T>(context: RoomContext, work: () => Promise<{ isRight: boolean; result: T }>): Promise<T> {
  const source = sourceOf(context.viewer);
  if ((await context.write((tx) => countTry(tx, source, 1))) > mostTries) throw codedError('RATE_LIMITED');
  const { isRight, result } = await work();
  if (isRight) await context.write((tx) => countTry(tx, source, -1));
  return result;
}

/** @returns the invitation that both open; its being opened is written down */
const openWith = (context: RoomContext, { code, birthDate }: Typed): Promise<FamilyInvitationRow | null> =>
  counted(context, () =>
    context.write(async (tx) => {
      const row = await openByProof(tx, proofOf(code, birthDate));
      if (row) await audit(tx, context, { ...about(row), authority: 'INVITED', action: 'VIEW' });
      else await recordRefusal(tx, context, null);
      return { isRight: Boolean(row), result: row ?? null };
    }),
  );

export async function openInvitation(
  context: RoomContext,
  typed: Typed,
): Promise<{ invitation: FamilyInvitationRow | null; problems: RoomProblem[] }> {
  const invitation = await openWith(context, typed);
  return { invitation, problems: invitation ? [] : [unknown] };
}

export interface AccountOutcome {
  accountName: string | null;
  enrolmentCode: string | null;
  problems: RoomProblem[];
}

/** For somebody who has no ID: identity makes one and gives a code for the first sign-in, which goes on there (R4). */
export async function prepareAccount(context: RoomContext, typed: Typed): Promise<AccountOutcome> {
  const row = await openWith(context, typed);
  if (!row) return { accountName: null, enrolmentCode: null, problems: [unknown] };
  const { role: kind, name, name_kana: nameKana, account_id: userId, district_id: districtId } = row;
  const account = await context.identity.prepareAccount({ userId, districtId, kind, name, nameKana, birthDate: typed.birthDate }, context);
  const stopped = ruled('INVALID_STATE', 'JOIN_STOPPED', ['input', 'code']);
  return account ? { ...account, problems: [] } : { accountName: null, enrolmentCode: null, problems: [stopped] };
}

export interface AcceptOutcome {
  membership: MembershipRow | null;
  problems: RoomProblem[];
}

/** Consent, tick and room are asked once more in the statement that lets in. Sharing starts when this has returned. */
export async function acceptFamily(
  context: RoomContext,
  { invitationId, proof }: { invitationId?: string | null; proof?: Typed | null },
): Promise<AcceptOutcome> {
  const { viewer } = context;
  const id = proof ? (await openWith(context, proof))?.id : invitationId;
  if (!id || !isId(id) || !isPerson(viewer)) return { membership: null, problems: [unknown] };
  // Whoever holds the letter of somebody else does not come in with an ID of their own.
  if (proof && !(await context.identity.fitsBirthDate(viewer.userId, proof.birthDate, context))) {
    await context.write((tx) => recordRefusal(tx, context, id));
    return { membership: null, problems: [ruled('INVALID_STATE', 'JOIN_SOMEBODY_ELSE', ['input'])] };
  }
  const known = proof ? proofOf(proof.code, proof.birthDate) : null;
  const outcome = await context.write((tx) => enter(tx, context, { id, viewer, proof: known }));
  for (const forget of [forgetFamily, forgetRooms, forgetMemberships, forgetPatients]) forget(context);
  if (outcome.membership) await context.settle();
  return outcome;
}

interface Entering {
  id: string;
  viewer: PersonViewer;
  proof: Proof | null;
}

async function enter(tx: Em, context: RoomContext, { id, viewer, proof }: Entering): Promise<AcceptOutcome> {
  const membership = await accept(tx, { id, proof, membershipId: newId(), name: viewer.labels.name });
  if (!membership) {
    // Whoever came with this very account is told why not; to everybody else it does not exist.
    const own = proof !== null || (await selectById(tx, id)) !== undefined;
    await recordRefusal(tx, context, id);
    return { membership: null, problems: [own ? ruled('INVALID_STATE', 'JOIN_NOT_YOURS', ['input']) : unknown] };
  }
  await audit(tx, context, {
    authority: 'INVITED',
    action: 'CREATE',
    categories: [],
    subjectType: 'RoomMembership',
    subjectId: membership.id,
    roomId: membership.room_id,
    patientId: membership.patient_id,
  });
  await emitMembership(tx, membership, 'JOINED');
  return { membership, problems: [] };
}
