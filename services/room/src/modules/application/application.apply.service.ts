/** Filing forms 4-1, 4-2 and 4-3, once each, and filing anew what was returned (R8, R11, R14, R16). */
import { problem } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { callOffRemovals, forgetMemberships } from '../membership/index.ts';
import type { PersonFacts, RoomContext, RoomProblem } from '../platform/index.ts';
import { accessForChange, forgetApplications, progressOf, recordRefusal } from './application.access.ts';
import type { ChangeInput } from './application.change.policy.ts';
import { changeHash, closureHash, planChange, planClosure } from './application.change.service.ts';
import type { ClosureInput } from './application.closure.policy.ts';
import { type CreationInput, creationProblems } from './application.creation.policy.ts';
import { creationHash, planCreation } from './application.creation.service.ts';
import { type Planned, receive, receiveAnew } from './application.filing.service.ts';
import { resubmit } from './application.machine.policy.ts';
import { isOfApplyingKind } from './application.policy.ts';
import { selectApplications } from './application.repository.ts';

export interface Filing {
  applicationId?: string;
  replayed: boolean;
  problems: RoomProblem[];
}

export type Form =
  | { form: 'FORM_4_1'; input: CreationInput }
  | { form: 'FORM_4_2'; input: ChangeInput }
  | { form: 'FORM_4_3'; input: ClosureInput };

/** The returned application that the form takes the place of. */
export interface Returned {
  id: string;
  expectedVersion: number;
}

const refused = (...problems: RoomProblem[]): Filing => ({ replayed: false, problems });

export async function fileForm(context: RoomContext, form: Form, returned?: Returned): Promise<Filing> {
  const { viewer } = context;
  if (!isPerson(viewer)) return refused(problem('FORBIDDEN'));
  if (!isOfApplyingKind(viewer)) {
    await context.write((tx) => recordRefusal(tx, context));
    return refused(problem('FORBIDDEN'));
  }
  const problems = form.form === 'FORM_4_1' ? creationProblems(form.input, viewer.userId) : [];
  if (problems.length > 0) return refused(...problems);
  const people = await context.identity.people(namedIn(form), context);
  const asked = { viewer, form, people };
  const filing = await context
    .write((tx) => (returned ? fileAnew(tx, context, asked, returned) : fileOnce(tx, context, asked)))
    .catch(async (error: unknown) => {
      if (!(error instanceof Undone)) throw error;
      await context.write((tx) => recordRefusal(tx, context));
      return refused(...error.problems);
    });
  forgetApplications(context);
  forgetMemberships(context);
  if (form.form === 'FORM_4_2' && filing.problems.length === 0) await context.settle();
  return filing;
}

/** Takes back what the transaction had begun: whom the returned form takes out still goes. */
class Undone extends Error {
  readonly problems: RoomProblem[];

  constructor(problems: RoomProblem[]) {
    super('undone');
    this.problems = problems;
  }
}

function namedIn(form: Form): string[] {
  if (form.form === 'FORM_4_3') return [];
  return (form.form === 'FORM_4_1' ? form.input.members : form.input.add).map(({ userId }) => userId);
}

interface Asked {
  viewer: PersonViewer;
  form: Form;
  people: ReadonlyMap<string, PersonFacts>;
}

async function fileOnce(tx: Em, context: RoomContext, asked: Asked): Promise<Filing> {
  const { viewer, form } = asked;
  const id = form.input.idempotencyKey;
  const taken = refused(problem('INVALID', ['input', 'idempotencyKey']));
  const [existing] = await selectApplications(tx, [id]);
  if (existing) {
    const isSame = existing.applicant_id === viewer.userId && existing.body_hash === hashOf(form);
    return isSame ? { applicationId: existing.id, replayed: true, problems: [] } : taken;
  }
  const planned = await plan(tx, context, asked);
  if ('problems' in planned) return refused(...planned.problems);
  const problems = await receive(tx, context, { viewer, id, plan: planned.plan });
  return problems.length > 0 ? refused(...problems) : { applicationId: id, replayed: false, problems };
}

async function fileAnew(tx: Em, context: RoomContext, asked: Asked, { id, expectedVersion }: Returned): Promise<Filing> {
  const row = await accessForChange(tx, context, id, 'RESUBMIT');
  if (!row || row.form !== asked.form.form) return refused(problem('NOT_FOUND', ['id']));
  if (row.version !== expectedVersion) return { applicationId: id, ...refused(problem('STALE_VERSION', ['expectedVersion'])) };
  const step = resubmit(progressOf(row));
  if (!step.ok) return refused(...step.problems);
  await callOffRemovals(tx, id);
  const planned = await plan(tx, context, asked);
  if ('problems' in planned) throw new Undone(planned.problems);
  // A form stays about what it was filed for.
  const { patientId, roomId } = planned.plan.fields;
  if (patientId !== row.patient_id || roomId !== row.room_id) throw new Undone([problem('NOT_FOUND', ['id'])]);
  await receiveAnew(tx, context, row, { viewer: asked.viewer, plan: planned.plan });
  return { applicationId: id, replayed: false, problems: [] };
}

function plan(tx: Em, context: RoomContext, { viewer, form, people }: Asked): Promise<Planned> {
  if (form.form === 'FORM_4_1') return planCreation(tx, context, { viewer, input: form.input, people });
  if (form.form === 'FORM_4_2') return planChange(tx, context, { input: form.input, people });
  return planClosure(tx, context, { input: form.input });
}

function hashOf(form: Form): string {
  if (form.form === 'FORM_4_1') return creationHash(form.input);
  return form.form === 'FORM_4_2' ? changeHash(form.input) : closureHash(form.input);
}
