/** With a district come the pledges that its facilities and people have signed on paper before there was Heya (R1). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { tokyoDay } from '../user/index.ts';
import type { Pledge } from './pledge.entity.ts';
import { insertPledge, pledgesOfFacilities, pledgesOfSigner } from './pledge.repository.ts';
import { findPledgeText } from './pledge.text.service.ts';

type Vouched = Pick<Pledge, 'districtId' | 'form' | 'signerName'> & {
  facilityId: string | null;
  signerUserId: string | null;
  /** Day on the paper; undefined: as of today; null: not signed. */
  pledgedOn: string | null | undefined;
};

/** Once: who has signed anything of this form is not vouched for again, so that a newer wording is still asked for. */
export async function recordVouched(tx: Em, { pledgedOn, ...facts }: Vouched, now = new Date()): Promise<void> {
  if (pledgedOn === null || (await hasSigned(tx, facts))) return;
  const text = await findPledgeText(tx, facts, now);
  if (!text) return;
  const signedOn = pledgedOn ?? tokyoDay(now);
  const id = newId();
  await insertPledge(tx, {
    ...facts,
    id,
    textId: text.id,
    textSha256: text.sha256,
    acceptedClauses: text.clauses.map(({ id }) => id),
    signedOn,
    acceptedAt: now,
    channel: 'PAPER',
    registeredBy: null,
    bodyHash: createHash('sha256')
      .update(JSON.stringify([facts.form, facts.signerUserId, facts.facilityId, signedOn]))
      .digest('hex'),
    revokedAt: null,
  });
  await audit(
    tx,
    { viewer: { type: 'service', name: 'identity' }, requestId: id },
    { authority: 'SERVICE', action: 'CREATE', categories: [], subjectType: 'Pledge', subjectId: id, districtId: facts.districtId },
  );
}

async function hasSigned(tx: Em, { form, facilityId, signerUserId }: Omit<Vouched, 'pledgedOn'>): Promise<boolean> {
  if (facilityId) return (await pledgesOfFacilities(tx, [facilityId])).length > 0;
  return signerUserId !== null && (await pledgesOfSigner(tx, signerUserId)).some((pledge) => pledge.form === form);
}
