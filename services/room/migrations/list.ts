/** Every migration in order, named one by one so that a bundle carries them. */
import { Migration20261122120300_tables } from './Migration20261122120300_tables.ts';
import { Migration20261122120400_access } from './Migration20261122120400_access.ts';
import { Migration20261122124000_patient_change } from './Migration20261122124000_patient_change.ts';
import { Migration20261122131500_likeness } from './Migration20261122131500_likeness.ts';
import { Migration20261122151000_inspection } from './Migration20261122151000_inspection.ts';
import { Migration20261122151100_validity } from './Migration20261122151100_validity.ts';
import { Migration20261122152300_dead_events } from './Migration20261122152300_dead_events.ts';
import { Migration20261122165800_record_place } from './Migration20261122165800_record_place.ts';
import { Migration20261122200000_district_changes } from './Migration20261122200000_district_changes.ts';
import { Migration20261122225000_place_ending } from './Migration20261122225000_place_ending.ts';
import { Migration20261122203000_room_count } from './Migration20261122203000_room_count.ts';
import { Migration20261123021500_room_life } from './Migration20261123021500_room_life.ts';
import { Migration20261123024800_weekly_check } from './Migration20261123024800_weekly_check.ts';
import { Migration20261123024500_profile_blocks } from './Migration20261123024500_profile_blocks.ts';
import { Migration20261123054500_center_rooms } from './Migration20261123054500_center_rooms.ts';
import { Migration20261123055500_retention } from './Migration20261123055500_retention.ts';
import { Migration20261123060200_dormancy } from './Migration20261123060200_dormancy.ts';
import { Migration20261123061500_take_along } from './Migration20261123061500_take_along.ts';
import { Migration20261123062500_family_invitation } from './Migration20261123062500_family_invitation.ts';
import { Migration20261123063000_purge } from './Migration20261123063000_purge.ts';
import { Migration20261123063500_review_comments } from './Migration20261123063500_review_comments.ts';
import { Migration20261123071500_take_along_consent } from './Migration20261123071500_take_along_consent.ts';
import { Migration20261123072300_purge_alone } from './Migration20261123072300_purge_alone.ts';
import { Migration20261123133000_bring_in } from './Migration20261123133000_bring_in.ts';
import { Migration20261123133500_one_patient } from './Migration20261123133500_one_patient.ts';
import { Migration20261123142000_brought_at_once } from './Migration20261123142000_brought_at_once.ts';
import { Migration20261123143100_closed_by } from './Migration20261123143100_closed_by.ts';
import { Migration20261123143500_support_referral } from './Migration20261123143500_support_referral.ts';
import { Migration20261123151500_erased_again } from './Migration20261123151500_erased_again.ts';
import { Migration20261123185000_form_parts } from './Migration20261123185000_form_parts.ts';
import { Migration20261123190000_open_ask } from './Migration20261123190000_open_ask.ts';
import { Migration20261123191000_steward_from_outside } from './Migration20261123191000_steward_from_outside.ts';
import { Migration20261123200000_safety_card } from './Migration20261123200000_safety_card.ts';

export const migrationsList: object[] = [
  Migration20261122120300_tables, Migration20261122120400_access, Migration20261122124000_patient_change, Migration20261122131500_likeness,
  Migration20261122151000_inspection, Migration20261122151100_validity,
  Migration20261122152300_dead_events, Migration20261122165800_record_place, Migration20261122200000_district_changes,
  Migration20261122203000_room_count, Migration20261122225000_place_ending,
  Migration20261123021500_room_life,
  Migration20261123024500_profile_blocks,
  Migration20261123024800_weekly_check,
  Migration20261123054500_center_rooms,
  Migration20261123055500_retention,
  Migration20261123060200_dormancy,
  Migration20261123061500_take_along,
  Migration20261123062500_family_invitation,
  Migration20261123063000_purge,
  Migration20261123063500_review_comments,
  Migration20261123071500_take_along_consent,
  Migration20261123072300_purge_alone,
  Migration20261123133000_bring_in,
  Migration20261123133500_one_patient,
  Migration20261123142000_brought_at_once,
  Migration20261123143100_closed_by,
  Migration20261123143500_support_referral,
  Migration20261123151500_erased_again,
  Migration20261123185000_form_parts,
  Migration20261123190000_open_ask,
  Migration20261123191000_steward_from_outside,
  Migration20261123200000_safety_card,
];
