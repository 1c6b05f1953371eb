/** Taking a consent (R8, R9): signed on the device it is in force at once. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { readSignature, type SignatureFields } from '@heya/service-common/signature';
import { findConsentText } from '../consent-text/index.ts';
import { bodyHash, type ConsentContext, type ConsentProblem, dayInJapan, tidyText } from '../platform/index.ts';
import { findStanding, recordRefusal, type Standing } from '../projection/index.ts';
import { forgetConsents } from './consent.access.ts';
import { emitConsent, nextEpoch } from './consent.events.ts';
import { type CategoryChoice, type ConsentFields, formProblems } from './consent.form.policy.ts';
import { can } from './consent.policy.ts';
import {
  type Answer,
  changeConsent,
  type ConsentRow,
  insertCategories,
  insertConsent,
  insertEvent,
  lockReplaceable,
  type NewConsent,
  selectConsents,
} from './consent.repository.ts';
import { keepSignature } from './consent.seal.service.ts';

export interface Submission {
  consentId?: string;
  replayed: boolean;
  problems: ConsentProblem[];
}

export interface SubmitFields extends ConsentFields {
  signature: SignatureFields;
}

const refused = (...problems: ConsentProblem[]): Submission => ({ replayed: false, problems });

export async function submitConsent(context: ConsentContext, fields: SubmitFields): Promise<Submission> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(fields.patientId)) return refused(problem('NOT_FOUND', ['input', 'patientId']));
  const signature = readSignature(fields.signature, ['input', 'signature']);
  const problems = [
    ...formProblems(fields, context.now(), dayInJapan(context.now())),
    ...('problems' in signature ? signature.problems : []),
  ];
  await context.requireFresh();
  const explainer = await findExplainer(context, viewer, fields.explainedById);
  const form: Form = { viewer, fields, problems, explainer, picture: 'picture' in signature ? signature.picture : undefined };
  const submission = await context.write((tx) => submitOnce(tx, context, form));
  forgetConsents(context);
  if (submission.consentId) await context.settle();
  return submission;
}

interface Form {
  viewer: PersonViewer;
  fields: SubmitFields;
  problems: ConsentProblem[];
  /** Name of who explained; undefined when nobody active. */
  explainer: string | undefined;
  picture: Buffer | undefined;
}

async function findExplainer(context: ConsentContext, viewer: PersonViewer, id: string): Promise<string | undefined> {
  if (id === viewer.userId) return viewer.labels.name;
  const person = (await context.identity.people([id], context)).get(id);
  return person?.isActive && person.kind === 'PROFESSIONAL' ? person.displayName : undefined;
}

async function submitOnce(tx: Em, context: ConsentContext, form: Form): Promise<Submission> {
  const { fields, viewer } = form;
  // Whether the patient is known here is said before anything else, alike for absent and forbidden.
  const standing = await findStanding(tx, fields.patientId);
  if (!standing || !can(viewer, 'SUBMIT', { standing }).allowed) return refuseAccess(tx, context, fields.patientId);
  if (form.problems.length > 0) return refused(...form.problems);
  const replay = await findReplay(tx, fields, viewer);
  if (replay) return replay;
  const text = await findConsentText(tx, {
    districtId: standing.district_id,
    locale: 'ja',
    version: fields.textVersion,
    today: dayInJapan(context.now()),
  });
  const problems: ConsentProblem[] = [
    ...(text ? [] : [problem('INVALID' as const, ['input', 'textVersion'])]),
    ...(form.explainer === undefined ? [problem('NOT_FOUND' as const, ['input', 'explainedById'])] : []),
  ];
  if (!text || problems.length > 0) return refused(...problems);
  return store(tx, context, form, { standing, textHash: text.hash });
}

async function refuseAccess(tx: Em, context: ConsentContext, patientId: string): Promise<Submission> {
  await recordRefusal(tx, context, { subjectType: 'Consent', aimedAt: patientId, subjectId: null });
  return refused(problem('NOT_FOUND', ['input', 'patientId']));
}

async function findReplay(tx: Em, fields: SubmitFields, viewer: PersonViewer): Promise<Submission | undefined> {
  const [existing] = await selectConsents(tx, [fields.idempotencyKey]);
  if (!existing) return undefined;
  const isSame = existing.submitted_by === viewer.userId && existing.body_hash === hashOf(fields);
  return isSame ? { consentId: existing.id, replayed: true, problems: [] } : refused(problem('INVALID', ['input', 'idempotencyKey']));
}

/** What was answered, in one shape. */
export const answersOf = (choices: readonly CategoryChoice[]): Answer[] =>
  choices.map(({ category, granted, visibleToFamily, visibleToPartners }) => ({
    category,
    granted,
    visibleToFamily: visibleToFamily ?? false,
    visibleToPartners: visibleToPartners ?? false,
  }));

/** The form as it was sent: the same words, the same ticks, the same picture. */
function hashOf({ signature, categories, explainedAt, signedAt, idempotencyKey: _key, ...rest }: SubmitFields): string {
  const ticks = answersOf(categories).map((answer) => [answer.category, answer.granted, answer.visibleToFamily, answer.visibleToPartners]);
  const words = Object.keys(rest)
    .sort()
    .map((name) => [name, rest[name as keyof typeof rest] ?? null]);
  return bodyHash([words, ticks, explainedAt.toISOString(), signedAt.toISOString(), signature.base64]);
}

async function store(tx: Em, context: ConsentContext, form: Form, known: { standing: Standing; textHash: string }): Promise<Submission> {
  const { fields } = form;
  for (const earlier of await lockReplaceable(tx, fields.patientId)) await supersede(tx, context, earlier);
  const consent = toConsent(context, form, { ...known, epoch: await nextEpoch(tx, fields.patientId) });
  if (!(await insertConsent(tx, consent))) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  const { id: consentId, patientId, districtId } = consent;
  const of = { consentId, patientId, version: 1 };
  const answers = answersOf(fields.categories);
  await insertCategories(
    tx,
    of,
    answers.map((answer) => ({ ...answer, changedAt: consent.activeSince })),
  );
  await keepSignature(tx, context.dataKeys, of, { scope: { id: patientId, districtId }, picture: form.picture as Buffer });
  await writeHistory(tx, consent, form.viewer);
  await audit(tx, context, {
    authority: 'REGISTRAR',
    action: 'CREATE',
    categories: answers.filter(({ granted }) => granted).map(({ category }) => category),
    subjectType: 'Consent',
    subjectId: consentId,
    patientId,
    districtId,
    roomId: known.standing.room_id,
  });
  await emitConsent(tx, { ...consent, status: 'ACTIVE', version: 1, answers, actorId: form.viewer.userId });
  return { consentId: consent.id, replayed: false, problems: [] };
}

function toConsent(
  context: ConsentContext,
  { viewer, fields, explainer }: Form,
  known: { standing: Standing; textHash: string; epoch: number },
): NewConsent {
  return {
    id: fields.idempotencyKey,
    patientId: fields.patientId,
    districtId: known.standing.district_id,
    epoch: known.epoch,
    giver: fields.giver,
    giverName: tidyText(fields.giverName),
    proxyReason: fields.giver === 'PATIENT' ? null : tidyText(fields.proxyReason ?? ''),
    method: fields.method,
    disasterUse: fields.disasterUse ?? false,
    expiresOn: fields.expiresOn ?? null,
    textVersion: fields.textVersion,
    textHash: known.textHash,
    explainedBy: fields.explainedById,
    explainedByName: explainer ?? '',
    explainedAt: fields.explainedAt,
    signedAt: fields.signedAt,
    submittedBy: viewer.userId,
    bodyHash: hashOf(fields),
    activeSince: context.now(),
  };
}

/** One consent a patient is in force: the new one takes the place of the old. */
async function supersede(tx: Em, context: ConsentContext, earlier: ConsentRow): Promise<void> {
  const epoch = await nextEpoch(tx, earlier.patient_id);
  const { userId: actorId, labels } = context.viewer as PersonViewer;
  await changeConsent(tx, earlier.id, { status: 'SUPERSEDED', epoch, withdrawnAt: null, reason: null });
  await insertEvent(
    tx,
    { consentId: earlier.id, patientId: earlier.patient_id },
    {
      id: newId(),
      at: context.now(),
      actorId,
      actorName: labels.name,
      kind: 'SUPERSEDED',
      note: null,
      consentVersion: earlier.version + 1,
    },
  );
  await emitConsent(tx, {
    id: earlier.id,
    patientId: earlier.patient_id,
    districtId: earlier.district_id,
    status: 'SUPERSEDED',
    version: earlier.version + 1,
    epoch,
    answers: [],
    disasterUse: false,
    expiresOn: earlier.expires_on,
    actorId,
  });
}

async function writeHistory(tx: Em, consent: NewConsent, viewer: PersonViewer): Promise<void> {
  const of = { consentId: consent.id, patientId: consent.patientId };
  const common = { note: null, consentVersion: 1 };
  await insertEvent(tx, of, {
    id: newId(),
    at: consent.explainedAt,
    actorId: consent.explainedBy,
    actorName: consent.explainedByName,
    kind: 'EXPLAINED',
    ...common,
  });
  await insertEvent(tx, of, { id: newId(), at: consent.signedAt, actorId: null, actorName: consent.giverName, kind: 'SIGNED', ...common });
  await insertEvent(tx, of, {
    id: newId(),
    at: consent.activeSince,
    actorId: viewer.userId,
    actorName: viewer.labels.name,
    kind: 'ACTIVATED',
    ...common,
  });
}
