/** Rights that end by time, cursors and kept texts from before a right ended, and looks of the center (R10, R14, R18). */
import { newId } from '@heya/service-common/id';
import { nurse, physician } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { broughtBy } from '../testing/live-client.ts';
import { until } from '../testing/patience.ts';
import { Stage } from '../testing/stage.ts';
import type { FakeRoom } from '../testing/world.ts';

const events = `subscription ($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) { ... on PostCreated { cursor post { id body } } }
}`;
const day = 24 * 60 * 60 * 1000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const doctor = physician();
const visitor = nurse();
const room = (validUntil?: number): FakeRoom =>
  Object.assign(stage.world.addRoom({ [doctor.userId]: 'CARE_TEAM', [visitor.userId]: 'CARE_TEAM' }), { validUntil });
const asked = (here: FakeRoom) => stage.world.grants.filter(({ subject }) => subject === here.id).length;

describe('time ends a right without a message', () => {
  it('at that instant, and nothing is told after it', async () => {
    const here = room(Date.now() + 2500);
    const client = await stage.listen(doctor, events, { roomId: here.id });
    await stage.post(here, 'CARE_TEAM', '前');
    await until('told', () => client.bodies('1').length === 1);
    await until('refused', () => client.errorCode('1') === 'FORBIDDEN');
    expect(Date.now()).toBeGreaterThanOrEqual(here.validUntil ?? 0);
    expect(Date.now() - (here.validUntil ?? 0)).toBeLessThan(2000);
    await stage.post(here, 'CARE_TEAM', '後').then(() => stage.caughtUp());
    expect(client.bodies('1')).toEqual(['前']);
    expect(client.closed).toBeUndefined();
  });

  it('unless it has been prolonged: the owner is asked once more, and the stream goes on', async () => {
    const here = room(Date.now() + 2500);
    const client = await stage.listen(doctor, events, { roomId: here.id });
    here.validUntil = Date.now() + 60 * day;
    await until('asked again', () => asked(here) === 2);
    await stage.settled();
    await stage.post(here, 'CARE_TEAM', '続き');
    await until('told', () => client.bodies('1').length === 1);
    // Far beyond what one timer holds: it has not rung since.
    expect(asked(here)).toBe(2);
  });

  it('and an owner whose clock is behind does not prolong it', async () => {
    const here = room();
    const client = await stage.connect(doctor);
    stage.world.clock = () => Date.now() - day;
    here.validUntil = Date.now() - 1;
    client.subscribe('1', events, { roomId: here.id });
    await client.until(({ type }) => type === 'error');
    stage.world.clock = Date.now;
    expect(client.errorCode('1')).toBe('FORBIDDEN');
  });
});

describe('what is left of an earlier right', () => {
  const heard = async (here: FakeRoom) => {
    const client = await stage.listen(visitor, events, { roomId: here.id });
    for (const body of ['1', '2', '3']) await stage.post(here, 'CARE_TEAM', body);
    await until('told', () => client.bodies('1').length === 3);
    const { cursor } = broughtBy<{ cursor: string }>(client.of('1')[0]);
    return { client, cursor };
  };
  const resume = async (here: FakeRoom, after: string) => {
    const client = await stage.connect(visitor);
    client.subscribe('1', events, { roomId: here.id, after });
    await client.until(({ id }) => id === '1');
    return client;
  };

  it('opens nothing: a cursor from before a withdrawal', async () => {
    const here = room();
    const { cursor } = await heard(here);
    await stage.consentChanged(here, false);
    const again = await resume(here, cursor);
    expect([again.errorCode('1'), again.bodies('1')]).toEqual(['FORBIDDEN', []]);
  });

  it('opens nothing: a cursor from before leaving', async () => {
    const here = room();
    const { cursor } = await heard(here);
    await stage.membershipLost(here, visitor.userId);
    const again = await resume(here, cursor);
    expect([again.errorCode('1'), again.bodies('1')]).toEqual(['FORBIDDEN', []]);
  });

  it('is asked for anew after consent was given again: texts of the old epoch are not told again', async () => {
    const here = room();
    const { cursor } = await heard(here);
    await stage.consentChanged(here, false);
    await stage.consentChanged(here, true);
    const before = stage.world.reads.length;
    const again = await resume(here, cursor);
    await until('told', () => again.bodies('1').length === 2);
    const reads = stage.world.reads.slice(before).map(({ viewer }) => viewer);
    expect(reads).toHaveLength(2);
    expect(new Set(reads.map((viewer) => (viewer.type === 'channel' ? viewer.epoch : 0)))).toEqual(new Set([here.epoch]));
  });

  it.each<[string, (here: FakeRoom) => Promise<unknown>]>([
    ['consent', (here) => stage.consentChanged(here, true)],
    [
      'state',
      (here) => stage.bus.send('room.roomChanged', { roomId: here.id, patientId: here.patientId, districtId: newId(), status: 'CLOSING' }),
    ],
  ])("is dropped at once when the room's %s changes, although nobody listens", async (_what, change) => {
    const here = room();
    await until('quiet', () => stage.gateway.counts().channels === stage.gateway.counts().operations);
    const before = stage.gateway.counts();
    const { client } = await heard(here);
    client.send({ id: '1', type: 'complete' });
    await until('nobody listens', () => stage.gateway.counts().operations === before.operations);
    await change(here);
    await stage.caughtUp();
    expect(stage.gateway.counts().channels).toBe(before.channels);
  });
});

it('shows a look of the center to the members while it begins and when it ends (R18)', async () => {
  const here = room();
  const query = 'subscription ($roomId: ID!) { roomChanged(roomId: $roomId) { kind room { id } membership { id } } }';
  const client = await stage.listen(doctor, query, { roomId: here.id });
  const look = { inspectionId: newId(), roomId: here.id, patientId: here.patientId, districtId: newId(), officerId: newId() };
  const startedAt = new Date().toISOString();
  for (const endedAt of [null, startedAt])
    await stage.bus.send('room.inspectionChanged', { ...look, startedAt, expiresAt: startedAt, endedAt });
  await until('told twice', () => client.of('1').length === 2);
  const told = { data: { roomChanged: { kind: 'INSPECTION', room: { id: here.id }, membership: null } } };
  expect(client.of('1').map(({ payload }) => payload)).toEqual([told, told]);
  expect(asked(here)).toBe(1);
});
