/** Taking a consent (R8, R9): signed on the device it is in force at once; on paper it waits until the center has seen that. */
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
import { emitConsent, emitPaper, nextEpoch } from './consent.events.ts';
import { type CategoryChoice, type ConsentFields, formProblems } from './consent.form.policy.ts';
import { insertEvent } from './consent.history.repository.ts';
import { can } from './consent.policy.ts';
import { attachPaper } from './consent.paper.repository.ts';
import { liesLoose } from './consent.paper.service.ts';
import {
  type Answer,
  insertCategories,
  insertConsent,
  isOvertaken,
  lockThose,
  type NewConsent,
  selectConsents,
} from './consent.repository.ts';
import { keepSignature } from './consent.seal.service.ts';
import { supersede } from './consent.supersede.service.ts';

export interface Submission {
  consentId?: string;
  replayed: boolean;
  problems: ConsentProblem[];
}

export interface SubmitFields extends ConsentFields {
  signature?: SignatureFields | null;
  documentUploadId?: string | null;
}

const refused = (...problems: ConsentProblem[]): Submission => ({ replayed: false, problems });

export async function submitConsent(context: ConsentContext, sent: SubmitFields): Promise<Submission> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(sent.patientId)) return refused(problem('NOT_FOUND', ['input', 'patientId']));
  // Ids are what streams are named by and what is sealed is bound to, in the spelling of the database.
  const fields = { ...sent, patientId: sent.patientId.toLowerCase(), idempotencyKey: sent.idempotencyKey.toLowerCase() };
  const signature = readHand(fields);
  const problems = [...formProblems(fields, context.now(), dayInJapan(context.now())), ...signature.problems];
  await context.requireFresh();
  const explainer = await findExplainer(context, viewer, fields.explainedById);
  const form: Form = { viewer, fields, problems, explainer, picture: signature.picture };
  const submission = await context.write((tx) => submitOnce(tx, context, form));
  forgetConsents(context);
  if (submission.consentId) await context.settle();
  return submission;
}

/** On the screen a signature, on paper none: what was signed there comes as a picture of the whole. */
function readHand({ method, signature }: SubmitFields): { picture?: Buffer; problems: ConsentProblem[] } {
  const field = ['input', 'signature'];
  if (method === 'PAPER_SCAN') return { problems: signature ? [problem('INVALID', field)] : [] };
  if (!signature) return { problems: [problem('BLANK', field)] };
  const read = readSignature(signature, field);
  return 'picture' in read ? { picture: read.picture, problems: [] } : { problems: read.problems };
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
  const { documentUploadId: paperId } = fields;
  const lies = !paperId || (await liesLoose(tx, context, { paperId, patientId: fields.patientId }));
  const text = await findConsentText(tx, {
    districtId: standing.district_id,
    locale: 'ja',
    version: fields.textVersion,
    today: dayInJapan(context.now()),
  });
  const problems: ConsentProblem[] = [
    ...(text ? [] : [problem('INVALID' as const, ['input', 'textVersion'])]),
    ...(!lies ? [problem('NOT_FOUND' as const, ['input', 'documentUploadId'])] : []),
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
  return bodyHash([words, ticks, explainedAt.toISOString(), signedAt.toISOString(), signature?.base64 ?? null]);
}

async function store(tx: Em, context: ConsentContext, form: Form, known: { standing: Standing; textHash: string }): Promise<Submission> {
  const { fields } = form;
  const onPaper = fields.method === 'PAPER_SCAN';
  const replaced = onPaper ? (['SUBMITTED', 'RETURNED'] as const) : (['SUBMITTED', 'RETURNED', 'ACTIVE', 'EXPIRED'] as const);
  const before = await lockThose(tx, fields.patientId, replaced);
  // A signature may have waited on a device without reception (R29). Asked once those are held, so that a withdrawal under way has come to its end.
  if (await isOvertaken(tx, fields.patientId, fields.signedAt)) return refused(problem('SIGNED_BEFORE', ['input', 'signedAt']));
  for (const earlier of before) await supersede(tx, context, earlier);
  const consent = toConsent(context, form, { ...known, epoch: onPaper ? 0 : await nextEpoch(tx, fields.patientId) });
  if (!(await insertConsent(tx, consent))) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  const { id: consentId, patientId, districtId } = consent;
  const of = { consentId, patientId, version: 1 };
  const answers = answersOf(fields.categories);
  await insertCategories(
    tx,
    of,
    answers.map((answer) => ({ ...answer, changedAt: consent.submittedAt })),
  );
  if (form.picture) await keepSignature(tx, context.dataKeys, of, { scope: { id: patientId, districtId }, picture: form.picture });
  if (fields.documentUploadId) await attachPaper(tx, fields.documentUploadId, of);
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
  const told = { ...consent, version: 1, answers, actorId: form.viewer.userId };
  await (onPaper ? emitPaper(tx, told) : emitConsent(tx, told));
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
    status: fields.method === 'PAPER_SCAN' ? 'SUBMITTED' : 'ACTIVE',
    epoch: known.epoch,
    giver: fields.giver,
    giverName: tidyText(fields.giverName),
    proxyRelation: fields.giver === 'PATIENT' ? null : tidyText(fields.proxyRelation ?? '') || null,
    patientName: tidyText(fields.patientName ?? '') || null,
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
    submittedAt: context.now(),
    activeSince: fields.method === 'PAPER_SCAN' ? null : context.now(),
  };
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
    at: consent.submittedAt,
    actorId: viewer.userId,
    actorName: viewer.labels.name,
    kind: consent.status === 'ACTIVE' ? 'ACTIVATED' : 'SUBMITTED',
    ...common,
  });
}
