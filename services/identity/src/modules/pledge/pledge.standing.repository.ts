/** Who is bound by the wording in force and who is not yet, in the order of the kana; under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import { Pledge } from './pledge.entity.ts';
import type { PledgeForm } from './pledge-text.entity.ts';

export interface StandingRow {
  id: string;
  sort_name: string;
}

export interface StandingPage {
  districtId: string;
  form: PledgeForm;
  /** The wording in force. */
  textId: string;
  isOwed: boolean;
  limit: number;
  /** Sort name and id of the last one before this page. */
  after: readonly [string, string] | undefined;
}

/** People whose ID is in use, for 1-2; facilities, for 1-1. Whoever is still to be enrolled signs at the first sign-in. */
const bound: Record<PledgeForm, string> = {
  FORM_1_1: `select f.id, f.sort_name, f.district_id, exists (select 1 from pledge p
      where p.facility_id = f.id and p.form = 'FORM_1_1' and p.revoked_at is null and p.text_id = ?) as signed from facility f`,
  FORM_1_2: `select u.id, u.sort_name, u.district_id, exists (select 1 from pledge p
      where p.signer_user_id = u.id and p.form = 'FORM_1_2' and p.revoked_at is null and p.text_id = ?) as signed
     from app_user u where u.kind = 'PROFESSIONAL' and u.deactivated_at is null and u.enrolled_at is not null`,
};

export function listStandings(tx: Em, { districtId, form, textId, isOwed, limit, after }: StandingPage): Promise<StandingRow[]> {
  return tx.execute<StandingRow[]>(
    `select id, sort_name from (${bound[form]}) as bound
      where district_id = ? and signed = ? ${after ? 'and (sort_name, id) > (?, ?::uuid)' : ''}
      order by sort_name, id limit ?`,
    [textId, districtId, !isOwed, ...(after ?? []), limit],
  );
}

export async function countStandings(
  tx: Em,
  { districtId, form, textId }: Pick<StandingPage, 'districtId' | 'form' | 'textId'>,
): Promise<{ signed: number; owed: number }> {
  const [row] = await tx.execute<{ signed: number; owed: number }[]>(
    `select count(*) filter (where signed)::int as signed, count(*) filter (where not signed)::int as owed
       from (${bound[form]}) as bound where district_id = ?`,
    [textId, districtId],
  );
  return row ?? { signed: 0, owed: 0 };
}

/** @returns pledges that hold, newest first */
export const pledgesOfBound = (tx: Em, form: PledgeForm, ids: readonly string[]): Promise<Pledge[]> =>
  tx.find(
    Pledge,
    { form, revokedAt: null, ...(form === 'FORM_1_1' ? { facilityId: { $in: [...ids] } } : { signerUserId: { $in: [...ids] } }) },
    { orderBy: { acceptedAt: 'desc', id: 'desc' } },
  );
