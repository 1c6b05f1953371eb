/** Every migration in order, named one by one so that a bundle carries them. */
import { Migration20261122120300_tables } from './Migration20261122120300_tables.ts';
import { Migration20261122120400_access } from './Migration20261122120400_access.ts';

export const migrationsList: object[] = [Migration20261122120300_tables, Migration20261122120400_access];
