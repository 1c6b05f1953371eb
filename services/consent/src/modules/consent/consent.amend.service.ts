/** Amending what is in force (R9): a new version with answers of its own; the earlier ones are kept. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { readSignature, type SignatureFields } from '@heya/service-common/signature';
import { type ConsentContext, type ConsentProblem, textProblems, tidyText } from '../platform/index.ts';
import { accessForChange, forgetConsents, stateOf } from './consent.access.ts';
import type { ConsentChannel } from './consent.entity.ts';
import { emitConsent, nextEpoch } from './consent.events.ts';
import { type CategoryChoice, categoryProblems, changedAnswers, widens } from './consent.form.policy.ts';
import { insertEvent } from './consent.history.repository.ts';
import { attach } from './consent.paper.service.ts';
import { can } from './consent.policy.ts';
import { type Answer, amendConsent as saveAmended, type ConsentRow, insertCategories } from './consent.repository.ts';
import { keepSignature } from './consent.seal.service.ts';
import { answersOf } from './consent.submit.service.ts';

export interface AmendFields {
  categories: CategoryChoice[];
  giverName: string;
  signature?: SignatureFields | null;
  documentUploadId?: string | null;
  expectedVersion: number;
}

export interface Amendment {
  consentId?: string;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): Amendment => ({ problems });

/** Answers after every part that is alive has applied it: what is no longer granted is not shown after the answer (R10). */
export async function amendConsent(context: ConsentContext, id: string, fields: AmendFields): Promise<Amendment> {
  const { viewer } = context;
  if (!isPerson(viewer)) return refused(problem('NOT_FOUND', ['id']));
  // Before the transaction: unpacking a picture takes its time, and nobody shall wait for it.
  const form = readForm(fields);
  await context.requireFresh();
  const amendment = await context.write((tx) => amendOnce(tx, context, { id, form, viewer }));
  forgetConsents(context);
  if (amendment.consentId && amendment.problems.length === 0) await context.settle();
  return amendment;
}

interface Form extends Pick<AmendFields, 'giverName' | 'documentUploadId' | 'expectedVersion'> {
  answers: Answer[];
  picture: Buffer | undefined;
  problems: ConsentProblem[];
}

function readForm({ categories, giverName, signature, documentUploadId, expectedVersion }: AmendFields): Form {
  const read = signature ? readSignature(signature, ['input', 'signature']) : undefined;
  const problems = [
    ...textProblems(giverName, { field: ['input', 'giverName'], max: 100, required: true }),
    ...categoryProblems(categories),
    ...(read && 'problems' in read ? read.problems : []),
  ];
  return {
    giverName,
    documentUploadId: documentUploadId ?? null,
    expectedVersion,
    answers: answersOf(categories),
    picture: read && 'picture' in read ? read.picture : undefined,
    problems,
  };
}

interface Request {
  id: string;
  form: Form;
  viewer: PersonViewer;
}

async function amendOnce(tx: Em, context: ConsentContext, request: Request): Promise<Amendment> {
  const { id, form, viewer } = request;
  const { row, refusal } = await accessForChange(tx, context, { id, action: 'AMEND' });
  if (!row) return refused(problem(refusal, ['id']));
  if (form.problems.length > 0) return refused(...form.problems);
  if (row.version !== form.expectedVersion) return { consentId: id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
  if (!can(viewer, 'AMEND', { standing: row.standing, status: stateOf(row, context) }).allowed)
    return refused(problem('INVALID_STATE', ['id']));
  const changed = changedAnswers(row.categories, form.answers);
  if (changed.length === 0) return refused(problem('INVALID', ['input', 'categories']));
  if (!form.picture && !form.documentUploadId && needsSignature(row, form)) return refused(problem('BLANK', ['input', 'signature']));
  const of = { consentId: row.id, patientId: row.patient_id, version: row.version + 1 };
  if (form.documentUploadId && !(await attach(tx, form.documentUploadId, of)))
    return refused(problem('NOT_FOUND', ['input', 'documentUploadId']));
  return amend(tx, context, { row, form, viewer, changed });
}

/** Nobody widens another's consent without their hand (R8); in their own account the patient's sign-in is theirs. */
const needsSignature = ({ standing, categories }: ConsentRow, { answers }: Form): boolean =>
  standing.role !== 'PATIENT' && widens(categories, answers);

interface Amending {
  row: ConsentRow;
  form: Form;
  viewer: PersonViewer;
  changed: Answer['category'][];
}

async function amend(tx: Em, context: ConsentContext, { row, form, viewer, changed }: Amending): Promise<Amendment> {
  const { answers, picture, giverName } = form;
  const [at, version] = [context.now(), row.version + 1];
  const { id: consentId, patient_id: patientId, district_id: districtId } = row;
  const of = { consentId, patientId, version };
  const sinceWhen = ({ category }: Answer): string | Date =>
    (!changed.includes(category) && row.categories.find((given) => given.category === category)?.changedAt) || at;
  await insertCategories(
    tx,
    of,
    answers.map((answer) => ({ ...answer, changedAt: sinceWhen(answer) })),
  );
  if (picture) await keepSignature(tx, context.dataKeys, of, { scope: { id: patientId, districtId }, picture });
  const epoch = await nextEpoch(tx, patientId);
  await saveAmended(tx, consentId, epoch);
  await insertEvent(tx, of, { ...changedBy(viewer, { giverName, at, version }), channel: channelOf(row, form), receivedAt: at });
  await audit(tx, context, {
    authority: row.standing.relation,
    action: 'UPDATE',
    categories: changed,
    subjectType: 'Consent',
    subjectId: consentId,
    patientId,
    districtId,
    roomId: row.standing.room_id,
  });
  await emitConsent(tx, { ...told(row), version, epoch, answers, actorId: viewer.userId });
  return { consentId, problems: [] };
}

const channelOf = ({ standing }: ConsentRow, { documentUploadId }: Form): ConsentChannel =>
  standing.role === 'PATIENT' ? 'OWN_ACCOUNT' : documentUploadId ? 'PAPER' : 'IN_PERSON';

const changedBy = (viewer: PersonViewer, { giverName, at, version }: { giverName: string; at: Date; version: number }) => ({
  id: newId(),
  at,
  actorId: viewer.userId,
  actorName: `${tidyText(giverName)}（${viewer.labels.name}）`,
  kind: 'CATEGORIES_CHANGED' as const,
  note: null,
  consentVersion: version,
});

const told = (row: ConsentRow) => ({
  id: row.id,
  patientId: row.patient_id,
  districtId: row.district_id,
  status: 'ACTIVE' as const,
  disasterUse: row.disaster_use,
  expiresOn: row.expires_on,
});
