/** From an approved application to IDs: who is whom, and what was issued (R1, R2, R3). */
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { findMatches, type IdentityMatch, issueIds } from '../issue/index.ts';
import { bindToFacility } from '../pledge/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import { type Applicant, type IdApplication, type IssuedPerson, issueOf } from './id-application.entity.ts';
import { type ApplicationProgress, issue } from './id-application.machine.policy.ts';
import { findDistrict } from './id-application.repository.ts';
import { countOutcome, openPeople } from './people.policy.ts';

export interface PersonChoice {
  applicantId: string;
  matchId?: string | null;
}

/** What is printed for one person; the code is known at this moment only. */
export interface Letter extends IssuedPerson {
  accountName: string | null;
  enrolmentCode: string | null;
  codeExpiresAt: Date | null;
}

export type CarriedOut =
  | { ok: true; next: ApplicationProgress; facilityId: string; issued: IssuedPerson[]; letters: Letter[] }
  | { ok: false; problems: FormProblem[] };

interface Approved {
  row: IdApplication;
  next: ApplicationProgress;
  officer: PersonViewer;
  choices: readonly PersonChoice[];
}

/** Of people who have their ID already, nothing is done a second time. @param tx of the service, with the application held */
export async function carryOut(tx: Em, context: IdentityContext, { row, next, officer, choices }: Approved): Promise<CarriedOut> {
  const { applicants, ...facility } = issueOf(row.details);
  const open = openPeople(applicants, row.issued);
  const known = await findMatches(tx, open, row.id);
  const chosen = open.map((candidate) => choose(candidate, known.get(candidate.id) ?? [], choices));
  const assignments = chosen.flatMap((choice) => ('problem' in choice ? [] : [choice]));
  const problems = [...chosen.flatMap((choice) => ('problem' in choice ? [choice.problem] : [])), ...sharedIds(assignments, row.issued)];
  const waitsForPeople =
    assignments.some(({ match }) => match && match.districtId !== row.districtId) || countOutcome(row.issued, 'PROPOSED') > 0;
  const step = issue(next, { hasPledge: Boolean(row.pledgeId), waitsForPeople });
  if (!step.ok || !row.pledgeId) return { ok: false, problems: step.ok ? [formProblem('PLEDGE_REQUIRED', ['id'])] : step.problems };
  if (problems.length > 0) return { ok: false, problems };
  const district = await findDistrict(tx, row.districtId);
  const { facilityId, people } = await issueIds(tx, context, {
    applicationId: row.id,
    districtId: row.districtId,
    districtName: district?.name ?? '',
    officerId: officer.userId,
    facility: {
      institutionCode: facility.institutionCode,
      kind: facility.facilityKind,
      name: facility.facilityName,
      nameKana: facility.facilityNameKana,
      municipality: facility.municipality,
      address: facility.address,
      phone: facility.phone,
      fax: facility.fax,
    },
    assignments,
  });
  await bindToFacility(tx, row.pledgeId, facilityId);
  const before = row.issued.filter(({ applicantId }) => !people.some((person) => person.applicantId === applicantId));
  const issued = [...before, ...people.map(({ applicantId, userId, outcome }) => ({ applicantId, userId, outcome }))];
  const letters = people.map(({ letter, ...person }) => ({
    ...person,
    accountName: letter?.accountName ?? null,
    enrolmentCode: letter?.enrolmentCode ?? null,
    codeExpiresAt: letter?.expiresAt ?? null,
  }));
  return { ok: true, next: step.next, facilityId, issued, letters };
}

interface Assigned {
  candidate: Applicant;
  match: IdentityMatch | null;
}

type Chosen = Assigned | { problem: FormProblem };

/** Where somebody is nearly certain to have an ID, an officer says so or says that it is another person: nobody gets two by oversight. */
function choose(candidate: Applicant, matches: readonly IdentityMatch[], choices: readonly PersonChoice[]): Chosen {
  const field = ['input', 'people', candidate.id];
  const choice = choices.find(({ applicantId }) => applicantId === candidate.id);
  if (!choice) {
    if (matches.some(({ isStrong }) => isStrong)) return { problem: formProblem('ALREADY_EXISTS', field, 'CHOOSE_PERSON') };
    return { candidate, match: null };
  }
  if (!choice.matchId) return { candidate, match: null };
  const match = matches.find(({ userId }) => userId === choice.matchId);
  return match ? { candidate, match } : { problem: formProblem('NOT_FOUND', field, 'NO_SUCH_MATCH') };
}

/** Two people of one list are not the same ID (R3): of what an officer has chosen twice, the later is a mistake. */
function sharedIds(assignments: readonly Assigned[], issued: readonly IssuedPerson[]): FormProblem[] {
  const taken = new Set(issued.flatMap(({ userId, outcome }) => (outcome === 'DECLINED' ? [] : [userId])));
  return assignments.flatMap(({ candidate, match }) => {
    if (!match) return [];
    if (taken.has(match.userId)) return [formProblem('INVALID', ['input', 'people', candidate.id], 'ONE_ID_TWICE')];
    taken.add(match.userId);
    return [];
  });
}
