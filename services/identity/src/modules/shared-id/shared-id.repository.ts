import type { Em } from '@heya/service-common/orm';
import type { AuthenticationMethod } from '../session/index.ts';
import { SharedIdCase } from './shared-id-case.entity.ts';
import { systemOf, type Use, type Verdict, watchLimits } from './shared-id.policy.ts';

export interface NewUse {
  id: string;
  userId: string;
  sessionId: string;
  networkMark: string;
  networkHint: string | null;
  at: Date;
}

/** One statement beside a refresh. Patients and families are not watched. */
export async function insertUse(tx: Em, { id, userId, sessionId, networkMark, networkHint, at }: NewUse): Promise<void> {
  await tx.execute(
    `insert into sign_in_use (id, user_id, district_id, session_id, network_mark, network_hint, at)
     select ?, u.id, u.district_id, ?, ?, ?, ? from app_user u where u.id = ? and u.kind in ('PROFESSIONAL', 'CENTER_OFFICER')`,
    [id, sessionId, networkMark, networkHint, at, userId],
  );
}

export interface Due {
  userId: string;
  until: Date;
}

/** Takes what nobody has looked at yet, of so many people; of two replicas one gets it. */
export async function takeDue(tx: Em, people: number): Promise<Due[]> {
  const rows = await tx.execute<{ user_id: string; until: Date | string }[]>(
    `with due as (select distinct user_id from sign_in_use where not weighed limit ?),
          taken as (update sign_in_use u set weighed = true from due where u.user_id = due.user_id and not u.weighed returning u.user_id, u.at)
     select user_id, max(at) as until from taken group by user_id`,
    [people],
  );
  return rows.map(({ user_id, until }) => ({ userId: user_id, until: new Date(until) }));
}

export interface Watched {
  userId: string;
  districtId: string;
  uses: Use[];
  verdict: Verdict | null;
}

interface UseRow {
  user_id: string;
  district_id: string;
  session_id: string;
  device_id: string | null;
  facility_id: string | null;
  label: string | null;
  methods: AuthenticationMethod[];
  network_mark: string;
  at: Date | string;
  outcome: Verdict['outcome'] | null;
  decided_at: Date | string | null;
  reasons: Verdict['reasons'] | null;
}

/** The last hour of those who used more than one sign-in, from the last verdict on. */
export async function usesOf(tx: Em, due: readonly Due[]): Promise<Watched[]> {
  const rows = await tx.execute<UseRow[]>(
    `with due as (select * from jsonb_to_recordset(?::jsonb) as d("userId" uuid, until timestamptz)),
          recent as (
            select u.*, v.outcome, v.decided_at, v.reasons from due
              left join lateral (select outcome, decided_at, reasons from shared_id_case c
                                  where c.user_id = due."userId" and c.decided_at is not null order by c.decided_at desc limit 1) v on true
              join sign_in_use u on u.user_id = due."userId" and u.at > due.until - ? * interval '1 millisecond'
                                and (v.decided_at is null or u.at > v.decided_at))
     select r.user_id, r.district_id, r.session_id, s.device_id, d.facility_id, coalesce(d.platform, s.device) as label, s.methods,
            r.network_mark, r.at, r.outcome, r.decided_at, r.reasons
       from recent r join sign_in_session s on s.id = r.session_id left join device d on d.id = s.device_id
      where r.user_id in (select user_id from recent group by user_id having count(distinct session_id) > 1)`,
    [JSON.stringify(due), watchLimits.windowMs],
  );
  return [...Map.groupBy(rows, (row) => row.user_id)].map(([userId, own]) => ({
    userId,
    districtId: own[0]?.district_id ?? '',
    uses: own.map(toUse),
    verdict: toVerdict(own[0]),
  }));
}

const toUse = (row: UseRow): Use => ({
  sessionId: row.session_id,
  deviceId: row.device_id,
  facilityId: row.facility_id,
  system: systemOf(row.label),
  network: row.network_mark,
  byPasskey: row.methods.includes('PASSKEY'),
  at: new Date(row.at),
});

const toVerdict = (row: UseRow | undefined): Verdict | null =>
  row?.outcome && row.decided_at ? { outcome: row.outcome, decidedAt: new Date(row.decided_at), reasons: row.reasons ?? [] } : null;

export const findCase = (tx: Em, id: string): Promise<SharedIdCase | null> => tx.findOne(SharedIdCase, { id });

export const findOpenCase = (tx: Em, userId: string): Promise<SharedIdCase | null> => tx.findOne(SharedIdCase, { userId, decidedAt: null });

/** @returns false when there is an open one by now */
export async function insertCase(tx: Em, row: SharedIdCase): Promise<boolean> {
  const inserted = await tx.execute<unknown[]>(
    `insert into shared_id_case (id, user_id, district_id, reasons, opened_at, last_seen_at, version) values (?, ?, ?, ?::jsonb, ?, ?, ?)
     on conflict (user_id) where decided_at is null do nothing returning id`,
    [row.id, row.userId, row.districtId, JSON.stringify(row.reasons), row.openedAt, row.lastSeenAt, row.version],
  );
  return inserted.length === 1;
}

/** @returns false when it is decided, or was changed since */
export async function changeCase(
  tx: Em,
  { id, version }: Pick<SharedIdCase, 'id' | 'version'>,
  change: Partial<SharedIdCase>,
): Promise<boolean> {
  return (await tx.nativeUpdate(SharedIdCase, { id, version, decidedAt: null }, change)) === 1;
}

export interface EvidenceRow {
  session_id: string;
  device_id: string | null;
  device_name: string | null;
  facility_id: string | null;
  label: string | null;
  methods: AuthenticationMethod[];
  signed_in: boolean;
  network_mark: string;
  network_hint: string | null;
  at: Date | string;
}

/** In the order of time. */
export const evidenceOf = (tx: Em, { userId, lastSeenAt }: Pick<SharedIdCase, 'userId' | 'lastSeenAt'>): Promise<EvidenceRow[]> =>
  tx.execute<EvidenceRow[]>(
    `select u.session_id, s.device_id, d.label as device_name, d.facility_id, s.device as label, s.methods,
            s.ended_at is null and s.expires_at > now() as signed_in, u.network_mark, u.network_hint, u.at
       from sign_in_use u join sign_in_session s on s.id = u.session_id left join device d on d.id = s.device_id
      where u.user_id = ? and u.at between ?::timestamptz - ? * interval '1 millisecond' and ?::timestamptz order by u.at, u.id limit 500`,
    [userId, lastSeenAt, watchLimits.windowMs, lastSeenAt],
  );

/** Districts that keep anything older than this. */
export async function districtsWithUsesBefore(tx: Em, before: Date): Promise<string[]> {
  const rows = await tx.execute<{ district_id: string }[]>('select distinct district_id from sign_in_use where at < ?', [before]);
  return rows.map(({ district_id }) => district_id);
}

/** What an open case is shown by stays until it is decided. */
export async function deleteUses(tx: Em, { districtId, before }: { districtId: string; before: Date }): Promise<void> {
  await tx.execute(
    `delete from sign_in_use u where u.district_id = ? and u.at < ?
        and not exists (select from shared_id_case c where c.user_id = u.user_id and c.decided_at is null
                           and u.at >= c.last_seen_at - ? * interval '1 millisecond')`,
    [districtId, before, watchLimits.windowMs],
  );
}
