/** A package from another room that is brought into this one (R35), and the posts that came with it. */
import { defineEntity, p } from '@mikro-orm/core';

/** CHECKED → TAKEN; CANCELLED and EXPIRED are ends too. */
export type ImportState = 'CHECKED' | 'TAKEN' | 'CANCELLED' | 'EXPIRED';

export const roomImport = defineEntity({
  name: 'RoomImport',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid().index('room_import_room'),
    districtId: p.uuid(),
    patientId: p.uuid(),
    broughtBy: p.uuid(),
    broughtByName: p.text(),
    broughtAt: p.datetime(3),
    state: p.text().$type<ImportState>(),
    /** Of the package as it was brought. */
    sha256: p.text(),
    packageId: p.uuid(),
    sourceRoomId: p.uuid(),
    sourceRoomNumber: p.text(),
    sourceDistrictName: p.text().nullable(),
    madeAt: p.datetime(3),
    madeByName: p.text(),
    madeByFacility: p.text().nullable(),
    purpose: p.text(),
    /** Thumbprint of the key that signed the manifest. */
    signingKey: p.text(),
    /** The key of the very district that the package names, and kept here: nobody has to compare it. */
    isKnownKey: p.boolean(),
    /** What it holds for the profile, and its posts, each sealed with the room's key; null once it has ended. */
    entries: p.blob().nullable(),
    posts: p.blob().nullable(),
    expiresAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    /** What was chosen of it, so that the same choice sent twice is one. */
    choiceHash: p.text().nullable(),
    /** How much came in, by data class. */
    taken: p.json().nullable(),
  },
  indexes: [
    { name: 'room_import_waiting', expression: `create index room_import_waiting on room_import (expires_at) where state = 'CHECKED'` },
  ],
});

/** A post of another room, as it was read there. Data class DAILY_CONDITION; never changed. */
export const broughtPost = defineEntity({
  name: 'BroughtPost',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    /** Its id in the room where it was written. */
    sourceId: p.uuid().primary(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    importId: p.uuid(),
    sourceRoomId: p.uuid(),
    sourceRoomNumber: p.text(),
    audience: p.text().$type<'CARE_TEAM' | 'EVERYONE'>(),
    isImportant: p.boolean(),
    /** Name, profession and facility as they were then; nobody here. */
    authorLabel: p.text(),
    body: p.text().nullable(),
    /** Values, one a line. */
    readings: p.array<string>(),
    observedAt: p.datetime(3),
    writtenAt: p.datetime(3),
  },
  indexes: [
    {
      name: 'brought_post_order',
      expression: 'create index brought_post_order on brought_post (room_id, observed_at desc, source_id desc)',
    },
  ],
});
