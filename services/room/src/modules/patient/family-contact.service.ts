/** Contacts of the family: added, changed, removed, each with the whole list in the history as it then became (R20). */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { bodyHash, outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { contactProblems, normaliseContact } from './family-contact.policy.ts';
import { type ContactPlace, insertContact, markContactRemoved, selectContactPlaces, updateContact } from './family-contact.repository.ts';
import { accessClasses, type ClassView, forgetClasses } from './profile.access.ts';
import type { FamilyContactFields } from './profile.block.ts';
import type { Sent } from './profile.check.policy.ts';
import { nextContactsVersion, selectClasses, writeBlock } from './profile.repository.ts';
import { authorityOf, tellChange } from './profile.update.service.ts';

export interface ContactSent extends Sent<FamilyContactFields> {
  patientId: string;
  /** One that is there; then `expectedVersion` too. */
  id?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  /** Of a new one (api.md 8). */
  idempotencyKey?: string | null | undefined;
}

export interface ContactOutcome {
  contactId?: string;
  patientId?: string;
  replayed: boolean;
  problems: RoomProblem[];
}

const category = 'FAMILY_CONTACTS';
const refused = (...problems: RoomProblem[]): ContactOutcome => ({ replayed: false, problems });

interface Work {
  viewer: PersonViewer;
  patientId: string;
  view: ClassView;
}

/** Opens the class of a patient for a change. @returns the way in, or why there is none */
async function enter(tx: Em, context: RoomContext, patientId: string): Promise<{ work: Work } | { refusal: RoomProblem }> {
  const { viewer } = context;
  const [view] = await accessClasses(tx, context, [{ id: patientId, category }]);
  if (!isPerson(viewer) || !view?.isReachable) return { refusal: problem('NOT_FOUND', ['input', 'patientId']) };
  const { updating } = view;
  if (updating.allowed) return { work: { viewer, patientId, view } };
  if (updating.reason === 'CONSENT_REQUIRED') return { refusal: problem('CONSENT_REQUIRED') };
  await recordLooks(tx, context, [
    refusal('Patient', patientId, { patientId, categories: [category], outcome: outcomeOf(updating.reason) }),
  ]);
  return { refusal: problem('FORBIDDEN') };
}

export async function saveContact(context: RoomContext, sent: ContactSent): Promise<ContactOutcome> {
  const target = targetOf(sent);
  if ('problem' in target) return refused(target.problem);
  const outcome = await context.write((tx) => saveContactIn(tx, context, sent));
  forgetClasses(context);
  return outcome;
}

/** The same within a use case that has its transaction. */
export async function saveContactIn(tx: Em, context: RoomContext, sent: ContactSent): Promise<ContactOutcome> {
  const target = targetOf(sent);
  if ('problem' in target) return refused(target.problem);
  const entered = await enter(tx, context, sent.patientId.toLowerCase());
  if ('refusal' in entered) return refused(entered.refusal);
  const problems = contactProblems(sent);
  if (problems.length > 0) return refused(...problems);
  const contact = normaliseContact(sent);
  return target.isNew
    ? add(tx, context, { ...entered.work, id: target.id, contact })
    : change(tx, context, { ...entered.work, ...target, contact });
}

type Target = { isNew: true; id: string } | { isNew: false; id: string; version: number };

/** Either one that is there with the version that was seen, or the key of a new one. */
function targetOf({ patientId, id, expectedVersion, idempotencyKey }: ContactSent): Target | { problem: RoomProblem } {
  if (!isId(patientId)) return { problem: problem('NOT_FOUND', ['input', 'patientId']) };
  if (id) {
    if (!isId(id)) return { problem: problem('NOT_FOUND', ['input', 'id']) };
    return typeof expectedVersion === 'number'
      ? { isNew: false, id: id.toLowerCase(), version: expectedVersion }
      : { problem: problem('BLANK', ['input', 'expectedVersion']) };
  }
  return idempotencyKey && isId(idempotencyKey)
    ? { isNew: true, id: idempotencyKey.toLowerCase() }
    : { problem: problem('INVALID', ['input', 'idempotencyKey']) };
}

async function add(tx: Em, context: RoomContext, work: Work & { id: string; contact: FamilyContactFields }): Promise<ContactOutcome> {
  const { viewer, patientId, id, contact } = work;
  const hash = bodyHash({ patientId, ...contact });
  const at = context.now();
  if (await insertContact(tx, { id, patientId, bodyHash: hash, createdBy: viewer.userId, at }, contact)) {
    await keep(tx, context, work);
    return { contactId: id, patientId, replayed: false, problems: [] };
  }
  const [known] = await selectContactPlaces(tx, [id]);
  const isSame = known?.created_by === viewer.userId && known.body_hash === hash && !known.removed;
  return isSame ? { contactId: id, patientId, replayed: true, problems: [] } : refused(problem('INVALID', ['input', 'idempotencyKey']));
}

async function change(
  tx: Em,
  context: RoomContext,
  work: Work & { id: string; version: number; contact: FamilyContactFields },
): Promise<ContactOutcome> {
  const { patientId, id, version, contact } = work;
  if (!work.view.contacts.some((each) => each.id === id)) return { ...refused(problem('NOT_FOUND', ['input', 'id'])), patientId };
  if (!(await updateContact(tx, { id, version }, contact)))
    return { contactId: id, patientId, replayed: false, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
  await keep(tx, context, work);
  return { contactId: id, patientId, replayed: false, problems: [] };
}

/** A contact that is gone already is gone: nobody has to mend that. */
export async function removeContact(context: RoomContext, id: string, version: number): Promise<ContactOutcome> {
  if (!isId(id)) return refused(problem('NOT_FOUND', ['id']));
  const outcome = await context.write(async (tx) => {
    const [place] = await selectContactPlaces(tx, [id]);
    if (!place) {
      await recordLooks(tx, context, [refusal('FamilyContact', id)]);
      return refused(problem('NOT_FOUND', ['id']));
    }
    return remove(tx, context, { place, version });
  });
  forgetClasses(context);
  return outcome;
}

async function remove(tx: Em, context: RoomContext, { place, version }: { place: ContactPlace; version: number }): Promise<ContactOutcome> {
  const { id, patient_id: patientId } = place;
  const entered = await enter(tx, context, patientId);
  if ('refusal' in entered) return refused(entered.refusal);
  if (place.removed) return { contactId: id, patientId, replayed: true, problems: [] };
  if (!(await markContactRemoved(tx, { id, version, at: context.now() })))
    return { patientId, replayed: false, problems: [problem('STALE_VERSION', ['expectedVersion'])] };
  await keep(tx, context, { ...entered.work, id });
  return { contactId: id, patientId, replayed: false, problems: [] };
}

/** The list as it now is goes into the history, under the next version of the block. */
async function keep(tx: Em, context: RoomContext, { viewer, patientId, view, id }: Work & { id: string }): Promise<void> {
  const version = await nextContactsVersion(tx, patientId);
  const [now] = await selectClasses(tx, [{ id: patientId, category }]);
  const content = (now?.contacts ?? []).map(({ version: _version, ...contact }) => contact);
  const changed = {
    patientId,
    block: category,
    category,
    version,
    content,
    changedBy: viewer.userId,
    changedByName: viewer.labels.name,
    at: context.now(),
  } as const;
  await writeBlock(tx, changed);
  await tellChange(tx, context, { change: changed, authority: authorityOf(view), subject: { type: 'FamilyContact', id } });
}
