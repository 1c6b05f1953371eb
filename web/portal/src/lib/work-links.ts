/** What somebody may do beside their own rooms: the server decides it, this only decides what to offer. */
import type { ViewerFrameQuery } from '@heya/client/generated/graphql';
import { administered } from '#lib/facility/places.ts';
import { m } from '#paraglide/messages.js';

type Viewer = NonNullable<ViewerFrameQuery['viewer']>;

export function workLinks({ user }: Pick<Viewer, 'user'>): { href: string; label: string }[] {
  if (user.kind === 'CENTER_OFFICER') {
    return [
      { href: '/center', label: m.inbox_title() },
      { href: '/center/rooms', label: m.center_rooms_title() },
      { href: '/center/inspect', label: m.look_title() },
      { href: '/center/safety', label: m.safety_nav() },
      { href: '/center/closing', label: m.retention_nav() },
      { href: '/center/record', label: m.record_title() },
      { href: '/people', label: m.people_ids_title() },
      { href: '/center/pledges', label: m.pledges_title() },
      { href: '/center/settings', label: m.settings_nav() },
    ];
  }
  return administered({ user }).length > 0
    ? [
        { href: '/home', label: m.home_title() },
        { href: '/facility', label: m.facility_title() },
      ]
    : [];
}
