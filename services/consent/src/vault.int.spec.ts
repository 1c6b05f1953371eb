/** Threats 24, 29: what lies outside the database holds when the database does not. */
import { createCipheriv, randomBytes } from 'node:crypto';
import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventPayloads } from '@heya/schema/events';
import { DataKeys } from '@heya/service-common/data-keys';
import { openKeyring, rotateKeyring } from '@heya/service-common/keyring';
import { readLedger } from '@heya/service-common/ledger';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { queryAsAdmin, tablesOfNobody } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketOf, readRecordEnvironment } from './environment.ts';
import { ormConfig } from './orm.config.ts';
import { fakeBucket } from './testing/bucket.ts';
import {
  consented,
  type ConsentUnderTest,
  openRoom,
  startConsent,
  submitConsent,
  consentInput,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from './testing/consent.ts';
import { drawnSignature } from '@heya/testkit/signature';
import { readHeads, type ReadHeads, readSignedHeads, verifyAccessLog } from './modules/access-log/index.ts';

let consent: ConsentUnderTest;
beforeEach(async () => {
  consent = await startConsent();
});
afterEach(() => consent.close());
const admin = <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(consent.environment.database.adminUrl, text, values);

describe('the ledger (R10)', { timeout: 60_000 }, () => {
  it('has a withdrawal before it is acknowledged; a restored consent is withdrawn again before anything is answered', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    const { nurse, patient } = found.people;
    await consent.get(patient, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    expect(await readLedger(consent.vault.LEDGER_FILE)).toMatchObject([{ kind: 'CONSENT_WITHDRAWN', consentId: found.consentId }]);
    await consent.restart(() =>
      admin(
        `update consent set status = 'ACTIVE', version = 1, epoch = 1, withdrawn_at = null, withdrawal_reason = null where id = '${found.consentId}';
         delete from consent_event where kind = 'WITHDRAWN'; update stream_counter set seq = 1 where stream = 'consent-epoch:${found.patientId}'`,
      ),
    );
    const view = await viewPatient(consent, nurse, found.patientId);
    expect(view.consent).toMatchObject({ status: 'WITHDRAWN', version: 2 });
    expect(new Set(view.disclosures.map(({ state }: { state: string }) => state))).toEqual(new Set(['WITHDRAWN']));
    const told = (await consent.bus.all('consent.changed')).filter(({ payload }) => payload.consentId === found.consentId);
    expect(told.at(-1)?.payload).toMatchObject({ status: 'WITHDRAWN', epoch: 2, grants: [] });
    expect(told).toHaveLength(3);
  });

  it('does not touch a consent that was given after the withdrawal', async () => {
    const found = await consented(consent);
    await consent.get(found.people.physician, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    await consent.get(found.people.physician, submitConsent, { input: consentInput(found) });
    await consent.restart();
    expect((await viewPatient(consent, found.people.physician, found.patientId)).consent).toMatchObject({ status: 'ACTIVE', version: 1 });
    expect(await readLedger(consent.vault.LEDGER_FILE)).toHaveLength(1);
  });

  it('is completed by what was withdrawn without it, and is asked for again by the same request', async () => {
    const found = await consented(consent);
    const input = withdrawInput();
    await admin(`update consent set status = 'WITHDRAWN', withdrawn_at = now(), version = 2 where id = $1`, [found.consentId]);
    await consent.restart();
    expect(await readLedger(consent.vault.LEDGER_FILE)).toMatchObject([{ consentId: found.consentId, patientId: found.patientId }]);
    const other = await consented(consent);
    await consent.get(other.people.physician, withdrawConsent, { id: other.consentId, input });
    await consent.get(other.people.physician, withdrawConsent, { id: other.consentId, input });
    expect(await readLedger(consent.vault.LEDGER_FILE)).toHaveLength(2);
  });

  it('that cannot be written to leaves the withdrawal in effect and unacknowledged', async () => {
    const found = await consented(consent);
    await openRoom(consent, found);
    await appendFile(consent.vault.LEDGER_FILE, 'x\n');
    const answer = await consent.ask(found.people.patient, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    expect(answer.errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
    expect((await viewPatient(consent, found.people.nurse, found.patientId)).consent).toMatchObject({ status: 'WITHDRAWN' });
  });
});

describe('signatures', { timeout: 60_000 }, () => {
  interface Kept extends Record<string, unknown> {
    sealed: Buffer;
    sealing: string;
    district_id: string;
  }
  const kept = async (consentId: string): Promise<Kept> => {
    const [row] = await admin<Kept>(
      'select s.*, c.district_id from consent_signature s join consent c on c.id = s.consent_id where c.id = $1',
      [consentId],
    );
    if (!row) throw new Error('no signature');
    return row;
  };
  const picture = Buffer.from(drawnSignature.base64, 'base64');

  async function open(consentId: string, patientId: string): Promise<Buffer> {
    const { sealed, district_id: districtId } = await kept(consentId);
    const keys = new DataKeys(await openKeyring(consent.vault.KEYRING_FILE));
    const orm = await openOrm(ormConfig(consent.environment.database.url));
    const place = { rowId: `${consentId}:1`, column: 'consent_signature.sealed' };
    try {
      return await inViewer(orm.em, { type: 'service', name: 'consent' }, (tx) =>
        keys.open(tx, { id: patientId, districtId }, place, sealed),
      );
    } finally {
      await orm.close(true);
    }
  }

  it('are sealed with the patient’s own key, whose key is not in the database', async () => {
    const found = await consented(consent);
    expect((await kept(found.consentId)).sealing).toBe('DATA_KEY');
    expect(await open(found.consentId, found.patientId)).toEqual(picture);
    const [key] = await admin<{ wrapped: Buffer; key_id: string }>('select wrapped, key_id from data_key where scope = $1', [
      found.patientId,
    ]);
    const { keys } = JSON.parse(await readFile(consent.vault.KEYRING_FILE, 'utf8')) as { keys: { id: string }[] };
    expect(keys.map(({ id }) => id)).toContain(key?.key_id);
  });

  it('open after the keyring was rotated, when nothing needs its old key any more', async () => {
    const found = await consented(consent);
    let newest = '';
    await consent.restart(async () => (newest = await rotateKeyring(consent.vault.KEYRING_FILE)));
    expect(await admin('select distinct key_id from data_key')).toEqual([{ key_id: newest }]);
    expect(await open(found.consentId, found.patientId)).toEqual(picture);
  });

  it('of before come under it at the next start, with nothing lost', async () => {
    const found = await consented(consent);
    const nonce = randomBytes(12);
    const serviceKey = Buffer.from(consent.environment.variables.KEY_ENCRYPTION_KEY ?? '', 'hex');
    const cipher = createCipheriv('aes-256-gcm', serviceKey, nonce).setAAD(Buffer.from(`consent-signature:${found.consentId}`));
    const body = Buffer.concat([cipher.update(picture), cipher.final()]);
    await consent.restart(async () => {
      await admin(`update consent_signature set sealing = 'SERVICE_KEY', sealed = $2 where consent_id = $1`, [
        found.consentId,
        Buffer.concat([nonce, cipher.getAuthTag(), body]),
      ]);
      await admin('delete from data_key');
    });
    expect((await kept(found.consentId)).sealing).toBe('DATA_KEY');
    expect(await open(found.consentId, found.patientId)).toEqual(picture);
  });

  it('of before that a backup brought back after their patient’s key was destroyed come under no new one, and keep nobody from starting', async () => {
    const [found, other] = [await consented(consent), await consented(consent)];
    const sealed = Buffer.from('as it was');
    await consent.restart(async () => {
      await admin(`update consent_signature set sealing = 'SERVICE_KEY', sealed = $2 where consent_id = $1`, [found.consentId, sealed]);
      await admin('update data_key set wrapped = null, destroyed_at = now() where scope = $1', [found.patientId]);
    });
    expect(await kept(found.consentId)).toMatchObject({ sealing: 'SERVICE_KEY', sealed });
    expect(await open(other.consentId, other.patientId)).toEqual(picture);
  });
});

/** Chain, its end and the heads of the folder are gone together: the folder alone knows nothing of it, the bucket does. */
async function cutWithItsHeads(locked: ConsentUnderTest, districtId: string, url: string): Promise<void> {
  const { AUDIT_HEAD_DIR: folder, KEYRING_FILE } = locked.vault;
  const environment = { DATABASE_URL: locked.environment.database.url, KEYRING_FILE, AUDIT_HEAD_DIR: folder };
  const bucket = bucketOf(
    readRecordEnvironment({
      ...environment,
      AUDIT_HEAD_S3_BUCKET: 'heya-heads',
      AUDIT_HEAD_S3_ENDPOINT: url,
      AUDIT_HEAD_S3_ACCESS_KEY_ID: 'id',
      AUDIT_HEAD_S3_SECRET_ACCESS_KEY: 'secret',
    }),
  );
  const orm = await openOrm(ormConfig(locked.environment.database.url));
  const keyring = await openKeyring(KEYRING_FILE);
  const verify = async (read: Promise<ReadHeads>) => {
    const { heads, unreadable } = await read;
    expect(unreadable).toEqual([]);
    const anchors = { heads, keyring, now: new Date() };
    const reports = await inViewer(orm.em, { type: 'service', name: 'consent' }, (tx) => verifyAccessLog(tx, anchors));
    return reports.find((report) => report.districtId === districtId);
  };
  try {
    const whole = await readHeads(folder);
    expect(await verify(readSignedHeads(folder, bucket))).not.toHaveProperty('brokenAt');
    await rm(join(folder, `${districtId}.jsonl`));
    const signed = (await readSignedHeads(folder, bucket)).heads.filter(({ district }) => district === districtId);
    expect(signed.at(-1)?.hash).toBe(whole.heads.findLast(({ district }) => district === districtId)?.hash);
    const onLocked = (text: string) => queryAsAdmin(locked.environment.database.adminUrl, text, [districtId]);
    await onLocked('delete from access_log_entry where district_id = $1');
    await onLocked('delete from access_log_head where district_id = $1');
    expect(await verify(readSignedHeads(folder))).toBeUndefined();
    expect(await verify(readSignedHeads(folder, bucket))).toMatchObject({ brokenAt: 1, reason: 'TRUNCATED' });
  } finally {
    await orm.close(true);
  }
}

describe('signed heads', { timeout: 60_000 }, () => {
  it('are kept at the stop too, and in a bucket under object lock when there is one', async () => {
    const bucket = await fakeBucket();
    const locked = await startConsent({
      AUDIT_HEAD_S3_BUCKET: 'heya-heads',
      AUDIT_HEAD_S3_ENDPOINT: bucket.url,
      AUDIT_HEAD_S3_ACCESS_KEY_ID: 'id',
      AUDIT_HEAD_S3_SECRET_ACCESS_KEY: 'secret',
      AUDIT_HEAD_S3_RETAIN_DAYS: '1830',
    });
    try {
      const found = await consented(locked);
      await locked.restart();
      const { heads } = await readHeads(locked.vault.AUDIT_HEAD_DIR);
      const own = heads.filter(({ district }) => district === found.people.districtId);
      expect(own.length).toBeGreaterThan(0);
      const put = bucket.objects.filter(({ path }) => path.includes(found.people.districtId));
      expect(put.map(({ body }) => JSON.parse(body))).toEqual(
        own.map((head) => ({ ...head, at: expect.any(String), signature: expect.any(String) })),
      );
      for (const { method, path, headers } of put) {
        expect([method, path]).toEqual(['PUT', expect.stringMatching(/^\/heya-heads\/audit-heads\//)]);
        expect(headers['x-amz-object-lock-mode']).toBe('COMPLIANCE');
        expect(Date.parse(headers['x-amz-object-lock-retain-until-date'] ?? '')).toBeGreaterThan(Date.now() + 1829 * 24 * 3_600_000);
        expect(headers['content-md5']).toMatch(/^[\w+/]{22}==$/);
      }
      const before = bucket.objects.length;
      await locked.restart();
      const again = bucket.objects.slice(before).map(({ path }) => path);
      expect(again.filter((path) => put.some((object) => object.path === path))).toEqual([]);
      await cutWithItsHeads(locked, found.people.districtId, bucket.url);
    } finally {
      await locked.close();
      await bucket.close();
    }
  });
});

describe('a room that is erased (R16, threats 29, 30)', { timeout: 60_000 }, () => {
  it('goes by every table there is: one that says of no room or patient whose it is has to be known here', async () => {
    const tables = await admin<{ name: string }>(tablesOfNobody);
    // Of the service; the same for everybody; names by people; hashes of a district; keys, which are destroyed and not forgotten.
    const known = ['consumer_offset', 'dead_event', 'mikro_orm_migrations', 'outbox_event', 'stream_counter'].concat(
      'consent_text',
      'actor_name',
      'access_log_head',
      'data_key',
    );
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('takes its consents and their key along; a backup that brings them back opens nothing, and they go again', async () => {
    const [found, other] = [await consented(consent), await consented(consent)];
    const roomId = await openRoom(consent, found);
    const { districtId } = found.people;
    const ask: EventPayloads['room.erasureAsked'] = { roomId, patientId: found.patientId, districtId, service: 'consent', subjectIds: [] };
    const left = async (patientId: string): Promise<number[]> =>
      Promise.all(
        ['consent', 'consent_category', 'consent_event', 'consent_signature', 'patient_state', 'room_member'].map(
          async (table) => (await admin(`select 1 from ${table} where patient_id = $1`, [patientId])).length,
        ),
      );
    const backup = await admin('select * from consent_signature where patient_id = $1', [found.patientId]);
    await consent.bus.publish('room.erasureAsked', ask);
    expect(await left(found.patientId)).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await left(other.patientId)).slice(0, 4).every((count) => count > 0)).toBe(true);
    const { payload: answer } = await consent.bus.published('consent.roomErased');
    expect(answer).toMatchObject({ roomId, counts: expect.arrayContaining([{ name: 'consent', count: 1 }]) });
    expect(answer.subjectIds).toContain(found.consentId);
    expect(await readLedger(consent.vault.LEDGER_FILE)).toMatchObject([{ kind: 'KEY_DESTROYED', scope: found.patientId }]);
    expect(await admin('select wrapped from data_key where scope = $1 and wrapped is not null', [found.patientId])).toEqual([]);

    // As after a restore: the key lies in the dump, the ledger knows better.
    await consent.restart(() => admin(`update data_key set wrapped = 'x', destroyed_at = null where scope = $1`, [found.patientId]));
    expect(await admin('select wrapped from data_key where scope = $1 and wrapped is not null', [found.patientId])).toEqual([]);
    expect(backup).toHaveLength(1);
    await consent.bus.publish('room.patientRegistered', { patientId: found.patientId, districtId, registeredBy: newId() });
    await consent.bus.publish('room.erasureAsked', ask);
    expect(await left(found.patientId)).toEqual([0, 0, 0, 0, 0, 0]);
    await consent.bus.publish('room.roomChanged', { roomId, patientId: found.patientId, districtId, status: 'CLOSED' });
    expect(await admin('select status from room_state where room_id = $1', [roomId])).toEqual([{ status: 'PURGED' }]);
    // Asked again, it says what it said first, not that there was nothing.
    const answers = await vi.waitUntil(async () => {
      const told = (await consent.bus.all('consent.roomErased')).map(({ payload }) => payload);
      return told.length === 2 && told;
    }, 15_000);
    expect(answers[1]).toEqual(answer);
    expect(await readLedger(consent.vault.LEDGER_FILE)).toHaveLength(1);
  });
});
