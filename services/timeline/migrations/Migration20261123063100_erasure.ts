/** Erasing a room (R16): everything but that there was one, which keeps what comes late from being taken in. */
import { erasingStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

const erasing = erasingStatements({
  role: 'heya_timeline',
  kept: ['audit_entry', 'room_state'],
  isErased: `exists (select 1 from room_state k where k.status = 'PURGED' and (k.room_id = x.room_id or k.patient_id = x.patient_id))`,
  filledByEvents: ['room_member', 'room_inspection', 'consent_state'],
});

export class Migration20261123063100_erasure extends Migration {
  override up(): void {
    for (const statement of erasing) this.addSql(statement);
  }
}
