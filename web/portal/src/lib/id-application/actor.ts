/** Who came to a step of forms 2-1 and 2-2, as it is said (R19). */
import type { ApplicationStatus } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const byApplicant: readonly ApplicationStatus[] = ['SUBMITTED', 'WITHDRAWN'];

/** @param center an officer's name, or that it was the center; without one the applicant did it, or it came about by itself */
export function actorOf(status: ApplicationStatus, center: string | null | undefined): string {
  if (center) return center;
  return byApplicant.includes(status) ? m.review_by_applicant() : m.dormancy_by_itself();
}
