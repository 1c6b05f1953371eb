/** The holder of an ID from another district says whether they are the person an application names (R3). */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { addPlaces, type IdLink, lockLink, openLinksOf, updateLink } from '../issue/index.ts';
import { requirePerson } from '../session/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import { type IdApplication, type IssuedPerson, issueOf } from './id-application.entity.ts';
import { decline, issue } from './id-application.machine.policy.ts';
import { progressOf } from './id-application.mapper.ts';
import { lockApplication, updateApplication } from './id-application.repository.ts';
import { openTask } from './id-application.task.service.ts';
import { countOutcome } from './people.policy.ts';

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
    if (!found || found.userId !== userId) {
      await recordRefusal(tx, context, { subjectType: 'IdLink' });
      return { link: null, problems: [formProblem('NOT_FOUND', ['id'])] };
    }
    if (found.answeredAt) return { link: found, problems: [formProblem('INVALID_STATE', ['id'], 'ALREADY_ANSWERED')] };
    const answer = { answeredAt: context.now(), isAccepted };
    await updateLink(tx, id, answer);
    const row = await lockApplication(tx, found.applicationId);
    if (isAccepted) await accept(tx, context, found, row);
    if (row) await settle(tx, context, { row, link: found, outcome: isAccepted ? 'LINKED' : 'DECLINED' });
    const line = { authority: 'SELF', action: 'UPDATE' as const, categories: [], districtId: found.districtId };
    await auditAll(tx, context, [
      { ...line, subjectType: 'IdLink', subjectId: id },
      { ...line, subjectType: 'IdApplication', subjectId: found.applicationId },
    ]);
    return { link: { ...found, ...answer }, problems: [] };
  });
}

/** The ID gets the place, with what the application says of it. */
function accept(
  tx: Em,
  context: IdentityContext,
  { userId, facilityId, title, ...link }: IdLink,
  row: IdApplication | null,
): Promise<void> {
  const applicant = row && issueOf(row.details).applicants.find(({ id }) => id === link.applicantId);
  const candidate = { title: title ?? null, isFacilityAdmin: link.isFacilityAdmin, professions: applicant?.professions ?? [] };
  return addPlaces(tx, context, facilityId, [{ userId, candidate }]);
}

interface Settling {
  row: IdApplication;
  link: IdLink;
  outcome: IssuedPerson['outcome'];
}

/** With the last yes the application is carried out; after a no the center decides about that person anew. */
async function settle(tx: Em, { now }: IdentityContext, { row, link, outcome }: Settling): Promise<void> {
  const at = now();
  const issued = row.issued.map((person) => (person.applicantId === link.applicantId ? { ...person, outcome } : person));
  const change: Partial<IdApplication> = { issued };
  const step =
    outcome === 'DECLINED'
      ? decline(progressOf(row))
      : issue(progressOf(row), { hasPledge: Boolean(row.pledgeId), waitsForPeople: countOutcome(issued, 'PROPOSED') > 0 });
  if (step.ok && step.next.status !== row.status) {
    Object.assign(change, step.next);
    change.entries = [...row.entries, { status: step.next.status, at: at.toISOString(), by: null, reason: null }];
    if (outcome === 'DECLINED') Object.assign(change, { decidedAt: null, expectedBy: await openTask(tx, row, at) });
  }
  await updateApplication(tx, row, change);
}
