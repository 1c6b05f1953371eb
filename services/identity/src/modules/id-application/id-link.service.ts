/** The holder of an ID from another district says whether they are the person an application names (R3). */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { addPlace, type IdLink, lockLink, openLinksOf, updateLink } from '../issue/index.ts';
import { requirePerson } from '../session/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import type { IdApplication, IssuedPerson } from './id-application.entity.ts';
import { issue } from './id-application.machine.policy.ts';
import { progressOf } from './id-application.mapper.ts';
import { lockApplication, updateApplication } from './id-application.repository.ts';

export interface LinkOutcome {
  link: IdLink | null;
  problems: FormProblem[];
}

/** Their own alone (row-level security). */
export const ownLinks = (context: IdentityContext): Promise<IdLink[]> => {
  const { viewer } = context;
  return isPerson(viewer) ? context.read((tx) => openLinksOf(tx, viewer.userId)) : Promise.resolve([]);
};

export function answerLink(context: IdentityContext, id: string, isAccepted: boolean): Promise<LinkOutcome> {
  const { userId } = requirePerson(context);
  return context.asService(async (tx): Promise<LinkOutcome> => {
    const found = isId(id) ? await lockLink(tx, id) : null;
    if (!found || found.userId !== userId) return { link: null, problems: [formProblem('NOT_FOUND', ['id'])] };
    if (found.answeredAt) return { link: found, problems: [formProblem('INVALID_STATE', ['id'], 'ALREADY_ANSWERED')] };
    const answer = { answeredAt: context.now(), isAccepted };
    await updateLink(tx, id, answer);
    if (isAccepted)
      await addPlace(tx, context, {
        userId,
        facilityId: found.facilityId,
        candidate: { title: found.title ?? null, isFacilityAdmin: found.isFacilityAdmin },
      });
    await settle(tx, context, found, isAccepted ? 'LINKED' : 'DECLINED');
    await audit(tx, context, {
      authority: 'SELF',
      action: 'UPDATE',
      categories: [],
      subjectType: 'IdLink',
      subjectId: id,
      districtId: found.districtId,
    });
    return { link: { ...found, ...answer }, problems: [] };
  });
}

/** With the last answer the application is carried out. */
async function settle(tx: Em, { now }: IdentityContext, link: IdLink, outcome: IssuedPerson['outcome']): Promise<void> {
  const row = await lockApplication(tx, link.applicationId);
  if (!row) return;
  const issued = row.issued.map((person) => (person.applicantId === link.applicantId ? { ...person, outcome } : person));
  const waitsForPeople = issued.some((person) => person.outcome === 'PROPOSED');
  const step = issue(progressOf(row), { hasPledge: Boolean(row.pledgeId), waitsForPeople });
  const change: Partial<IdApplication> = { issued };
  if (step.ok && step.next.status !== row.status) {
    change.status = step.next.status;
    change.entries = [...row.entries, { status: step.next.status, at: now().toISOString(), by: null, reason: null }];
  }
  await updateApplication(tx, row, change);
}
