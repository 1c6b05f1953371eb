/** How IDs are used, as a service: what people sign in with is nobody's to read. */
import type { Em } from '@heya/service-common/orm';

export interface AccountRow {
  id: string;
  last_sign_in_at: Date | string | null;
  has_passkey: boolean;
  has_app: boolean;
  code_expires_at: Date | string | null;
}

/** Whether there is a second factor, never what it is. */
export function accountsOf(tx: Em, userIds: readonly string[]): Promise<AccountRow[]> {
  return tx.execute(
    `select u.id,
        (select max(s.started_at) from sign_in_session s where s.user_id = u.id) as last_sign_in_at,
        exists (select from passkey k where k.user_id = u.id) as has_passkey,
        exists (select from credential c where c.user_id = u.id and c.totp_secret is not null) as has_app,
        (select e.expires_at from enrolment e
          where e.user_id = u.id and e.completed_at is null and e.replaced_at is null and e.code_hash is not null) as code_expires_at
       from app_user u where u.id = any(?::uuid[])`,
    [`{${userIds.join(',')}}`],
  );
}
