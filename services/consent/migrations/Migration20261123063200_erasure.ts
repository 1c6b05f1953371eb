/** Erasing a room (R16): everything but that there was one, which keeps what comes late from being taken in, and the record of who looked. */
import { erasingStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

const erasing = erasingStatements({
  role: 'heya_consent',
  kept: ['audit_entry', 'access_log_entry', 'room_state'],
  isErased: `exists (select 1 from room_state k where k.status = 'PURGED' and (k.room_id = x.room_id or k.patient_id = x.patient_id))`,
  filledByEvents: ['patient_state', 'room_member', 'room_inspection'],
});

export class Migration20261123063200_erasure extends Migration {
  override name = 'Migration20261123063200_erasure';

  override up(): void {
    for (const statement of erasing) this.addSql(statement);
  }
}
