/** What is to go out by one channel, in the database. The service alone sees it; whether it may be told is asked with the rights of whom it is for. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { belonging, type ChosenChannels, type Importance, type Leading, type NotificationKind } from '../notification/index.ts';

/** By the device, or by mail. */
export type DeliveryChannel = 'PUSH' | 'MAIL';

export interface DeliveryRow extends Omit<Leading, 'isOpen' | 'kind'> {
  id: string;
  channel: DeliveryChannel;
  userId: string;
  attempts: number;
  reached: string[];
  kind: NotificationKind;
  importance: Importance;
  audience: string;
  needsMembership: boolean;
  createdAt: string;
  isRead: boolean;
  isRetracted: boolean;
  channels: ChosenChannels;
  from: string | null;
  to: string | null;
}

const atOnce = 20;

/** Takes up what is due: whoever dies over it leaves it to whoever comes after `again`. */
export function claimDeliveries(tx: Em, channel: DeliveryChannel, now: Date, again: Date): Promise<DeliveryRow[]> {
  return planned(
    tx,
    `with due as (
       select d.notification_id, d.channel from notification_delivery d where d.channel = ? and d.state = 'QUEUED' and d.due_at <= ?::timestamptz
        order by d.due_at limit ${atOnce} for update skip locked),
     taken as (
       update notification_delivery d set attempts = d.attempts + 1, due_at = ?::timestamptz from due
        where d.notification_id = due.notification_id and d.channel = due.channel returning d.*)
     select n.id, t.channel, n.user_id as "userId", t.attempts, t.reached, n.kind, n.importance, n.target_type as "targetType", n.target_id as "targetId",
            n.room_id as "roomId", n.audience, n.needs_membership as "needsMembership", n.created_at as "createdAt",
            n.read_at is not null as "isRead", f.channels, f.quiet_from as "from", f.quiet_to as "to",
            n.target_type = 'Post' and coalesce((select p.is_retracted from post_to_tell(n.target_id) p), true) as "isRetracted"
       from taken t join notification n on n.id = t.notification_id left join notification_preference f on f.user_id = n.user_id`,
    [channel, now, again],
  );
}

/** @returns whether the person who asks stands in the circle of what they were told, and whether the consent shows it to them now */
export async function findStanding(tx: Em, { roomId, audience }: DeliveryRow): Promise<{ belongs: boolean; isOpen: boolean }> {
  const [row] = await planned<{ belongs: boolean; isOpen: boolean }>(
    tx,
    `select coalesce(${belonging('rooms_belonged')}, false) as belongs, coalesce(${belonging('rooms_seen')}, false) as "isOpen"
       from (select ?::uuid as room_id, ?::text as audience) n`,
    [roomId, audience],
  );
  return row ?? { belongs: false, isOpen: false };
}

export interface Settled {
  state: 'QUEUED' | 'SENT' | 'FAILED' | 'SKIPPED';
  reason: string | null;
  attempts: number;
  reached: readonly string[];
  /** When it is taken up again, while it is queued. */
  dueAt: Date;
}

export async function settleDelivery(
  tx: Em,
  { id, channel }: Pick<DeliveryRow, 'id' | 'channel'>,
  { state, reason, attempts, reached, dueAt }: Settled,
): Promise<void> {
  await planned(
    tx,
    `update notification_delivery set state = ?, reason = ?, attempts = ?::int, reached = ?::jsonb, due_at = ?::timestamptz,
            settled_at = case when ?::text = 'QUEUED' then null else clock_timestamp() end
      where notification_id = ?::uuid and channel = ? and state = 'QUEUED'`,
    [state, reason, attempts, JSON.stringify(reached), dueAt, state, id, channel],
  );
}
