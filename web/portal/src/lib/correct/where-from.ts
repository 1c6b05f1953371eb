/** From where values are put right, and back to there. Pure. */
const places = {
  room: (room: string) => `/rooms/${room}`,
  post: (room: string, post: string) => `/rooms/${room}/posts/${post}`,
  body: (room: string) => `/rooms/${room}/body`,
} as const;
export type WhereFrom = keyof typeof places;

export const correctHref = (room: string, post: string, from: WhereFrom): string => `/rooms/${room}/posts/${post}/correct?from=${from}`;

/** @param from as it stands in the address, whatever somebody wrote there */
export const hrefBack = (room: string, post: string, from: string | null): string =>
  places[from !== null && Object.hasOwn(places, from) ? (from as WhereFrom) : 'room'](room, post);
