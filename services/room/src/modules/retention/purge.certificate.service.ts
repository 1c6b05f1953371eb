/** The certificate of erasure on paper, for officers of the district; printing is in the record (R16, R32). */
import { print } from '@heya/forms/press';
import { audit } from '@heya/service-common/audit';
import { dayInJapan } from '../patient/index.ts';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { certificateLines } from './purge.certificate.policy.ts';
import { toCertificateRecord } from './purge.certificate.print.ts';
import { aboutRetention, factsOf, retentionLoaders } from './retention.access.ts';
import { toRetention } from './retention.mapper.ts';
import { can } from './retention.policy.ts';

/** @returns a PDF; null when there is none that the viewer may have, or not everything is erased yet */
export async function printCertificate(context: RoomContext, roomId: string): Promise<Uint8Array | null> {
  const row = await retentionLoaders(context).byRoom.load(roomId);
  if (!row) return null;
  const decision = can(context.viewer, 'READ_REASONS', factsOf(row));
  const record = toCertificateRecord(toRetention(row, context.viewer), {
    printedOn: dayInJapan(context.now()),
    applicationNumber: row.application_number,
    lines: row.purge ? certificateLines(row, row.purge) : [],
  });
  await context.write(async (tx) => {
    if (!decision.allowed) await recordLooks(tx, context, [refusal('RoomRetention', roomId, { outcome: outcomeOf(decision.reason) })]);
    else if (record)
      await audit(tx, context, { ...aboutRetention(row), districtId: row.district_id, authority: decision.authority, action: 'PRINT' });
  });
  return decision.allowed && record ? print({ kind: 'record', record }) : null;
}
