/** Every migration in order, named one by one so that a bundle carries them. */
import { Migration20261122120000_tables } from './Migration20261122120000_tables.ts';
import { Migration20261122120100_access } from './Migration20261122120100_access.ts';
import { Migration20261122151500_inspection } from './Migration20261122151500_inspection.ts';
import { Migration20261122152400_dead_events } from './Migration20261122152400_dead_events.ts';
import { Migration20261122171000_lookups } from './Migration20261122171000_lookups.ts';
import { Migration20261122183000_rights_once } from './Migration20261122183000_rights_once.ts';
import { Migration20261122220000_rights_in_hand } from './Migration20261122220000_rights_in_hand.ts';
import { Migration20261123063100_erasure } from './Migration20261123063100_erasure.ts';
import { Migration20261123143000_erased_once } from './Migration20261123143000_erased_once.ts';
import { Migration20261123180000_posts } from './Migration20261123180000_posts.ts';
import { Migration20261123184000_asks } from './Migration20261123184000_asks.ts';
import { Migration20261123185000_filters } from './Migration20261123185000_filters.ts';
import { Migration20261123193000_search } from './Migration20261123193000_search.ts';
import { Migration20261123193100_visits } from './Migration20261123193100_visits.ts';
import { Migration20261123194000_notifications } from './Migration20261123194000_notifications.ts';
import { Migration20261123194100_notifications_settled } from './Migration20261123194100_notifications_settled.ts';
import { Migration20261123181000_attachments } from './Migration20261123181000_attachments.ts';
import { Migration20261123191000_wounds } from './Migration20261123191000_wounds.ts';
import { Migration20261123195000_push } from './Migration20261123195000_push.ts';
import { Migration20261123200000_safety } from './Migration20261123200000_safety.ts';
import { Migration20261124012000_objects } from './Migration20261124012000_objects.ts';
import { Migration20261124012100_unchecked } from './Migration20261124012100_unchecked.ts';
import { Migration20261124012200_documents } from './Migration20261124012200_documents.ts';
import { Migration20261123192000_observations } from './Migration20261123192000_observations.ts';
import { Migration20261123190000_place_of_photos } from './Migration20261123190000_place_of_photos.ts';
import { Migration20261124004500_refused_and_alerted } from './Migration20261124004500_refused_and_alerted.ts';
import { Migration20261124010000_ask_escalations } from './Migration20261124010000_ask_escalations.ts';
import { Migration20261124011000_mail } from './Migration20261124011000_mail.ts';

export const migrationsList: object[] = [
  Migration20261122120000_tables,
  Migration20261122120100_access,
  Migration20261122151500_inspection,
  Migration20261122152400_dead_events,
  Migration20261122171000_lookups,
  Migration20261122183000_rights_once,
  Migration20261122220000_rights_in_hand,
  Migration20261123063100_erasure,
  Migration20261123143000_erased_once,
  Migration20261123180000_posts,
  Migration20261123184000_asks,
  Migration20261123185000_filters,
  Migration20261123181000_attachments,
  Migration20261123191000_wounds,
  Migration20261123193000_search,
  Migration20261123193100_visits,
  Migration20261123194000_notifications,
  Migration20261123194100_notifications_settled,
  Migration20261123195000_push,
  Migration20261123200000_safety,
  Migration20261123192000_observations,
  Migration20261123190000_place_of_photos,
  Migration20261124004500_refused_and_alerted,
  Migration20261124012000_objects,
  Migration20261124012100_unchecked,
  Migration20261124012200_documents,
  Migration20261124010000_ask_escalations,
  Migration20261124011000_mail,
];
