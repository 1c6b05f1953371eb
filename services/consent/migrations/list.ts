/** Every migration in order, named one by one so that a bundle carries them. */
import { Migration20261122122500_tables } from './Migration20261122122500_tables.ts';
import { Migration20261122122600_access } from './Migration20261122122600_access.ts';
import { Migration20261122122700_wording } from './Migration20261122122700_wording.ts';
import { Migration20261122131600_actor_names } from './Migration20261122131600_actor_names.ts';
import { Migration20261122133000_names_on_reading } from './Migration20261122133000_names_on_reading.ts';
import { Migration20261122150100_time_and_looks } from './Migration20261122150100_time_and_looks.ts';
import { Migration20261122150200_amending } from './Migration20261122150200_amending.ts';
import { Migration20261122150300_record } from './Migration20261122150300_record.ts';
import { Migration20261122150400_keys } from './Migration20261122150400_keys.ts';
import { Migration20261122150500_definers } from './Migration20261122150500_definers.ts';
import { Migration20261122152000_dead_event } from './Migration20261122152000_dead_event.ts';
import { Migration20261123015500_expiry } from './Migration20261123015500_expiry.ts';
import { Migration20261123022500_paper } from './Migration20261123022500_paper.ts';
import { Migration20261123063200_erasure } from './Migration20261123063200_erasure.ts';
import { Migration20261123143000_erased_once } from './Migration20261123143000_erased_once.ts';

export const migrationsList: object[] = [
  Migration20261122122500_tables, Migration20261122122600_access, Migration20261122122700_wording, Migration20261122131600_actor_names,
  Migration20261122133000_names_on_reading, Migration20261122150100_time_and_looks, Migration20261122150200_amending,
  Migration20261122150300_record, Migration20261122150400_keys, Migration20261122150500_definers, Migration20261122152000_dead_event,
  Migration20261123015500_expiry, Migration20261123022500_paper,
  Migration20261123063200_erasure, Migration20261123143000_erased_once,
];
