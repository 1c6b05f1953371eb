import { newId } from '@heya/service-common/id';
import { family, nurse, officer, physician } from '@heya/testkit/viewers';
import { until } from '../testing/patience.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { broughtBy, LiveClient } from '../testing/live-client.ts';
import { Stage } from '../testing/stage.ts';
import type { FakeRoom } from '../testing/world.ts';

const events = `subscription ($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) {
    __typename
    ... on PostCreated { cursor post { id body authorName author { id displayName } room { id roomNumber } } }
    ... on PostChanged { cursor post { id body } }
    ... on AskChanged { cursor post { id body } }
    ... on ReadSummaryChanged { cursor post { id } }
  }
}`;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const doctor = physician();
const visitor = nurse();
const daughter = family();
const room = (): FakeRoom =>
  stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM', [visitor.userId]: 'CARE_TEAM', [daughter.userId]: 'EVERYONE' });

describe('one channel for all who may see the same', () => {
  it('resolves a post once and sends everybody the same bytes', async () => {
    const here = room();
    const clients = [];
    for (let count = 0; count < 6; count += 1) clients.push(await stage.listen(count % 2 ? doctor : visitor, events, { roomId: here.id }));
    const post = await stage.post(here, 'CARE_TEAM', '体温 37.2');
    for (const client of clients) await client.until(({ type }) => type === 'next');

    expect(stage.world.reads.filter(({ postId }) => postId === post.id)).toEqual([
      { postId: post.id, viewer: { type: 'channel', roomId: here.id, audience: 'CARE_TEAM', epoch: 1 } },
    ]);
    expect(new Set(clients.map(({ texts }) => texts.find((text) => text.includes('"next"')))).size).toBe(1);
  });

  it('answers with the same JSON as the query over HTTP', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    const post = await stage.post(here, 'EVERYONE', '食事は半分');
    const frame = await client.until(({ type }) => type === 'next');
    const answer = await stage.ask(
      'query ($id: ID!) { post(id: $id) { id body authorName author { id displayName } room { id roomNumber } } }',
      {
        token: await stage.provider.token(doctor),
        variables: { id: post.id },
      },
    );
    const { post: told } = broughtBy<{ post: unknown }>(frame);
    expect(JSON.stringify(told)).toBe(JSON.stringify(answer.body.data?.post));
  });

  it('resolves what each reader sees for himself apart, and as himself', async () => {
    const here = room();
    const personal = 'subscription ($roomId: ID!) { roomEvent(roomId: $roomId) { ... on PostCreated { post { id viewerHasRead } } } }';
    const first = await stage.listen(doctor, personal, { roomId: here.id });
    const second = await stage.listen(visitor, personal, { roomId: here.id });
    const post = await stage.post(here, 'CARE_TEAM', '申し送り');
    await first.until(({ type }) => type === 'next');
    await second.until(({ type }) => type === 'next');
    const readers = stage.world.reads
      .filter(({ postId }) => postId === post.id)
      .map(({ viewer }) => (viewer.type === 'person' ? viewer.userId : viewer.type));
    expect(readers.sort()).toEqual([doctor.userId, visitor.userId].sort());
  });

  it('tells the family nothing of the care team', async () => {
    const here = room();
    const [team, kin] = [
      await stage.listen(doctor, events, { roomId: here.id }),
      await stage.listen(daughter, events, { roomId: here.id }),
    ];
    const hidden = await stage.post(here, 'CARE_TEAM', '内密');
    await stage.post(here, 'EVERYONE', '元気です');
    await until('both posts', () => team.bodies('1').length === 2);
    await until('the open post', () => kin.bodies('1').length === 1);
    expect(kin.bodies('1')).toEqual(['元気です']);
    expect(kin.texts.join()).not.toContain(hidden.id);
    expect(
      stage.world.reads.filter(({ postId, viewer }) => postId === hidden.id && viewer.type === 'channel' && viewer.audience === 'EVERYONE'),
    ).toEqual([]);
  });
});

describe('what happens to a post afterwards', () => {
  it('brings its words of now to the screens that may see it, once read, and to nobody else', async () => {
    const here = room();
    const team = [await stage.listen(doctor, events, { roomId: here.id }), await stage.listen(visitor, events, { roomId: here.id })];
    const kin = await stage.listen(daughter, events, { roomId: here.id });
    const [hidden, open] = [stage.world.addPost(here, 'CARE_TEAM', '37.2'), stage.world.addPost(here, 'EVERYONE', '食事は半分')];
    // Corrected, retracted and held at the top are one event; each carries no word of the post.
    for (const [topic, post, body] of [
      ['timeline.postChanged', hidden, '37.8（訂正）'],
      ['timeline.askChanged', hidden, '引き受けました'],
      ['timeline.postChanged', open, '食事は全量（訂正）'],
    ] as const) {
      await stage.caughtUp();
      post.body = body;
      await stage.bus.send(topic, { postId: post.id, roomId: here.id, audience: post.audience });
      await until('the team is told', () => team.every((client) => client.bodies('1').includes(body)));
    }
    await until('the family is told', () => kin.bodies('1').length === 1);
    expect(kin.bodies('1')).toEqual(['食事は全量（訂正）']);
    expect(kin.texts.join()).not.toContain(hidden.id);
    for (const client of team) expect(client.bodies('1')).toEqual(['37.8（訂正）', '引き受けました', '食事は全量（訂正）']);
    const types = team[0]?.of('1').map((frame) => broughtBy<{ __typename: string }>(frame).__typename);
    expect(types).toEqual(['PostChanged', 'AskChanged', 'PostChanged']);
    // Read once for each event and class, however many listen.
    expect(stage.world.reads.filter(({ postId }) => postId === hidden.id)).toHaveLength(2);
    expect(stage.world.reads.filter(({ postId }) => postId === open.id)).toHaveLength(2);
  });
});

describe('rights', () => {
  it('refuses a stranger and a room that is not there in the same words', async () => {
    const here = room();
    const stranger = physician();
    const client = await stage.connect(stranger);
    client.subscribe('1', events, { roomId: here.id });
    client.subscribe('2', events, { roomId: newId() });
    await client.until(({ id, type }) => id === '2' && type === 'error');
    await client.until(({ id, type }) => id === '1' && type === 'error');
    const shape = (id: string) => JSON.stringify(client.of(id)).replaceAll(/"(id|requestId)":"[^"]*"/g, '');
    expect(client.errorCode('1')).toBe('FORBIDDEN');
    expect(shape('1')).toBe(shape('2'));
  });

  it('cuts a member who leaves, and tells the others on', async () => {
    const here = room();
    const [gone, stays] = [
      await stage.listen(visitor, events, { roomId: here.id }),
      await stage.listen(doctor, events, { roomId: here.id }),
    ];
    const position = await stage.membershipLost(here, visitor.userId);
    await stage.caughtUp();
    await stage.post(here, 'CARE_TEAM', '退室のあと');
    await until('the one who stays is told', () => stays.bodies('1').length === 1);
    await until('the one who left is refused', () => gone.errorCode('1') === 'FORBIDDEN');
    expect(gone.bodies('1')).toEqual([]);
    const asked = stage.world.grants.filter(({ userId, subject }) => userId === visitor.userId && subject === here.id);
    expect(asked.at(-1)?.notBefore).toBe(position);
  });

  it('delivers nothing once the withdrawal is known, whatever was under way', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    for (let count = 0; count < 20; count += 1) void stage.post(here, 'CARE_TEAM', `書き込み ${count}`);
    await stage.consentChanged(here, false);
    await stage.caughtUp();
    const told = client.frames.length;
    await stage.post(here, 'CARE_TEAM', '撤回のあと').then(() => stage.caughtUp());
    await until('refused', () => client.errorCode('1') === 'FORBIDDEN');
    expect(client.bodies('1')).not.toContain('撤回のあと');
    expect(client.frames.slice(told).filter(({ type }) => type === 'next')).toEqual([]);
  });

  it('goes on under the new epoch when consent changes but stays', async () => {
    const here = room();
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.post(here, 'CARE_TEAM', '前');
    await until('the first', () => client.bodies('1').length === 1);
    await stage.consentChanged(here, true);
    const second = await stage.post(here, 'CARE_TEAM', '後');
    await until('the second', () => client.bodies('1').length === 2);
    expect(client.bodies('1')).toEqual(['前', '後']);
    expect(stage.world.reads.filter(({ postId }) => postId === second.id).map(({ viewer }) => viewer)).toContainEqual({
      type: 'channel',
      roomId: here.id,
      audience: 'CARE_TEAM',
      epoch: 2,
    });
  });

  it('asks again when a right changes while the owner thinks it over', async () => {
    const here = room();
    const asked = Promise.withResolvers<void>();
    stage.world.beforeGrant = async () => {
      stage.world.beforeGrant = () => Promise.resolve();
      asked.resolve();
      await stage.membershipLost(here, doctor.userId);
      here.members.set(doctor.userId, 'CARE_TEAM');
      await stage.caughtUp();
      setImmediate(() => here.members.delete(doctor.userId));
    };
    const client = await stage.connect(doctor);
    client.subscribe('1', events, { roomId: here.id });
    await asked.promise;
    await client.until(({ type }) => type === 'error');
    expect(client.errorCode('1')).toBe('FORBIDDEN');
    await stage.post(here, 'CARE_TEAM', '見えない');
    await stage.caughtUp();
    expect(client.bodies('1')).toEqual([]);
  });
});

describe('other streams', () => {
  it('tells a member of changes in the room, as that member', async () => {
    const here = room();
    const client = await stage.listen(
      doctor,
      'subscription ($roomId: ID!) { roomChanged(roomId: $roomId) { cursor kind room { id roomNumber } membership { id } } }',
      { roomId: here.id },
    );
    await stage.bus.send('room.roomChanged', { roomId: here.id, patientId: here.patientId, districtId: newId(), status: 'ACTIVE' });
    const frame = await client.until(({ type }) => type === 'next');
    expect(frame.payload?.data?.roomChanged).toEqual({
      cursor: expect.any(String),
      kind: 'STATUS',
      room: { id: here.id, roomNumber: '101' },
      membership: null,
    });
  });

  it('tells officers of their inbox and refuses others', async () => {
    const query = 'subscription { reviewTaskChanged { id title } }';
    const clerk = officer();
    const [inside, outside] = [await stage.connect(clerk), await stage.connect(doctor)];
    for (const client of [inside, outside]) client.subscribe('1', query);
    await outside.until(({ type }) => type === 'error');
    await stage.settled();
    const reviewTaskId = newId();
    await stage.bus.send('identity.reviewTaskChanged', { reviewTaskId, districtId: clerk.districtId });
    const frame = await inside.until(({ type }) => type === 'next');
    expect(frame.payload?.data?.reviewTaskChanged).toEqual({ id: reviewTaskId, title: '様式4-1' });
    expect(outside.errorCode('1')).toBe('FORBIDDEN');
  });

  it('says that a session has ended, closes its socket and refuses its token', async () => {
    const [ending, staying] = [nurse(), nurse()];
    const [gone, stays] = [await stage.connect(ending), await stage.connect(staying)];
    for (const client of [gone, stays]) client.subscribe('1', 'subscription { sessionEnded { sessionId reason } }');
    await stage.settled();
    const token = await stage.provider.token(ending);
    expect((await stage.ask('{ viewer { id } }', { token })).status).toBe(200);
    const desk = { method: 'POST', headers: { authorization: `Bearer ${token}` } };
    const { ticket } = (await stage.fetch('/ticket', desk)).body as unknown as { ticket: string };
    await stage.bus.send('identity.sessionEnded', { sessionId: ending.sessionId, userId: ending.userId, reason: 'REVOKED' });
    await until('closed', () => gone.closed);
    expect(gone.of('1')[0]?.payload).toEqual({ data: { sessionEnded: { sessionId: ending.sessionId, reason: 'REVOKED' } } });
    expect(gone.closed?.code).toBe(4403);
    expect((await stage.ask('{ viewer { id } }', { token })).status).toBe(401);
    expect(stays.closed).toBeUndefined();
    // A page that was read before and connects only now: neither its token nor its ticket opens a socket any more.
    const late = [await stage.connect(ending), await LiveClient.connect(stage.gateway.url, { ticket })];
    await until('both closed', () => late.every(({ closed }) => closed));
    expect(late.map(({ closed }) => closed?.code)).toEqual([4403, 4403]);

    await stage.restartGateway();
    expect((await stage.ask('{ viewer { id } }', { token })).status).toBe(401);
  });
});
