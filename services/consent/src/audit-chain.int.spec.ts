/** R32, V43: whoever changes the record, the owner of the database too, is found out by heads that were signed and kept elsewhere. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditLine } from '@heya/schema/events';
import { openKeyring } from '@heya/service-common/keyring';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { queryAsAdmin } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entryHash } from './modules/access-log/access-log.policy.ts';
import { type ChainReport, readHeads, verifyAccessLog } from './modules/access-log/index.ts';
import { ormConfig } from './orm.config.ts';
import { type Case, consented, type ConsentUnderTest, openRoom, startConsent, viewPatient } from './testing/consent.ts';

let consent: ConsentUnderTest;
let found: Case & { consentId: string };
let lines = 0;
beforeAll(async () => {
  consent = await startConsent({ AUDIT_HEAD_EVERY_MS: '50' });
  found = await consented(consent);
  await openRoom(consent, found);
  await until('the first lines are signed', async () => {
    const { heads } = await readHeads(consent.vault.AUDIT_HEAD_DIR);
    return heads.some(({ district, seq }) => district === found.people.districtId && seq > 0);
  });
  for (const person of [found.people.nurse, found.people.family, found.people.patient, found.people.outsider])
    await viewPatient(consent, person, found.patientId);
  await until('everything is in the record and signed', async () => {
    const [row] = await admin<{ n: string }>('select max(seq) as n from access_log_entry where district_id = $1', [
      found.people.districtId,
    ]);
    lines = Number(row?.n ?? 0);
    const { heads } = await readHeads(consent.vault.AUDIT_HEAD_DIR);
    return lines > 8 && heads.some(({ district, seq }) => district === found.people.districtId && seq === lines);
  });
  await admin('create table kept_entry as select * from access_log_entry; create table kept_head as select * from access_log_head');
});
afterAll(() => consent.close());
beforeEach(() =>
  admin(`delete from access_log_entry; insert into access_log_entry select * from kept_entry;
         delete from access_log_head; insert into access_log_head select * from kept_head`),
);

const admin = <R extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(consent.environment.database.adminUrl, text, values);

async function verify(now = new Date(), heads = readHeads(consent.vault.AUDIT_HEAD_DIR)): Promise<ChainReport | undefined> {
  const orm = await openOrm(ormConfig(consent.environment.database.url));
  const anchors = { ...(await heads), keyring: await openKeyring(consent.vault.KEYRING_FILE), now };
  try {
    const reports = await inViewer(orm.em, { type: 'service', name: 'consent' }, (tx) => verifyAccessLog(tx, anchors));
    return reports.find(({ districtId }) => districtId === found.people.districtId);
  } finally {
    await orm.close(true);
  }
}
const own = (): unknown[] => [found.people.districtId];

/** As somebody would who can write the database: every hash from one place on is right again, the end too. */
async function recompute(from: number, change: (line: AuditLine) => AuditLine): Promise<void> {
  const rows = await admin<{ seq: string; line: AuditLine; entry_hash: string }>(
    'select seq, line, entry_hash from access_log_entry where district_id = $1 and seq >= $2 - 1 order by seq',
    [...own(), from],
  );
  let hash = rows[0]?.entry_hash ?? '';
  for (const [index, { seq, line }] of rows.slice(1).entries()) {
    const changed = index === 0 ? change(line) : line;
    hash = entryHash(hash, changed);
    await admin('update access_log_entry set line = $3, entry_hash = $4 where district_id = $1 and seq = $2', [
      ...own(),
      seq,
      changed,
      hash,
    ]);
  }
  await admin('update access_log_head set hash = $2 where district_id = $1', [...own(), hash]);
}

describe('the chain against its signed heads', () => {
  it('holds, and is signed to its end', async () =>
    expect(await verify()).toEqual({ districtId: own()[0], entries: lines, signedUntil: lines }));

  it('one line edited', async () => {
    await admin(`update access_log_entry set line = jsonb_set(line, '{actorId}', '"nobody"') where district_id = $1 and seq = 2`, own());
    expect(await verify()).toMatchObject({ brokenAt: 2, reason: 'ALTERED' });
  });

  it('one line deleted', async () => {
    await admin('delete from access_log_entry where district_id = $1 and seq = 4', own());
    expect(await verify()).toMatchObject({ brokenAt: 4, reason: 'MISSING' });
  });

  it('the tail cut off, and the end of the chain moved to fit', async () => {
    await admin('delete from access_log_entry where district_id = $1 and seq > 5', own());
    expect(await verify()).toMatchObject({ brokenAt: 6, reason: 'TRUNCATED' });
    await admin(
      'update access_log_head set seq = 5, hash = (select entry_hash from access_log_entry where district_id = $1 and seq = 5) where district_id = $1',
      own(),
    );
    expect(await verify()).toMatchObject({ brokenAt: 6, reason: 'TRUNCATED' });
  });

  it('the whole chain recomputed: the first line that was made anew is named', async () => {
    await recompute(3, (line) => ({ ...line, action: 'PRINT' }));
    expect(await verify(new Date(), Promise.resolve({ heads: [], unreadable: [] }))).not.toHaveProperty('brokenAt');
    expect(await verify()).toMatchObject({ brokenAt: 3, reason: 'RECOMPUTED', entries: 2 });
  });

  it('the whole chain gone', async () => {
    await admin('delete from access_log_entry where district_id = $1', own());
    await admin('delete from access_log_head where district_id = $1', own());
    expect(await verify()).toMatchObject({ brokenAt: 1, reason: 'TRUNCATED', entries: 0 });
  });

  it('heads made without the key, changed, or taken away', async () => {
    const file = join(consent.vault.AUDIT_HEAD_DIR, `${found.people.districtId}.jsonl`);
    const text = await readFile(file, 'utf8');
    const changed = await readHeads(consent.vault.AUDIT_HEAD_DIR);
    const heads = changed.heads.map((head) => ({ ...head, hash: '0'.repeat(64) }));
    expect(await verify(new Date(), Promise.resolve({ heads, unreadable: [] }))).toMatchObject({ reason: 'HEAD_FORGED' });
    await appendFile(file, 'no head\n{"half": ');
    expect((await readHeads(consent.vault.AUDIT_HEAD_DIR)).unreadable).toEqual([
      `${found.people.districtId}.jsonl:${text.split('\n').length}`,
    ]);
    await writeFile(file, text);
    const later = new Date(Date.now() + 3_600_000);
    expect(await verify(later, Promise.resolve({ heads: [], unreadable: [] }))).toMatchObject({ brokenAt: 1, reason: 'UNSIGNED' });
    const early = changed.heads.filter(({ district }) => district === found.people.districtId).toSorted((one, two) => one.seq - two.seq);
    const kept = { heads: early.slice(0, -1), unreadable: [] };
    const signedUntil = kept.heads.at(-1)?.seq ?? 0;
    expect(signedUntil).toBeGreaterThan(0);
    expect(await verify(new Date(), Promise.resolve(kept))).not.toHaveProperty('brokenAt');
    expect(await verify(later, Promise.resolve(kept))).toMatchObject({ brokenAt: signedUntil + 1, signedUntil, reason: 'UNSIGNED' });
    expect(await verify(later)).not.toHaveProperty('brokenAt');
    // Lines that came long after what they tell of stand no longer for that.
    await admin(`update access_log_entry set at = now() - interval '1 day'`);
    expect(await verify(new Date(), Promise.resolve(kept))).not.toHaveProperty('brokenAt');
    expect(await verify(later, Promise.resolve(kept))).toMatchObject({ brokenAt: signedUntil + 1, reason: 'UNSIGNED' });
  });
});

describe('by grant', () => {
  it('the service can add to the record and read it, and nothing else; it owns none of it', async () => {
    const rows = await admin<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants where grantee = 'heya_consent' and table_name = 'access_log_entry' order by 1`,
    );
    expect(rows.map(({ privilege_type: privilege }) => privilege)).toEqual(['INSERT', 'SELECT']);
    for (const statement of [`update access_log_entry set line = '{}'`, 'delete from access_log_entry', 'truncate access_log_entry'])
      await expect(queryAsAdmin(consent.environment.database.url, statement)).rejects.toThrow(/permission denied/);
    await expect(queryAsAdmin(consent.environment.database.url, 'alter table access_log_entry disable row level security')).rejects.toThrow(
      /must be owner/,
    );
  });

  it('what runs with another role’s rights is for the service alone, and fixes where it looks', async () => {
    const definers = await admin<{ name: string; open: boolean; usable: boolean; owner: string; config: string[] | null }>(
      `select p.proname as name, has_function_privilege('public', p.oid, 'execute') as open, has_function_privilege('heya_consent', p.oid, 'execute') as usable,
              pg_get_userbyid(p.proowner) as owner, p.proconfig as config
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef`,
    );
    expect(definers.length).toBeGreaterThan(8);
    for (const definer of definers)
      expect(definer).toMatchObject({ open: false, usable: true, owner: 'heya_policy', config: ['search_path=public, pg_temp'] });
  });
});
