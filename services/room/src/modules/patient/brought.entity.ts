/** What came into a profile in a package from elsewhere (R35): the identifiers it had there, and where it came from. */
import { defineEntity, p } from '@mikro-orm/core';

/** A row for each identifier, so that the same thing never comes in twice; nothing of what the entry says but what it is found by. */
export const broughtEntry = defineEntity({
  name: 'BroughtEntry',
  rowLevelSecurity: 'force',
  properties: {
    patientId: p.uuid().primary(),
    block: p.text().primary(),
    system: p.text().primary(),
    value: p.text().primary(),
    /** Digest of what the entry is, as `keyOf` makes it; the entry is found by it for as long as it stands there. */
    entryKey: p.text().primary(),
    /** The block's data class: row-level security asks by it (R10). */
    category: p.text(),
    importId: p.uuid(),
    packageId: p.uuid(),
    sourceRoomNumber: p.text(),
    sourceDistrictName: p.text().nullable(),
    broughtBy: p.uuid(),
    broughtByName: p.text(),
    broughtAt: p.datetime(3),
  },
});
