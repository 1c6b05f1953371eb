/** What came into a profile in a package from elsewhere (R35): the identifiers it had there, and where it came from. */
import { defineEntity, p } from '@mikro-orm/core';

/** Of an entry: a digest of what it is, as `keyOf` makes it, by which it is found for as long as it stands there; nothing of what it says. */
interface Kept {
  key: string;
  identifiers: { system: string; value: string }[];
}

/** A row for each block and package, as rights are asked row by row. */
export const broughtEntry = defineEntity({
  name: 'BroughtEntry',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    block: p.text().primary(),
    importId: p.uuid().primary(),
    /** The block's data class: row-level security asks by it (R10). */
    category: p.text(),
    entries: p.json<Kept[]>(),
    packageId: p.uuid(),
    sourceRoomNumber: p.text(),
    sourceDistrictName: p.text().nullable(),
    broughtBy: p.uuid(),
    broughtByName: p.text(),
    broughtAt: p.datetime(3),
  },
});
