import type { RoomRole } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

/** The places of a room: words, no icons. The patient and the family have three (portal.md "Screens"). */
export function roomTabs(id: string, role: RoomRole | undefined): { href: string; label: string }[] {
  const base = `/rooms/${id}`;
  if (role === 'PATIENT' || role === 'FAMILY') {
    return [
      { href: base, label: m.tab_today() },
      { href: `${base}/body`, label: m.tab_body() },
      { href: `${base}/consent`, label: m.tab_consent() },
    ];
  }
  return [
    { href: base, label: m.tab_records() },
    { href: `${base}/body`, label: m.tab_body() },
    { href: `${base}/people`, label: m.tab_people() },
    { href: `${base}/profile`, label: m.tab_profile() },
  ];
}
