/** Putting down what people are told. The service alone does, under a right that no person has. */
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import type { Audience } from '../access/index.ts';
import type { AskToTell, Member, PostFacts, Telling } from './notification.policy.ts';
import type { TargetType } from './notification.target.ts';

/** What several people are told of. */
export interface Occasion {
  targetType: TargetType;
  targetId: string;
  roomId: string | null;
  patientId: string | null;
  audience: Audience;
  needsMembership: boolean;
  actorId: string | null;
  /** The same again tells nobody a second time. */
  cause: string;
}

/** Those who were told of it already are not told again. Streams are counted in one order, so that two who write do not wait for each other. */
export async function insertNotifications(tx: Em, occasion: Occasion, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const rows = tellings.map(({ userId, inApp, ...told }) => ({ id: newId(), event_id: newId(), user_id: userId, in_app: inApp, ...told }));
  await planned(
    tx,
    `with told as (
       select t.* from jsonb_to_recordset(?::jsonb) as t(id uuid, event_id uuid, user_id uuid, kind text, importance text, in_app boolean, push boolean, email boolean)
        where not exists (select 1 from notification n where n.user_id = t.user_id and n.cause = ?)),
     place as (
       insert into stream_counter as c (stream, seq) select 'notification:' || t.user_id, 1 from told t order by t.user_id
       on conflict (stream) do update set seq = c.seq + 1 returning c.stream, c.seq),
     written as (
       insert into notification (id, user_id, seq, kind, importance, target_type, target_id, room_id, patient_id, audience, needs_membership, actor_id, cause, in_app)
       select t.id, t.user_id, p.seq, t.kind, t.importance, ?, ?::uuid, ?::uuid, ?::uuid, ?, ?::boolean, ?::uuid, ?, t.in_app
         from told t join place p on p.stream = 'notification:' || t.user_id),
     queued as (
       insert into notification_delivery (notification_id, channel, user_id, room_id, patient_id)
       select t.id, 'PUSH', t.user_id, ?::uuid, ?::uuid from told t
        where t.push and exists (select 1 from push_subscription s where s.user_id = t.user_id)
       union all
       select t.id, 'MAIL', t.user_id, ?::uuid, ?::uuid from told t
        where t.email and exists (select 1 from mail_address a where a.user_id = t.user_id and a.refused_at is null))
     insert into outbox_event (event_id, topic, stream, seq, payload, occurred_at)
     select t.event_id, 'timeline.notificationRaised', p.stream, p.seq, jsonb_build_object('notificationId', t.id, 'userId', t.user_id), clock_timestamp()
       from told t join place p on p.stream = 'notification:' || t.user_id`,
    [
      JSON.stringify(rows),
      occasion.cause,
      occasion.targetType,
      occasion.targetId,
      occasion.roomId,
      occasion.patientId,
      occasion.audience,
      occasion.needsMembership,
      occasion.actorId,
      occasion.cause,
      occasion.roomId,
      occasion.patientId,
      occasion.roomId,
      occasion.patientId,
    ],
  );
}

/** Who takes part in a room now, or in those of a patient, and how each wants to be told. */
export function findMembers(tx: Em, by: { roomId: string } | { patientId: string }): Promise<(Member & { roomId: string })[]> {
  const [column, id] = 'roomId' in by ? ['room_id', by.roomId] : ['patient_id', by.patientId];
  return planned(
    tx,
    `select m.room_id as "roomId", m.user_id as "userId", m.role, m.profession, m.is_steward as "isSteward",
            coalesce('DAILY_CONDITION' = any(c.family_categories), false) as "toFamily",
            exists (select 1 from notification_mute u where u.user_id = m.user_id and u.room_id = m.room_id) as "isMuted", f.channels
       from room_member m left join consent_state c on c.patient_id = m.patient_id left join notification_preference f on f.user_id = m.user_id
      where m.${column} = ? and holds_now(m.status, m.valid_from, m.valid_until)`,
    [id],
  );
}

/** How these people want to be told, whatever rooms they are in. */
export async function findWishes(tx: Em, userIds: readonly string[]): Promise<Pick<Member, 'userId' | 'channels'>[]> {
  const rows = await planned<Pick<Member, 'userId' | 'channels'>>(
    tx,
    'select user_id as "userId", channels from notification_preference where user_id = any(?::uuid[])',
    [`{${userIds.join(',')}}`],
  );
  return userIds.map((userId) => rows.find((row) => row.userId === userId) ?? { userId, channels: null });
}

export interface PostToTell extends PostFacts {
  roomId: string;
  patientId: string;
}

/** @returns ids and codes of a post, of which the service itself may read nothing else */
export async function findPostFacts(tx: Em, postId: string): Promise<PostToTell | undefined> {
  const [row] = await planned<PostToTell>(
    tx,
    `select room_id as "roomId", patient_id as "patientId", author_id as "authorId", audience, importance,
            acknowledgement_requested as "acknowledgementRequested", is_alert as "isAlert", is_retracted as "isRetracted",
            parent_author_id as "parentAuthorId", named from post_to_tell(?::uuid)`,
    [postId],
  );
  return row;
}

/** @returns ids of an ask that still waits for its answer */
export async function findAskFacts(tx: Em, postId: string): Promise<(AskToTell & { roomId: string; patientId: string }) | undefined> {
  const [row] = await planned<AskToTell & { roomId: string; patientId: string }>(
    tx,
    `select room_id as "roomId", patient_id as "patientId", author_id as "authorId", audience, importance, to_json(asked) as asked,
            taken_by_id as "takenById" from ask_to_tell(?::uuid)`,
    [postId],
  );
  return row;
}

/** @returns who has said 了解 to a post, or has read it where it asks for none */
export async function findReached(tx: Em, postId: string): Promise<string[]> {
  const rows = await planned<{ userId: string }>(tx, 'select r as "userId" from reached_by(?::uuid) r', [postId]);
  return rows.map(({ userId }) => userId);
}

/** Whoever acted first filed it. @returns the applicant */
export async function noteApplicant(tx: Em, application: { applicationId: string; patientId: string; actorId: string }): Promise<string> {
  const { applicationId, patientId, actorId } = application;
  const [row] = await planned<{ userId: string }>(
    tx,
    `with noted as (insert into notification_applicant (application_id, patient_id, user_id) values (?::uuid, ?::uuid, ?::uuid) on conflict do nothing)
     select coalesce((select a.user_id from notification_applicant a where a.application_id = ?::uuid), ?::uuid) as "userId"`,
    [applicationId, patientId, actorId, applicationId, actorId],
  );
  return row?.userId ?? actorId;
}

export async function findApplicants(tx: Em, patientId: string): Promise<string[]> {
  const rows = await planned<{ userId: string }>(
    tx,
    'select distinct user_id as "userId" from notification_applicant where patient_id = ?::uuid',
    [patientId],
  );
  return rows.map(({ userId }) => userId);
}

/** What was to be done is done: whoever was told of it has read it. @returns per person what is newly read */
export async function settleTarget(tx: Em, targetId: string): Promise<{ userId: string; ids: string[] }[]> {
  return planned(
    tx,
    `with settled as (update notification set read_at = clock_timestamp() where target_id = ?::uuid and read_at is null returning id, user_id)
     select user_id as "userId", json_agg(id) as ids from settled group by user_id order by user_id`,
    [targetId],
  );
}

/** Everybody who takes part in a room of whom a safety check asks; each once, whatever rooms they are in. */
export function findAsked(tx: Em, safetyCheckId: string): Promise<Pick<Member, 'userId' | 'channels'>[]> {
  return planned(
    tx,
    `select m.user_id as "userId", f.channels from (
       select distinct m.user_id from safety_subject s join room_member m on m.room_id = s.room_id
        where s.check_id = ?::uuid and m.role in ('CARE_TEAM', 'PATIENT', 'FAMILY') and holds_now(m.status, m.valid_from, m.valid_until)) m
      left join notification_preference f on f.user_id = m.user_id order by m.user_id`,
    [safetyCheckId],
  );
}
