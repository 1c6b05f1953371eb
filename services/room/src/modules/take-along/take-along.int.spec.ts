/** R35 over GraphQL on a real PostgreSQL: who may takes the room along, once, and nobody else has anything of it. */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { fileOf } from '@heya/testkit/client';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import { strFromU8, unzipSync } from 'fflate';
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ormConfig } from '../../orm.config.ts';
import { fakeNeighbours, type FakeNeighbours } from './neighbours.fixture.ts';
import {
  approve,
  type Case,
  closeRoom,
  closureInput,
  codes,
  executeApplication,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';
import type { Manifest } from './take-along.package.ts';

let room: RoomUnderTest;
let neighbours: FakeNeighbours;
let found: Case & { roomId: string };
let orm: Orm;
let address = '';
beforeAll(async () => {
  neighbours = await fakeNeighbours();
  room = await startRoom({ CONSENT_URL: neighbours.url, TIMELINE_URL: neighbours.url });
  await room.app.server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(room.app.server.server.address() as AddressInfo).port}`;
  found = await openRoom(room);
  orm = await openOrm(ormConfig(room.environment.database.url));
});
afterAll(async () => {
  await orm.close(true);
  await room.close();
  await neighbours.close();
});

const fields = 'id state progress fault purpose reason url sha256 bytes signingKey expiresAt endedAt';
const reason = '県外の病院への転院のため';
async function order(who: PersonViewer, override: object = {}): Promise<any> {
  const variables = { key: newId(), room: found.roomId, reason, ...override };
  const mutation = `mutation ($key: ID!, $room: ID!, $reason: String!) {
    roomExportCreate(idempotencyKey: $key, roomId: $room, purpose: MOVE, reason: $reason) { roomExport { ${fields} } userErrors { code field } } }`;
  return (await room.get(who, mutation, variables)).roomExportCreate;
}
const act = async (who: PersonViewer, name: 'roomExportOpen' | 'roomExportCancel', id: string): Promise<any> =>
  (await room.get(who, `mutation ($id: ID!) { ${name}(id: $id) { roomExport { ${fields} } userErrors { code } } }`, { id }))[name];
const seen = async (who: PersonViewer): Promise<any> =>
  (await room.get(who, `query ($id: ID!) { room(id: $id) { viewerCanExport exports { ${fields} } } }`, { id: found.roomId })).room;
const fetchIt = (who: PersonViewer, path: string) =>
  fileOf(address, { name: 'room', key: room.environment.envelopeKey, viewer: who }, { method: 'GET', path });
const atDoor = (url: string): string => url.replace('/files/room/', '/files/');
const asAdmin = <T>(sql: string): Promise<T[]> => queryAsAdmin(room.environment.database.adminUrl, sql) as Promise<T[]>;
const linesOf = async (id: string): Promise<string[]> =>
  (
    await asAdmin<{ said: string }>(
      `select concat_ws(' ', line->>'action', line->>'outcome', line->'categories'->>0) as said from audit_entry where line->>'subjectId' = '${id}' order by seq`,
    )
  ).map(({ said }) => said);

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function verified(zip: Uint8Array, kid: string): Promise<{ files: Record<string, Uint8Array>; manifest: Manifest }> {
  const files = unzipSync(zip);
  const jws = strFromU8(files['manifest.jws'] as Uint8Array);
  const { jwk } = decodeProtectedHeader(jws) as { jwk: JWK };
  expect(await calculateJwkThumbprint(jwk)).toBe(kid);
  const { payload } = await compactVerify(jws, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
  expect(Buffer.from(payload)).toEqual(Buffer.from(files['manifest.json'] as Uint8Array));
  const manifest = JSON.parse(strFromU8(payload)) as Manifest;
  for (const { name, sha256, bytes } of manifest.files)
    expect({ name, sha256: digest(files[name] as Uint8Array), bytes: files[name]?.length }).toEqual({ name, sha256, bytes });
  const listed = [...manifest.files.map(({ name }) => name), 'README.txt', 'manifest.json', 'manifest.jws'];
  expect(Object.keys(files).sort()).toEqual(listed.sort());
  return { files, manifest };
}

describe('taking a room along (R35)', () => {
  it('is for patient, steward and applicant, with a fresh proof of who they are and a reason', async () => {
    const { people } = found;
    for (const [who, expected] of [
      [people.outsider, 'NOT_FOUND'],
      [people.officer, 'NOT_FOUND'],
      [people.family, 'FORBIDDEN'],
      [people.nurse, 'FORBIDDEN'],
      [people.careManager, 'PROOF_REQUIRED'],
      [people.patient, 'PROOF_REQUIRED'],
    ] as const)
      expect([who.labels.name, ...codes(await order(who))]).toEqual([who.labels.name, expected]);
    for (const who of [people.family, people.nurse, people.outsider]) room.identity.proved.add(who.userId);
    expect(codes(await order(people.nurse))).toEqual(['FORBIDDEN']);
    expect(
      [await seen(people.nurse), await seen(people.physician), await seen(people.patient)].map(({ viewerCanExport }) => viewerCanExport),
    ).toEqual([false, true, true]);
    room.identity.proved.add(people.physician.userId);
    for (const [text, code] of [
      ['', 'BLANK'],
      ['転院', 'INVALID'],
      ['あ'.repeat(301), 'TOO_LONG'],
    ])
      expect(codes(await order(people.physician, { reason: text }))).toEqual([code]);
    expect(await asAdmin('select id from room_export')).toEqual([]);
    expect((await linesOf(found.roomId)).filter((line) => line.startsWith('DENIED')).length).toBeGreaterThanOrEqual(7);
  });

  it('makes a package under the rights of who asks, in the background, whose every file is signed for', async () => {
    const { people } = found;
    const key = newId();
    expect(await order(people.physician, { key })).toMatchObject({ userErrors: [], roomExport: { id: key, state: 'WAITING', url: null } });
    expect(await order(people.physician, { key })).toMatchObject({ userErrors: [], roomExport: { id: key } });
    expect(codes(await order(people.physician))).toEqual(['ALREADY_EXISTS']);
    expect(codes(await act(people.physician, 'roomExportOpen', key))).toEqual(['INVALID_STATE']);
    // Whoever does not answer is asked again.
    neighbours.fail(true);
    expect(await room.runJob('room-export')).toBe(0);
    expect((await seen(people.physician)).exports).toMatchObject([{ state: 'WAITING', progress: 0 }]);
    neighbours.fail(false);
    expect(await room.runJob('room-export')).toBe(1);
    expect(new Set(neighbours.asked.map(({ viewer }) => viewer.type === 'person' && viewer.userId))).toEqual(
      new Set([people.physician.userId]),
    );
    expect(neighbours.asked.filter(({ question }) => question === 'TakeAlongPosts').length).toBeGreaterThanOrEqual(2);
    const [made] = (await seen(people.physician)).exports;
    expect(made).toMatchObject({ state: 'READY', progress: 100, fault: null, url: null });
    expect((await linesOf(key)).filter((line) => line.startsWith('EXPORT'))).toEqual([
      'EXPORT ALLOWED DEMOGRAPHICS',
      'EXPORT ALLOWED DAILY_CONDITION',
      'EXPORT ALLOWED BODY_IMAGES',
    ]);
    // Others have nothing of it, and at rest nothing can be read.
    expect((await seen(people.careManager)).exports).toEqual([]);
    for (const name of ['roomExportOpen', 'roomExportCancel'] as const)
      expect(codes(await act(people.careManager, name, key))).toEqual(['NOT_FOUND']);
    const [piece] = await asAdmin<{ sealed: Buffer }>('select sealed from room_export_piece');
    expect(piece?.sealed.includes(Buffer.from('manifest.json'))).toBe(false);
    expect(await asAdmin('select 1 from room_export where asker is not null')).toEqual([]);

    const counted = (viewer: Viewer): Promise<number[]> =>
      inViewer(orm.em, viewer, async (tx) => {
        const [row] = await tx.execute<{ n: number[] }[]>(
          'select array[(select count(*) from room_export), (select count(*) from room_export_piece), (select count(*) from export_key)]::int[] as n',
        );
        return row?.n ?? [];
      });
    expect(await counted(people.physician)).toEqual([1, 1, 0]);
    for (const other of [people.careManager, people.patient, people.officer, people.outsider, channel(found.roomId, 'EVERYONE', 1)])
      expect(await counted(other)).toEqual([0, 0, 0]);

    const { url } = (await act(people.physician, 'roomExportOpen', key)).roomExport;
    expect(url).toMatch(new RegExp(`^/files/room/exports/${key}/[0-9a-f]{64}$`));
    expect((await fetchIt(people.careManager, atDoor(url))).status).toBe(404);
    const answer = await fetchIt(people.physician, atDoor(url));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/zip',
      'no-store',
    ]);
    expect({ sha256: digest(answer.bytes), bytes: answer.bytes.length }).toEqual({ sha256: made.sha256, bytes: made.bytes });
    const { files, manifest } = await verified(answer.bytes, made.signingKey);
    expect(manifest).toMatchObject({
      id: key,
      purpose: 'MOVE',
      reason,
      room: { id: found.roomId },
      madeBy: { userId: people.physician.userId },
    });
    expect(manifest.notIncluded).toContain('MEDICATIONS');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['record.pdf', 'timeline-001.pdf', 'bundle.json']));
    const bundle = strFromU8(files['bundle.json'] as Uint8Array);
    expect(bundle).toContain('食事は八割。');
    // Photos and documents of posts, as the person was given them; what was withdrawn meanwhile is not, and the manifest says so.
    const attached = manifest.files.filter(({ postId }) => postId);
    expect(attached.map(({ kind, contentType }) => [kind, contentType])).toEqual([
      ['PHOTO', 'image/jpeg'],
      ['DOCUMENT', 'application/pdf'],
    ]);
    expect(attached.map(({ name }) => strFromU8(files[name] as Uint8Array))).toEqual([
      'bytes of /files/photos/951/screen-1280/pass',
      'bytes of /files/photos/952/original/pass',
    ]);
    for (const { name } of attached) expect(bundle).toContain(name);
    expect(manifest.notIncluded).toContain('PHOTOS_AND_DOCUMENTS');

    // One link, once (V45); and nothing is left.
    expect((await fetchIt(people.physician, atDoor(url))).status).toBe(404);
    expect((await seen(people.physician)).exports).toMatchObject([{ state: 'TAKEN' }]);
    expect(await asAdmin('select 1 from room_export_piece')).toEqual([]);
    expect(codes(await act(people.physician, 'roomExportOpen', key))).toEqual(['INVALID_STATE']);
  });

  it('drops what is called off, what nobody fetches within a day, and what no consent covers or another one does, makes ten a day and gives up what it dies of; a room that is being closed is taken along by whom form 4-3 names', async () => {
    const { people } = found;
    neighbours.empty();
    const filed = (await room.get(people.careManager, closeRoom, { input: closureInput(found, { exportToUserId: people.nurse.userId }) }))
      .roomClosureApply;
    await approve(room, found, filed.roomApplication.id);
    await room.get(people.officer, executeApplication, { id: filed.roomApplication.id });
    const ready = async (): Promise<string> => {
      const { id } = (await order(people.nurse)).roomExport;
      await room.runJob('room-export');
      return id;
    };
    const stateOf = async (): Promise<string> => (await seen(people.nurse)).exports[0].state;
    const dropped = async (): Promise<unknown> => (await asAdmin('select 1 from room_export_piece')).length;

    const first = await ready();
    expect([await stateOf(), await dropped()]).toEqual(['READY', 1]);
    room.identity.proved.delete(people.nurse.userId);
    expect(codes(await act(people.nurse, 'roomExportOpen', first))).toEqual(['PROOF_REQUIRED']);
    room.identity.proved.add(people.nurse.userId);
    expect((await act(people.nurse, 'roomExportCancel', first)).roomExport.state).toBe('CANCELLED');
    expect(await dropped()).toBe(0);

    const second = await ready();
    const { url } = (await act(people.nurse, 'roomExportOpen', second)).roomExport;
    expect(await room.runJob('room-export', new Date(Date.now() + 25 * 3_600_000))).toBe(1);
    expect([await stateOf(), await dropped(), (await fetchIt(people.nurse, atDoor(url))).status]).toEqual(['EXPIRED', 0, 404]);

    // What was read under a consent that has been amended since is fetched by nobody (R10).
    const amended = await ready();
    const early = (await act(people.nurse, 'roomExportOpen', amended)).roomExport.url;
    await tellConsent(room, found, 'ACTIVE', { family: false });
    expect((await fetchIt(people.nurse, atDoor(early))).status).toBe(404);
    expect(codes(await act(people.nurse, 'roomExportOpen', amended))).toEqual(['CONSENT_REQUIRED']);
    expect(await room.runJob('room-export')).toBe(1);
    expect([await stateOf(), await dropped()]).toEqual(['EXPIRED', 0]);

    // A maker that dies of a package takes it up three times, no more.
    const deadly = (await order(people.nurse)).roomExport.id;
    await asAdmin(
      `update room_export set state = 'WRITING', attempts = 3, started_at = now() - interval '16 minutes' where id = '${deadly}'`,
    );
    expect(await room.runJob('room-export')).toBe(1);
    expect((await seen(people.nurse)).exports[0]).toMatchObject({ state: 'FAILED', fault: 'UNAVAILABLE' });

    const { id: waiting } = (await order(people.nurse)).roomExport;
    await tellConsent(room, found, 'WITHDRAWN');
    expect(codes(await order(people.patient))).toEqual(['CONSENT_REQUIRED']);
    expect(await room.runJob('room-export')).toBe(1);
    expect(await stateOf()).toBe('EXPIRED');
    expect(codes(await act(people.nurse, 'roomExportCancel', waiting))).toEqual(['INVALID_STATE']);
    expect(await linesOf(amended)).toContain('DENIED DENIED_ROLE');

    await tellConsent(room, found, 'ACTIVE');
    const orders = async (): Promise<string[]> => codes(await order(people.nurse));
    const said: string[][] = [];
    for (let count = 0; count < 6; count += 1) {
      said.push(await orders());
      await asAdmin(`update room_export set state = 'CANCELLED' where state = 'WAITING'`);
    }
    // Ten a day, five of them above.
    expect(said).toEqual([[], [], [], [], [], ['INVALID_STATE']]);
  });
});
