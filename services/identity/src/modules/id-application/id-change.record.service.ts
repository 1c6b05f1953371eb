/** What is done with a form 2-2, and who is shown it, in the record (R32). */
import { audit } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import type { IdApplication } from './id-application.entity.ts';

type Application = Pick<IdApplication, 'id' | 'districtId'>;
type Authority = 'FACILITY_ADMIN' | 'SELF' | 'REVIEW';

export const recordChange = (
  tx: Em,
  context: IdentityContext,
  { id, districtId }: Application,
  { action, authority = 'FACILITY_ADMIN' }: { action: 'CREATE' | 'UPDATE' | 'VIEW'; authority?: Authority },
): Promise<void> => audit(tx, context, { authority, action, categories: [], subjectType: 'IdApplication', subjectId: id, districtId });

/** Nothing was done with it, but the answer shows it as it stands. */
export async function shown<A extends { application: IdApplication | null }>(
  tx: Em,
  context: IdentityContext,
  answer: A,
  authority?: Authority,
): Promise<A> {
  if (answer.application) await recordChange(tx, context, answer.application, { action: 'VIEW', ...(authority && { authority }) });
  return answer;
}
