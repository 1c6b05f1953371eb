/** Withdrawing a consent: at once, everywhere (R10). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { bodyHash, type ConsentContext, type ConsentProblem, type KeptWithdrawal, textProblems, tidyText } from '../platform/index.ts';
import { accessForChange, forgetConsents, stateOf } from './consent.access.ts';
import type { ConsentChannel, ConsentGiver } from './consent.entity.ts';
import { emitConsent, nextEpoch } from './consent.events.ts';
import { findEvent, insertEvent } from './consent.history.repository.ts';
import { attachPaper } from './consent.paper.repository.ts';
import { liesLoose } from './consent.paper.service.ts';
import { can } from './consent.policy.ts';
import { changeConsent, type ConsentRow } from './consent.repository.ts';

export interface WithdrawFields {
  idempotencyKey: string;
  withdrawnBy: ConsentGiver;
  withdrawnByName: string;
  reason?: string | null;
  /** By which way it came; left out by the patient, whose account it is. */
  channel?: ConsentChannel | null;
  receivedAt?: Date | null;
  documentUploadId?: string | null;
  expectedVersion: number;
}

export interface Withdrawal {
  consentId?: string;
  roomId?: string | null;
  /** Withdrawn, now or by the same request before. */
  told?: KeptWithdrawal;
  replayed: boolean;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): Withdrawal => ({ replayed: false, problems });
const notFound = refused(problem('NOT_FOUND', ['id']));

/**
 * Answers after every part that is alive has applied it, so that nothing begun after the answer returns data, and after the ledger
 * has it, so that no restored backup brings the consent back (threat 29).
 */
export async function withdrawConsent(context: ConsentContext, id: string, fields: WithdrawFields): Promise<Withdrawal> {
  const { viewer } = context;
  if (!isPerson(viewer)) return notFound;
  await context.requireFresh();
  const withdrawal = await context.write((tx) => withdrawOnce(tx, context, { id, fields, viewer }));
  forgetConsents(context);
  if (withdrawal.told) await Promise.all([context.settle(), context.withdrawals.keep(withdrawal.told)]);
  return withdrawal;
}

interface Request {
  id: string;
  fields: WithdrawFields;
  viewer: PersonViewer;
}

async function withdrawOnce(tx: Em, context: ConsentContext, request: Request): Promise<Withdrawal> {
  const { id, fields } = request;
  const { row, refusal } = await accessForChange(tx, context, { id, action: 'WITHDRAW' });
  if (!row) return refused(problem(refusal, ['id']));
  const channel = channelOf(row, fields);
  const problems = formProblems(fields, { channel, own: row.standing.role === 'PATIENT', now: context.now() });
  if (problems.length > 0) return refused(...problems);
  const done = await findEvent(tx, fields.idempotencyKey);
  if (done) {
    const isSame = done.consent_id === id && done.body_hash === hashOf(fields);
    return isSame
      ? { consentId: id, roomId: row.standing.room_id, told: keptOf(row, done.at), replayed: true, problems: [] }
      : refused(problem('INVALID', ['input', 'idempotencyKey']));
  }
  if (row.version !== fields.expectedVersion)
    return { consentId: id, replayed: false, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
  const facts = { standing: row.standing, status: stateOf(row, context) };
  if (!can(context.viewer, 'WITHDRAW', facts).allowed) return refused(problem('INVALID_STATE', ['id']));
  return withdraw(tx, context, row, request);
}

const channelOf = ({ standing }: ConsentRow, { channel }: WithdrawFields): ConsentChannel =>
  channel ?? (standing.role === 'PATIENT' ? 'OWN_ACCOUNT' : 'IN_PERSON');

/** Clocks differ this much (R24). */
const leewayMs = 5 * 60_000;

const formProblems = (
  fields: WithdrawFields,
  { channel, own, now }: { channel: ConsentChannel; own: boolean; now: Date },
): ConsentProblem[] => [
  ...((channel === 'OWN_ACCOUNT') === own ? [] : [problem('INVALID' as const, ['input', 'channel'])]),
  ...(channel === 'PAPER' && !fields.documentUploadId ? [problem('BLANK' as const, ['input', 'documentUploadId'])] : []),
  ...((fields.receivedAt?.getTime() ?? 0) > now.getTime() + leewayMs ? [problem('INVALID' as const, ['input', 'receivedAt'])] : []),
  ...(isId(fields.idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
  ...textProblems(fields.withdrawnByName, { field: ['input', 'withdrawnByName'], max: 100, required: true }),
  ...textProblems(fields.reason, { field: ['input', 'reason'], max: 1000 }),
];

/** What was sent before there were ways keeps its hash. */
const hashOf = ({ withdrawnBy, withdrawnByName, reason, expectedVersion, ...way }: WithdrawFields): string => {
  const { channel, receivedAt, documentUploadId } = way;
  const told =
    channel || receivedAt || documentUploadId ? [channel ?? null, receivedAt?.toISOString() ?? null, documentUploadId ?? null] : [];
  return bodyHash([withdrawnBy, tidyText(withdrawnByName), reason ? tidyText(reason) : null, expectedVersion, ...told]);
};

const keptOf = ({ id: consentId, patient_id: patientId }: ConsentRow, at: Date | string): KeptWithdrawal => ({
  consentId,
  patientId,
  at: new Date(at).toISOString(),
});

async function withdraw(tx: Em, context: ConsentContext, row: ConsentRow, { fields, viewer }: Request): Promise<Withdrawal> {
  const [patientId, version, reason, at] = [row.patient_id, row.version + 1, fields.reason ? tidyText(fields.reason) : null, context.now()];
  const { documentUploadId } = fields;
  if (documentUploadId && !(await liesLoose(tx, context, { paperId: documentUploadId, patientId })))
    return refused(problem('NOT_FOUND', ['input', 'documentUploadId']));
  const isKept = await insertEvent(
    tx,
    { consentId: row.id, patientId },
    {
      id: fields.idempotencyKey,
      at,
      actorId: viewer.userId,
      actorName: `${tidyText(fields.withdrawnByName)}（${viewer.labels.name}）`,
      kind: 'WITHDRAWN',
      note: reason,
      consentVersion: version,
      bodyHash: hashOf(fields),
      channel: channelOf(row, fields),
      receivedAt: fields.receivedAt ?? at,
    },
  );
  if (!isKept) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  if (documentUploadId) await attachPaper(tx, documentUploadId, { consentId: row.id, patientId, version });
  const epoch = await nextEpoch(tx, patientId);
  await changeConsent(tx, row.id, { status: 'WITHDRAWN', epoch, withdrawnAt: at, reason });
  await audit(tx, context, {
    authority: row.standing.relation,
    action: 'UPDATE',
    categories: [],
    subjectType: 'Consent',
    subjectId: row.id,
    patientId,
    districtId: row.district_id,
    roomId: row.standing.room_id,
  });
  await emitConsent(tx, {
    id: row.id,
    patientId,
    districtId: row.district_id,
    status: 'WITHDRAWN',
    version,
    epoch,
    answers: [],
    disasterUse: false,
    expiresOn: row.expires_on,
    actorId: viewer.userId,
  });
  return { consentId: row.id, roomId: row.standing.room_id, told: keptOf(row, at), replayed: false, problems: [] };
}
