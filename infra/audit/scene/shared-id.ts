/**
 * Somebody at two computers on two networks, taking turns (R3). Here every network is this machine's, so these uses are written
 * as identity would write them; what comes of them is the service's own.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Session } from '../../local/api/graphql.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';

/** @param client superuser of identity's database */
export async function plantSharing(client: pg.Client, userId: string): Promise<void> {
  const sessions = [uuidv7(), uuidv7()];
  for (const session of sessions)
    await client.query(
      `insert into sign_in_session (id, user_id, methods, device, started_at, last_active_at, expires_at)
       values ($1, $2, '{PASSWORD,TOTP}', 'Chrome · Windows', now() - interval '20 minutes', now(), now() + interval '30 minutes')`,
      [session, userId],
    );
  for (let index = 0; index < 8; index += 1)
    await client.query(
      `insert into sign_in_use (id, user_id, district_id, session_id, network_mark, network_hint, at)
       select $1, u.id, u.district_id, $3, $4::text, $4::text, now() - $5 * interval '2 minutes' from app_user u where u.id = $2`,
      [uuidv7(), userId, sessions[index % 2], `network${index % 2}`, 8 - index],
    );
}

const cases = `query { reviewTasks(first: 100, filter: { kinds: [SHARED_ID], states: [OPEN, CLAIMED] }) {
  nodes { id subject { ... on SharedIdCase { id user { id } } } } } }`;

interface Seen {
  reviewTasks: { nodes: { id: string; subject: { id?: string; user?: { id: string } | null } | null }[] };
}

/** Identity looks once a minute. @returns the case, and the center's task about it */
export async function sharedIdCase(officer: Session, userId: string): Promise<{ id: string; taskId: string }> {
  for (let looks = 0; looks < 180; looks += 1) {
    const { reviewTasks } = await officer.ask<Seen>(cases);
    const found = reviewTasks.nodes.find(({ subject }) => subject?.user?.id === userId);
    if (found?.subject?.id) return { id: found.subject.id, taskId: found.id };
    await pause(500);
  }
  throw new Error('the center was told of no shared ID');
}
