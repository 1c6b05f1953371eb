/** What became of the people of one application so far, and who is still to be decided about (R3). Pure. */
import type { IssuedPerson } from './id-application.entity.ts';

type Outcome = IssuedPerson['outcome'];

/** Who has neither an ID nor a question on its way: everybody at first, later those whom an ID from elsewhere turned out not to be. */
export const openPeople = <P extends { id: string }>(applicants: readonly P[], issued: readonly IssuedPerson[]): P[] =>
  applicants.filter(({ id }) => !issued.some(({ applicantId, outcome }) => applicantId === id && outcome !== 'DECLINED'));

export const countOutcome = (issued: readonly IssuedPerson[], wanted: Outcome): number =>
  issued.filter(({ outcome }) => outcome === wanted).length;

/** Whether the application has led to an ID already, or to a question put to somebody. */
export const hasLedToIds = (issued: readonly IssuedPerson[]): boolean => issued.some(({ outcome }) => outcome !== 'DECLINED');
