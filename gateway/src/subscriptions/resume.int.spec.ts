import { newId } from '@heya/service-common/id';
import { officer, physician } from '@heya/testkit/viewers';
import { until } from '../testing/patience.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from '../testing/stage.ts';
import { broughtBy, type LiveClient } from '../testing/live-client.ts';
import type { FakeRoom } from '../testing/world.ts';

const events = `subscription ($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) {
    __typename
    ... on PostCreated { cursor post { id body authorName author { id displayName } room { id roomNumber } } }
    ... on ReadSummaryChanged { cursor post { id } }
  }
}`;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const doctor = physician();
const room = (): FakeRoom => stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM' });

describe('resuming', () => {
  it('goes on from a cursor without a gap and without a double, while new posts arrive', async () => {
    const here = room();
    const first = await stage.listen(doctor, events, { roomId: here.id });
    for (let count = 0; count < 30; count += 1) await stage.post(here, count % 3 ? 'CARE_TEAM' : 'EVERYONE', String(count));
    await until('all told', () => first.bodies('1').length === 30);
    const cursor = broughtBy<{ cursor: string }>(first.of('1')[9]).cursor;

    const second = await stage.connect(doctor);
    second.subscribe('1', events, { roomId: here.id, after: cursor });
    for (let count = 30; count < 45; count += 1) void stage.post(here, 'CARE_TEAM', String(count));
    await until('all told again', () => second.bodies('1').length >= 35, 15_000);
    await stage.caughtUp();
    expect(second.bodies('1').map(Number)).toEqual(Array.from({ length: 35 }, (_, index) => index + 10));
  });

  it('goes on after the gateway has been replaced', async () => {
    const here = room();
    const first = await stage.listen(doctor, events, { roomId: here.id });
    await stage.post(here, 'CARE_TEAM', 'a');
    await until('told', () => first.bodies('1').length === 1);
    const { cursor } = broughtBy<{ cursor: string }>(first.of('1')[0]);
    await stage.restartGateway();
    expect(first.closed?.code).toBe(1012);
    await stage.post(here, 'CARE_TEAM', 'b');
    const second = await stage.connect(doctor);
    second.subscribe('1', events, { roomId: here.id, after: cursor });
    await stage.post(here, 'CARE_TEAM', 'c');
    await until('both told', () => second.bodies('1').length === 2);
    expect(second.bodies('1')).toEqual(['b', 'c']);
  });

  it("refuses an altered cursor and another room's", async () => {
    const [here, there] = [room(), room()];
    const client = await stage.connect(doctor);
    const altered = stage.cursors.seal('roomEvent', [here.id, 3]).replace(/(?<=^.{20})./, (letter) => (letter === 'A' ? 'B' : 'A'));
    client.subscribe('1', events, { roomId: here.id, after: altered });
    client.subscribe('2', events, { roomId: here.id, after: stage.cursors.seal('roomEvent', [there.id, 3]) });
    await client.until(({ id, type }) => id === '2' && type === 'error');
    expect([client.errorCode('1'), client.errorCode('2')]).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('says RESYNC when the bus has forgotten what came next', async () => {
    const here = room();
    const post = stage.world.addPost(here, 'EVERYONE', 'spät');
    await stage.bus.replay({
      eventId: newId(),
      topic: 'timeline.postCreated',
      stream: `room:${here.id}`,
      seq: 40,
      occurredAt: new Date().toISOString(),
      payload: { postId: post.id, roomId: here.id, audience: 'EVERYONE' },
    });
    const client = await stage.connect(doctor);
    client.subscribe('1', events, { roomId: here.id, after: stage.cursors.seal('roomEvent', [here.id, 5]) });
    await client.until(({ type }) => type === 'error');
    expect(client.errorCode('1')).toBe('RESYNC');
  });

  it('says RESYNC to those who listen when a number never comes', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    const post = stage.world.addPost(here, 'EVERYONE', '2');
    await stage.bus.replay({
      eventId: newId(),
      topic: 'timeline.postCreated',
      stream: `room:${here.id}`,
      seq: 2,
      occurredAt: new Date().toISOString(),
      payload: { postId: post.id, roomId: here.id, audience: 'EVERYONE' },
    });
    await client.until(({ type }) => type === 'error');
    expect([client.errorCode('1'), client.bodies('1')]).toEqual(['RESYNC', []]);
  });

  it('begins when it was subscribed to, not when the owner has answered', async () => {
    const here = room();
    stage.world.down.add('timeline');
    const client = await stage.connect(doctor);
    client.subscribe('1', events, { roomId: here.id });
    await until('waits', () => stage.gateway.counts().pending === 1);
    await stage.caughtUp();
    await stage.post(here, 'CARE_TEAM', '待っている間に');
    stage.world.down.clear();
    await until('told', () => client.bodies('1').length === 1);
  });

  it('finds a room however its id is spelled, and cuts it all the same', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id.toUpperCase() });
    await stage.post(here, 'CARE_TEAM', '1');
    await until('told', () => client.bodies('1').length === 1);
    await stage.membershipLost(here, doctor.userId);
    await until('refused', () => client.errorCode('1') === 'FORBIDDEN');
  });

  it('puts events that arrive out of order back in order', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    const posts = ['1', '2', '3'].map((body) => stage.world.addPost(here, 'EVERYONE', body));
    for (const index of [1, 2, 0]) {
      await stage.bus.replay({
        eventId: newId(),
        topic: 'timeline.postCreated',
        stream: `room:${here.id}`,
        seq: index + 1,
        occurredAt: new Date().toISOString(),
        payload: { postId: posts[index]?.id ?? '', roomId: here.id, audience: 'EVERYONE' },
      });
    }
    await until('all three', () => client.bodies('1').length === 3);
    expect(client.bodies('1')).toEqual(['1', '2', '3']);
  });
});

interface Told {
  cursor: string;
}

describe.each([
  {
    field: 'roomChanged',
    query: `subscription ($subject: ID!, $after: String) { roomChanged(roomId: $subject, after: $after) { cursor kind } }`,
    subject: (here: FakeRoom) => here.id,
    change: (here: FakeRoom) => stage.inspectionChanged(here),
  },
  {
    field: 'consentChanged',
    query: `subscription ($subject: ID!, $after: String) { consentChanged(patientId: $subject, after: $after) { cursor consent { id } } }`,
    subject: (here: FakeRoom) => here.patientId,
    change: (here: FakeRoom) => stage.consentChanged(here, true),
  },
])('resuming $field', ({ field, query, subject, change }) => {
  const cursorAt = (here: FakeRoom, seq: number): string => stage.cursors.seal(field, [subject(here), seq]);
  const told = (client: LiveClient): string[] =>
    client
      .of('1')
      .filter(({ type }) => type === 'next')
      .map((frame) => broughtBy<Told>(frame, field).cursor);
  const follow = (here: FakeRoom, after: string): Promise<LiveClient> => stage.listen(doctor, query, { subject: subject(here), after });

  it('tells once what changed between the query and the subscription, and during a broken line', async () => {
    const here = room();
    await change(here);
    await change(here);
    const first = await follow(here, cursorAt(here, 1));
    await until('the change of the gap', () => told(first).length === 1);
    await change(here);
    await until('the change that came live', () => told(first).length === 2);
    expect(told(first)).toEqual([cursorAt(here, 2), cursorAt(here, 3)]);

    first.close();
    await change(here);
    const second = await follow(here, told(first).at(-1) ?? '');
    await change(here);
    await until('both', () => told(second).length === 2);
    expect(told(second)).toEqual([cursorAt(here, 4), cursorAt(here, 5)]);
  });

  it('tells nothing that the query showed already, though the bus has not told it yet', async () => {
    const here = room();
    const client = await follow(here, cursorAt(here, 1));
    await change(here);
    await change(here);
    await until('the second', () => told(client).length === 1);
    expect(told(client)).toEqual([cursorAt(here, 2)]);
  });

  it("refuses the cursor of another stream and another subject's", async () => {
    const [here, there] = [room(), room()];
    const client = await stage.connect(doctor);
    client.subscribe('1', query, { subject: subject(here), after: stage.cursors.seal('roomEvent', [subject(here), 1]) });
    client.subscribe('2', query, { subject: subject(here), after: cursorAt(there, 1) });
    client.subscribe('3', query, { subject: subject(here), after: 'anything' });
    await client.until(({ id, type }) => id === '3' && type === 'error');
    expect(['1', '2', '3'].map((id) => client.errorCode(id))).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  it('is refused after a withdrawal, whatever the cursor says', async () => {
    const here = room();
    await change(here);
    await stage.consentChanged(here, false);
    await stage.caughtUp();
    const client = await stage.connect(doctor);
    client.subscribe('1', query, { subject: subject(here), after: cursorAt(here, 0) });
    await client.until(({ type }) => type === 'error');
    expect([client.errorCode('1'), told(client)]).toEqual(['FORBIDDEN', []]);
  });

  it('says RESYNC when the bus has forgotten what came next', async () => {
    const here = room();
    for (let count = 0; count < 3; count += 1) await change(here);
    await stage.forget(here, 2);
    await stage.caughtUp();
    const client = await stage.connect(doctor);
    client.subscribe('1', query, { subject: subject(here), after: cursorAt(here, 0) });
    await client.until(({ type }) => type === 'error');
    expect([client.errorCode('1'), told(client)]).toEqual(['RESYNC', []]);
  });
});

describe('resuming reviewTaskChanged', () => {
  it('tells once what changed after the list was read; of another district nothing', async () => {
    const clerk = officer();
    const query = `subscription ($after: String) { reviewTaskChanged(after: $after) { id } }`;
    const tell = async (): Promise<string> => {
      const reviewTaskId = newId();
      await stage.bus.send('identity.reviewTaskChanged', { reviewTaskId, districtId: clerk.districtId });
      return reviewTaskId;
    };
    await tell();
    const missed = await tell();
    const client = await stage.connect(clerk);
    client.subscribe('1', query, { after: stage.cursors.seal('reviewTaskChanged', [clerk.districtId, 1]) });
    const live = await tell();
    const ids = (): unknown[] => client.of('1').map((frame) => broughtBy<{ id: string }>(frame, 'reviewTaskChanged').id);
    await until('both', () => ids().length === 2);
    expect(ids()).toEqual([missed, live]);
    client.subscribe('2', query, { after: stage.cursors.seal('reviewTaskChanged', [newId(), 1]) });
    await client.until(({ id, type }) => id === '2' && type === 'error');
    expect(client.errorCode('2')).toBe('BAD_USER_INPUT');
  });
});
