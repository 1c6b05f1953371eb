/** What the center sees of an ID that may be shared, and what it decides (R3). Each look and each decision is in the record. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { closeWork, findBySubject } from '../inbox/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { type AuthenticationMethod, requirePerson } from '../session/index.ts';
import { stopId } from '../suspension/index.ts';
import type { User } from '../user/index.ts';
import type { SharedIdCase, SharedIdOutcome } from './shared-id-case.entity.ts';
import { can, laneOf } from './shared-id.policy.ts';
import * as repository from './shared-id.repository.ts';

/** The only way to one case; the look is written down. @returns null for what is not the viewer's to see as for what does not exist */
export async function getCase(context: IdentityContext, id: string): Promise<SharedIdCase | null> {
  const found = isId(id) ? await context.read((tx) => repository.findCase(tx, id)) : null;
  if (!found || !can(context.viewer, 'SEE', found).allowed) {
    await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'SharedIdCase', ...(found && { subjectId: found.id }) }));
    return null;
  }
  const about = { categories: [], subjectType: 'SharedIdCase', subjectId: found.id };
  await context.asService((tx) => audit(tx, context, { authority: 'REVIEW', action: 'VIEW', ...about }));
  return found;
}

/** Since when the center has been asked about the viewer's own ID; who holds it is told. */
export async function ownCaseSince(context: IdentityContext): Promise<Date | null> {
  const { userId } = requirePerson(context);
  return (await context.asService((tx) => repository.findOpenCase(tx, userId)))?.openedAt ?? null;
}

/** What was one machine, as far as that can be told. */
export interface Lane {
  id: string;
  label: string | null;
  deviceName: string | null;
  facilityId: string | null;
  methods: AuthenticationMethod[];
  isSignedIn: boolean;
  uses: { at: Date; network: number; networkHint: string | null }[];
}

/** Networks are numbered in the order of their first use: what they are nobody needs to know. */
export async function lanesOf(
  context: IdentityContext,
  found: Pick<SharedIdCase, 'districtId' | 'userId' | 'lastSeenAt'>,
): Promise<Lane[]> {
  if (!can(context.viewer, 'SEE', found).allowed) return [];
  const rows = await context.asService((tx) => repository.evidenceOf(tx, found));
  const networks = [...new Set(rows.map((row) => row.network_mark))];
  const keyOf = (row: repository.EvidenceRow): string => laneOf({ deviceId: row.device_id, sessionId: row.session_id });
  return [...Map.groupBy(rows, keyOf)].map(([id, own]) => ({
    id,
    label: own.at(-1)?.label ?? null,
    deviceName: own[0]?.device_name ?? null,
    facilityId: own[0]?.facility_id ?? null,
    methods: [...new Set(own.flatMap(({ methods }) => methods))],
    isSignedIn: own.some(({ signed_in }) => signed_in),
    uses: own.map((row) => ({ at: new Date(row.at), network: networks.indexOf(row.network_mark) + 1, networkHint: row.network_hint })),
  }));
}

export interface Verdict {
  outcome: SharedIdOutcome;
  note: string;
  expectedVersion: number;
}

export interface CaseResult {
  found: SharedIdCase | null;
  problems: IdentityProblem[];
}

/** Stopping is an officer's act, here as anywhere: no machine locks an ID. */
export async function decideCase(
  context: IdentityContext,
  id: string,
  { outcome, note: typed, expectedVersion }: Verdict,
): Promise<CaseResult> {
  const { userId: decidedBy } = requirePerson(context);
  const found = isId(id) ? await context.read((tx) => repository.findCase(tx, id)) : null;
  const decision = can(context.viewer, 'DECIDE', found);
  if (!found || !decision.allowed) return refuse(context, decision.allowed ? 'ABSENT' : decision.reason);
  const note = readReason(typed, ['input', 'note']);
  if ('problem' in note) return { found, problems: [note.problem] };
  const administered = await context.loaders.administered.load(found.userId);
  if ('refused' in administered) return refuse(context, administered.refused);
  const verdict = { outcome, note: note.text, decidedAt: context.now(), decidedBy };
  const result = await context.asService((tx) => keep(tx, context, { found, expectedVersion, verdict, administered }));
  if (result.problems.length === 0 && outcome === 'SHARED_STOPPED') await context.settle();
  context.loaders.user.clear(found.userId);
  return result;
}

interface Keeping {
  found: SharedIdCase;
  expectedVersion: number;
  verdict: { outcome: SharedIdOutcome; note: string; decidedAt: Date; decidedBy: string };
  administered: { user: User; authority: string };
}

/** One transaction: the decision, the inbox, and the ID when it is stopped. */
async function keep(tx: Em, context: IdentityContext, { found, expectedVersion, verdict, administered }: Keeping): Promise<CaseResult> {
  const { id } = found;
  const task = await findBySubject(tx, 'SharedIdCase', id);
  const inOtherHands = task?.state === 'CLAIMED' && task.assigneeId !== verdict.decidedBy;
  if (inOtherHands || !(await repository.changeCase(tx, { id, version: expectedVersion }, { ...verdict, version: expectedVersion + 1 }))) {
    await recordRefusal(tx, context, { subjectType: 'SharedIdCase', subjectId: id });
    const now = await repository.findCase(tx, id);
    const isStale = !inOtherHands && now?.decidedAt === null;
    return { found: now, problems: [{ code: isStale ? 'STALE_VERSION' : 'INVALID_STATE', field: ['id'] }] };
  }
  if (verdict.outcome === 'SHARED_STOPPED') await stop(tx, context, administered, verdict);
  await closeWork(tx, 'SharedIdCase', id, verdict.decidedAt);
  await audit(tx, context, { authority: 'REVIEW', action: 'UPDATE', categories: [], subjectType: 'SharedIdCase', subjectId: id });
  return { found: await repository.findCase(tx, id), problems: [] };
}

/** An ID that is stopped already stays so. */
async function stop(
  tx: Em,
  context: IdentityContext,
  { user, authority }: Keeping['administered'],
  { note: reason, decidedBy: by }: Keeping['verdict'],
): Promise<void> {
  if (await stopId(tx, context, { user, authority, reason, by }))
    await audit(tx, context, { authority, action: 'UPDATE', categories: [], subjectType: 'User', subjectId: user.id });
}

async function refuse(context: IdentityContext, reason: 'ROLE' | 'ABSENT'): Promise<CaseResult> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'SharedIdCase' }));
  if (reason === 'ROLE') throw codedError('FORBIDDEN');
  return { found: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
}
