/**
 * What runs out: told 60, 30 and 7 days before, and written as expired once its last day in Japan is over. Rights end by the day itself
 * (consent.policy.ts); this only makes what is written follow, and tells those who have to see to a new consent (R9, R15).
 */
import { audit } from '@heya/service-common/audit';
import { inBatches } from '@heya/service-common/batches';
import { newId } from '@heya/service-common/id';
import type { Job } from '@heya/service-common/jobs';
import type { Em, Orm } from '@heya/service-common/orm';
import { emit, type Relay } from '@heya/service-common/outbox';
import { dayInJapan, dayMs } from '../platform/index.ts';
import { emitConsent, nextEpoch } from './consent.events.ts';
import { insertEvent } from './consent.history.repository.ts';
import { changeConsent } from './consent.repository.ts';
import { dropLoosePapers } from './consent.paper.repository.ts';
import { insertWarning, lockRunningOut, lockRunOut, type PlainConsent } from './consent.service.repository.ts';

/** Days before the last one, the nearest first: who comes to know late is told once. */
export const warnings = [7, 30, 60] as const;
const atOnce = 100;
const self = { viewer: { type: 'service', name: 'consent' }, requestId: 'clock' } as const;
/** Stands where a person's id is told and nobody acted. */
const nobody = '00000000-0000-0000-0000-000000000000';

interface Parts {
  orm: Orm;
  relay: Pick<Relay, 'wake'>;
}

const batches = (parts: Parts) => ({ ...parts, viewer: self.viewer, atOnce });

/** Every hour: a day begins once, but nobody knows which processes run at that minute. */
export const consentJobs = (parts: Parts): Job[] => [
  { name: 'consent-expiry', cron: '5 * * * *', run: (now) => inBatches(batches(parts), (tx) => expire(tx, now)) },
  {
    name: 'consent-expiry-warning',
    cron: '20 * * * *',
    run: async (now) => {
      let told = 0;
      for (const days of warnings) told += await inBatches(batches(parts), (tx) => warn(tx, now, days));
      return told;
    },
  },
  {
    name: 'consent-paper-leftovers',
    cron: '40 3 * * *',
    run: (now) => inBatches(batches(parts), (tx) => dropLoosePapers(tx, new Date(now.getTime() - dayMs), atOnce)),
  },
];

async function expire(tx: Em, now: Date): Promise<number> {
  const rows = await lockRunOut(tx, dayInJapan(now), atOnce);
  for (const row of rows) await writeExpired(tx, row, now);
  return rows.length;
}

async function writeExpired(tx: Em, row: PlainConsent, at: Date): Promise<void> {
  const { id, patient_id: patientId, district_id: districtId, expires_on: expiresOn } = row;
  const [version, epoch] = [row.version + 1, await nextEpoch(tx, patientId)];
  await changeConsent(tx, id, { status: 'EXPIRED', epoch, withdrawnAt: null, reason: null });
  await insertEvent(tx, { consentId: id, patientId }, { ...byItself(at), kind: 'EXPIRED', consentVersion: version });
  const place = { subjectType: 'Consent', subjectId: id, patientId, districtId };
  await audit(tx, self, { authority: 'SERVICE', action: 'UPDATE', categories: [], ...place });
  const told = { id, patientId, districtId, status: 'EXPIRED' as const, version, epoch, answers: [], actorId: nobody };
  await emitConsent(tx, { ...told, disasterUse: false, expiresOn });
}

async function warn(tx: Em, now: Date, days: (typeof warnings)[number]): Promise<number> {
  const [from, to] = [dayInJapan(now), dayInJapan(new Date(now.getTime() + days * dayMs))];
  const rows = await lockRunningOut(tx, { from, to, days }, atOnce);
  for (const row of rows) {
    const { id: consentId, patient_id: patientId, district_id: districtId, expires_on: expiresOn, version } = row;
    await insertWarning(tx, row, days, now);
    await insertEvent(tx, { consentId, patientId }, { ...byItself(now), kind: 'EXPIRY_WARNED', consentVersion: version });
    const told = { consentId, patientId, districtId, expiresOn: expiresOn ?? to, days };
    await emit(tx, 'consent.expiring', `consent-expiring:${patientId}`, told);
  }
  return rows.length;
}

const byItself = (at: Date) => ({ id: newId(), at, actorId: null, actorName: 'Heya', note: null });
