/** Writing a pledge down: accepted promise by promise, with the hash of the wording and the sealed signature (R1). */
import { createHash } from 'node:crypto';
import { audit, type AuditActor } from '@heya/service-common/audit';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Em } from '@heya/service-common/orm';
import { readSignature, type SignatureFields } from '@heya/service-common/signature';
import type { SubmissionChannel } from '../form/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { isUuid, tokyoDay } from '../user/index.ts';
import type { Pledge } from './pledge.entity.ts';
import type { PledgeForm, PledgeText } from './pledge-text.entity.ts';
import { type PledgeFields, problemsOf } from './pledge.policy.ts';
import { findPledge, insertPledge, insertSignature } from './pledge.repository.ts';
import { findPledgeText } from './pledge.text.service.ts';

const longestName = 80;

/** What somebody hands in. */
export interface PledgeSubmission extends PledgeFields {
  /** Made by the client: sent twice it is one pledge (api.md 8). */
  id: string;
  districtId: string;
  form: PledgeForm;
  /** Drawn. 1-1 on the screen needs it; 1-2 is signed by whoever has proved with two factors who they are. */
  signature?: SignatureFields | null | undefined;
  /** Null for an application that comes before its facility. */
  facilityId: string | null;
  signerUserId: string | null;
  /** Day in Japan on the paper; absent: today, on the screen. */
  paper?: { signedOn: string; registeredBy: string };
}

/** What has been looked at and may be written down. */
export interface CheckedPledge {
  submission: PledgeSubmission;
  text: PledgeText;
  picture: Buffer | undefined;
  bodyHash: string;
}

export type PledgeCheck = { checked: CheckedPledge; problems: [] } | { problems: IdentityProblem[] };

/**
 * Writes nothing, so that a form can show all its problems at once.
 * @param path of the pledge within the input, e.g. `['input']`
 */
export async function checkPledge(
  tx: Em,
  submission: PledgeSubmission,
  { path, now }: { path: readonly string[]; now: Date },
): Promise<PledgeCheck> {
  const { districtId, form, textVersion, paper, signature } = submission;
  const text = await findPledgeText(tx, { districtId, form, ...(paper && { version: textVersion }) }, now);
  const name = readReason(submission.signerName, [...path, 'signerName']);
  const drawn = signature ? readSignature(signature, [...path, 'signature']) : undefined;
  const problems: IdentityProblem[] = [
    ...(isUuid(submission.id) ? [] : [{ code: 'INVALID' as const, field: [...path, 'idempotencyKey'] }]),
    ...(text
      ? problemsOf(text, paper ? whole(submission, text) : submission, path)
      : [{ code: 'STALE_VERSION' as const, field: [...path, 'textVersion'] }]),
    ...('problem' in name ? [name.problem] : lengthProblems(name.text, path)),
    ...(drawn && 'problems' in drawn ? drawn.problems : []),
    ...(form === 'FORM_1_1' && !paper && !signature ? [{ code: 'BLANK' as const, field: [...path, 'signature'] }] : []),
    ...(paper && !isPastDay(paper.signedOn, now) ? [{ code: 'INVALID' as const, field: [...path, 'signedOn'] }] : []),
  ];
  if (!text || problems.length > 0 || 'problem' in name) return { problems };
  const tidy = { ...(paper ? whole(submission, text) : submission), signerName: name.text };
  return {
    checked: { submission: tidy, text, picture: drawn && 'picture' in drawn ? drawn.picture : undefined, bodyHash: hashOf(tidy) },
    problems: [],
  };
}

/** On paper one signs the whole. */
const whole = (submission: PledgeSubmission, { clauses }: PledgeText): PledgeSubmission => ({
  ...submission,
  acceptedClauses: clauses.map(({ id }) => id),
});

const lengthProblems = (name: string, path: readonly string[]): IdentityProblem[] =>
  [...name].length > longestName ? [{ code: 'TOO_LONG', field: [...path, 'signerName'], values: { max: longestName } }] : [];

const isPastDay = (day: string, now: Date): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && day <= tokyoDay(now);

/** Who does it, with what it is sealed, and when. */
export interface Recording extends AuditActor {
  dataKeys: DataKeys;
  now: () => Date;
}

export type PledgeRecord = { pledge: Pledge; replayed: boolean; problems: [] } | { problems: IdentityProblem[] };

/**
 * In the caller's transaction, with its line of the access record. The same one sent again gives the first one back.
 * @param tx of the service: nobody writes pledges but it
 */
export async function recordPledge(
  tx: Em,
  recording: Recording,
  { submission, text, picture, bodyHash }: CheckedPledge,
  { authority, path }: { authority: string; path: readonly string[] },
): Promise<PledgeRecord> {
  const known = await findPledge(tx, submission.id);
  if (known)
    return known.bodyHash === bodyHash
      ? { pledge: known, replayed: true, problems: [] }
      : { problems: [{ code: 'INVALID', field: [...path, 'idempotencyKey'] }] };
  const pledge = rowOf({ submission, text, bodyHash }, recording.now());
  await insertPledge(tx, pledge);
  if (picture) await keepSignature(tx, recording.dataKeys, { pledge, picture });
  await audit(tx, recording, {
    authority,
    action: 'CREATE',
    categories: [],
    subjectType: 'Pledge',
    subjectId: pledge.id,
    districtId: pledge.districtId,
  });
  return { pledge, replayed: false, problems: [] };
}

function rowOf({ submission, text, bodyHash }: Omit<CheckedPledge, 'picture'>, now: Date): Pledge {
  const { id, districtId, form, facilityId, signerUserId, signerName, paper } = submission;
  const channel: SubmissionChannel = paper ? 'PAPER' : 'PORTAL';
  return {
    id: id.toLowerCase(),
    districtId,
    form,
    textId: text.id,
    textSha256: text.sha256,
    acceptedClauses: text.clauses.map((clause) => clause.id),
    facilityId,
    signerUserId,
    signerName,
    signedOn: paper?.signedOn ?? tokyoDay(now),
    acceptedAt: now,
    channel,
    registeredBy: paper?.registeredBy ?? null,
    bodyHash,
    revokedAt: null,
  };
}

/** Each pledge has a data key of its own: one can be destroyed without the others. */
async function keepSignature(tx: Em, keys: DataKeys, { pledge, picture }: { pledge: Pledge; picture: Buffer }): Promise<void> {
  const sealed = await keys.seal(tx, pledge, { rowId: pledge.id, column: 'pledge_signature.sealed' }, picture);
  const sha256 = createHash('sha256').update(picture).digest('hex');
  await insertSignature(tx, { pledgeId: pledge.id, contentType: 'image/png', sha256, sealed });
}

function hashOf({ districtId, form, textVersion, acceptedClauses, signerName, signature, ...rest }: PledgeSubmission): string {
  const { facilityId, signerUserId, paper } = rest;
  const body = [districtId, form, textVersion, [...acceptedClauses].toSorted(), signerName, facilityId, signerUserId];
  const more = [signature?.base64 ?? null, paper?.signedOn ?? null];
  return createHash('sha256')
    .update(JSON.stringify([...body, ...more]))
    .digest('hex');
}
