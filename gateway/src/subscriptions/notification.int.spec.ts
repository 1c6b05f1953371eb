/** R28: what a person is told, live on each of their devices, and nobody else's; under the rights of the moment it is told. */
import { newId } from '@heya/service-common/id';
import { nurse, physician } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { broughtBy, type LiveClient } from '../testing/live-client.ts';
import { until } from '../testing/patience.ts';
import { Stage } from '../testing/stage.ts';
import type { FakeRoom } from '../testing/world.ts';

const document = `subscription ($after: String) { notificationEvent(after: $after) {
  __typename
  ... on NotificationReceived { cursor unreadCount notification { id summary } }
  ... on NotificationsRead { cursor unreadCount ids }
} }`;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const doctor = physician();
const visitor = nurse();
const room = (): FakeRoom => stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM', [visitor.userId]: 'CARE_TEAM' });

async function tell(here: FakeRoom, userId = doctor.userId): Promise<string> {
  const id = newId();
  stage.world.notifications.set(id, { userId, postId: stage.world.addPost(here, 'CARE_TEAM', '呼吸が苦しい').id });
  await stage.bus.send('timeline.notificationRaised', { notificationId: id, userId }, `notification:${userId}`);
  return id;
}

interface Told {
  __typename: string;
  cursor: string;
  unreadCount: number;
  notification?: { id: string; summary: string | null };
  ids?: string[];
}
const told = (client: LiveClient): Told[] =>
  client
    .of('1')
    .filter(({ type }) => type === 'next')
    .map((frame) => broughtBy<Told>(frame, 'notificationEvent'));

describe('what a person is told', () => {
  it('comes to each of their devices, with the count as it is, and what was read elsewhere; to nobody else', async () => {
    const here = room();
    const [phone, desk] = [await stage.listen(doctor, document, {}), await stage.listen({ ...doctor, sessionId: newId() }, document, {})];
    const other = await stage.listen(visitor, document, {});
    const id = await tell(here);
    await stage.bus.send('timeline.notificationsRead', { notificationIds: [id], userId: doctor.userId }, `notification:${doctor.userId}`);
    const unreadCount = stage.world.notifications.size;
    for (const client of [phone, desk]) {
      await until('told', () => told(client).length === 2);
      expect(told(client)).toMatchObject([
        { __typename: 'NotificationReceived', unreadCount, notification: { id, summary: '呼吸が苦しい' } },
        { __typename: 'NotificationsRead', unreadCount, ids: [id] },
      ]);
    }
    await stage.caughtUp();
    expect(told(other)).toEqual([]);
  });

  it('goes on from a cursor of one’s own without a gap; another’s opens nothing', async () => {
    const here = room();
    const first = await stage.listen(doctor, document, {});
    const ids = [await tell(here), await tell(here), await tell(here)];
    await until('told', () => told(first).length === 3);
    const after = told(first)[0]?.cursor;
    const again = await stage.connect(doctor);
    again.subscribe('1', document, { after });
    await until('told again', () => told(again).length === 2);
    expect(told(again).map(({ notification }) => notification?.id)).toEqual(ids.slice(1));
    const stranger = await stage.connect(visitor);
    stranger.subscribe('1', document, { after });
    await stranger.until(({ type }) => type === 'error');
    expect(stranger.errorCode('1')).toBe('BAD_USER_INPUT');
  });

  it('holds no word once the consent is withdrawn, not even of what was resolved before; the owner is asked again, having heard of it', async () => {
    const here = room();
    const elsewhere = stage.world.addRoom({ [visitor.userId]: 'CARE_TEAM' });
    const client = await stage.listen(doctor, document, {});
    await tell(here);
    await until('told', () => told(client).length === 1);
    const after = stage.cursors.seal('notificationEvent', [doctor.userId, 0]);
    const asked = () => stage.world.grants.filter(({ subject }) => subject === doctor.userId);
    const before = asked().length;
    const position = await stage.consentChanged(here, false);
    await until('asked again', () => asked().length > before);
    expect(asked().at(-1)?.notBefore).toBeGreaterThanOrEqual(position);
    await stage.settled();
    await tell(here);
    await until('told', () => told(client).length === 2);
    expect(told(client)[1]?.notification?.summary).toBeNull();
    const again = await stage.connect(doctor);
    again.subscribe('1', document, { after });
    await until('told again', () => told(again).some(({ notification }) => notification?.id === told(client)[1]?.notification?.id));
    const [mine] = told(client);
    expect(told(again).find(({ notification }) => notification?.id === mine?.notification?.id)?.notification?.summary).toBeNull();
    // Of a patient in none of one's rooms nothing is asked.
    const then = asked().length;
    await stage.consentChanged(elsewhere, false);
    await stage.caughtUp();
    expect(asked()).toHaveLength(then);
  });

  it('ends with the sign-in', async () => {
    const signedOut = { ...doctor, sessionId: newId() };
    const client = await stage.listen(signedOut, document, {});
    await stage.bus.send('identity.sessionEnded', { sessionId: signedOut.sessionId, userId: doctor.userId, reason: 'SIGNED_OUT' });
    await until('over', () => client.errorCode('1') === 'FORBIDDEN');
    const before = told(client).length;
    await tell(room());
    await stage.caughtUp();
    expect(told(client)).toHaveLength(before);
  });
});
