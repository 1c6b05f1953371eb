/** Who was linked in a month, and the monthly proof (infra/decisions/0033): the care team has it, nobody else. */
import type { AddressInfo } from 'node:net';
import type { Viewer } from '@heya/service-common/viewer';
import { fileOf } from '@heya/testkit/client';
import { queryAsAdmin } from '@heya/testkit/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';
import { fakeNeighbours, type FakeNeighbours } from '../take-along/neighbours.fixture.ts';
import { monthSpan } from '@heya/service-common/month';

let room: RoomUnderTest;
let neighbours: FakeNeighbours;
let found: Case & { roomId: string };
let address = '';
const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
beforeAll(async () => {
  neighbours = await fakeNeighbours();
  room = await startRoom({ CONSENT_URL: neighbours.url, TIMELINE_URL: neighbours.url });
  await room.app.server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(room.app.server.server.address() as AddressInfo).port}`;
  found = await openRoom(room);
});
afterAll(async () => {
  await room.close();
  await neighbours.close();
});

const asked = `query ($id: ID!, $month: String!) { room(id: $id) { careLinks(month: $month) {
  month required linkedHere linkedOverAll facilities { facility { id } facilityName professionLabels people since until isOwn } } } }`;
const linksFor = async (who: Viewer, wanted = month): Promise<any> =>
  (await room.get(who, asked, { id: found.roomId, month: wanted })).room?.careLinks;
const proofFor = (who: Viewer, wanted = month): ReturnType<typeof fileOf> =>
  fileOf(
    address,
    { name: 'room', key: room.environment.envelopeKey, viewer: who },
    { method: 'GET', path: `/files/rooms/${found.roomId}/fee-proof/${wanted}` },
  );

describe('organisations linked in a room in a month', () => {
  it('are those of the care team, one’s own told apart and not counted', async () => {
    const { physician, nurse, careManager } = found.people;
    const links = await linksFor(physician);
    const ids = new Set([physician, nurse, careManager].map(({ facilityId }) => facilityId));
    expect(new Set(links.facilities.map(({ facility }: { facility: { id: string } }) => facility.id))).toEqual(ids);
    const own = links.facilities.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
    expect(own.map(({ facility }: { facility: { id: string } }) => facility.id)).toEqual([physician.facilityId]);
    expect(links).toMatchObject({ month, required: 5, linkedHere: ids.size - 1, linkedOverAll: ids.size - 1 });
    expect(own[0]).toMatchObject({ professionLabels: ['医師'], people: 1, until: null });
  });

  it('are none of a month before anybody came, and a month that is none is refused', async () => {
    expect(await linksFor(found.people.physician, '2001-01')).toMatchObject({ facilities: [], linkedHere: 0, linkedOverAll: 0 });
    const { errors } = await room.ask(found.people.physician, asked, { id: found.roomId, month: '2026-13' });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('are for the care team alone', async () => {
    const { family, patient, officer, outsider } = found.people as unknown as Record<string, Viewer>;
    for (const who of [family, patient]) expect(await linksFor(who as Viewer)).toBeNull();
    for (const who of [officer, outsider]) if (who) expect(await linksFor(who)).toBeUndefined();
  });

  it('end in the minute when the last of them leaves', async () => {
    const { nurse, physician } = found.people;
    const ended = monthSpan('2026-02').to;
    const sql = 'update room_membership set joined_at = $1, left_at = $2 where room_id = $3 and user_id = $4';
    const change = (joined: Date, left: Date | null) =>
      queryAsAdmin(room.environment.database.adminUrl, sql, [joined, left, found.roomId, nurse.userId]);
    const before = await queryAsAdmin<{ joined_at: Date }>(
      room.environment.database.adminUrl,
      'select joined_at from room_membership where room_id = $1 and user_id = $2',
      [found.roomId, nurse.userId],
    );
    await change(monthSpan('2026-02').from, ended);
    const facilityIds = async (wanted: string) =>
      (await linksFor(physician, wanted)).facilities.map(({ facility }: { facility: { id: string } }) => facility.id);
    expect(await facilityIds('2026-02')).toEqual([nurse.facilityId]);
    expect(await facilityIds('2026-03')).toEqual([]);
    await change(new Date((before[0] as { joined_at: Date }).joined_at), null);
  });
});

describe('the monthly proof', () => {
  it('is a PDF for the care team, put together under their own rights, and its printing is in the record', async () => {
    const { physician } = found.people;
    const answer = await proofFor(physician);
    expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({ status: 200, type: 'application/pdf' });
    expect(Buffer.from(answer.bytes).subarray(0, 5).toString()).toBe('%PDF-');
    const questions = neighbours.asked.filter(({ question }) => question.startsWith('FeeProof'));
    expect(questions.map(({ question }) => question).sort()).toEqual(['FeeProofConsents', 'FeeProofVisits']);
    for (const { viewer } of questions) expect(viewer).toMatchObject({ userId: physician.userId });
    const lines = await queryAsAdmin<{ n: string }>(
      room.environment.database.adminUrl,
      "select count(*) as n from audit_entry where line->>'action' = 'PRINT' and line->>'roomId' = $1",
      [found.roomId],
    );
    expect(Number(lines[0]?.n)).toBe(1);
  });

  it('does not exist for anybody else, nor for a month that is none', async () => {
    const { family, patient, officer, physician } = found.people;
    for (const who of [family, patient, officer]) expect((await proofFor(who)).status).toBe(404);
    expect((await proofFor(physician, '2026-13')).status).toBe(400);
  });
});
