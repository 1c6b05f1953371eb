/** Every migration in order, named one by one so that a bundle carries them. */
import { Migration20261122122500_tables } from './Migration20261122122500_tables.ts';
import { Migration20261122122600_access } from './Migration20261122122600_access.ts';
import { Migration20261122122700_wording } from './Migration20261122122700_wording.ts';
import { Migration20261122131600_actor_names } from './Migration20261122131600_actor_names.ts';
import { Migration20261122133000_names_on_reading } from './Migration20261122133000_names_on_reading.ts';

export const migrationsList: object[] = [
  Migration20261122122500_tables, Migration20261122122600_access, Migration20261122122700_wording, Migration20261122131600_actor_names,
  Migration20261122133000_names_on_reading,
];
