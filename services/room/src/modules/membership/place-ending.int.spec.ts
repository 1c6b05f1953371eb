/** What form 2-2 does to rooms: nobody is in past the minute, and a steward's seat is passed on (R7, R13). */
import type { EventPayloads } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, openRoom, type RoomUnderTest, startRoom } from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

type Ending = EventPayloads['identity.placeEnding'];

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const endingOf = ({ userId, facilityId, districtId }: PersonViewer, more: Partial<Ending> = {}): Ending => ({
  applicationId: newId(),
  userId,
  facilityId: facilityId ?? newId(),
  districtId,
  state: 'ENDING',
  endsAt: inMinutes(60),
  isOnlyPlace: false,
  successors: [],
  ...more,
});
const tell = (ending: Ending): Promise<number> => room.bus.publish('identity.placeEnding', ending);
const isIn = async (person: PersonViewer, roomId: string): Promise<boolean> =>
  (await room.get(person, 'query ($id: ID!) { room(id: $id) { id } }', { id: roomId })).room !== null;
const toldOf = async ({ people, roomId }: Case & { roomId: string }, who: keyof Case['people']): Promise<string[]> =>
  (await room.bus.all('room.membershipChanged')).flatMap(({ payload }) =>
    payload.roomId === roomId && payload.userId === (people[who] as PersonViewer).userId ? [payload.change] : [],
  );
const member = (found: { roomId: string }, person: PersonViewer) => async (): Promise<EventPayloads['room.membershipChanged']> =>
  (await room.bus.published('room.membershipChanged', ({ roomId, userId }) => roomId === found.roomId && userId === person.userId)).payload;

describe('a place of work that ends', () => {
  it('is kept to by the clock, may move, and may come to nothing', async () => {
    const found = await openRoom(room);
    const { nurse, physician } = found.people;
    const ending = endingOf(nurse);
    await tell(ending);
    expect(await isIn(nurse, found.roomId)).toBe(true);
    await expect.poll(member(found, nurse), { timeout: 20_000 }).toMatchObject({
      change: 'ENDING',
      status: 'ACTIVE',
      until: ending.endsAt,
      facilityId: nurse.facilityId,
      roomNumber: expect.any(String),
    });
    await tell({ ...ending, endsAt: inMinutes(-1) });
    expect([await isIn(nurse, found.roomId), await isIn(physician, found.roomId)]).toEqual([false, true]);
    await tell({ ...ending, state: 'CALLED_OFF' });
    expect(await isIn(nurse, found.roomId)).toBe(true);
    expect((await toldOf(found, 'physician')).at(-1)).toBe('JOINED');
  });

  it('takes along only what was held through it, unless it was the only one; patient and family stay', async () => {
    const found = await openRoom(room);
    const { nurse, family } = found.people;
    await tell(endingOf(nurse, { facilityId: newId(), state: 'ENDED', endsAt: inMinutes(-1) }));
    expect(await isIn(nurse, found.roomId)).toBe(true);
    await tell(endingOf(family, { isOnlyPlace: true, state: 'ENDED', endsAt: inMinutes(-1) }));
    expect(await isIn(family, found.roomId)).toBe(true);
    const ended = endingOf(nurse, { facilityId: newId(), isOnlyPlace: true, state: 'ENDED', endsAt: inMinutes(-1) });
    await tell(ended);
    await tell(ended);
    expect(await isIn(nurse, found.roomId)).toBe(false);
    await expect.poll(() => toldOf(found, 'nurse'), { timeout: 20_000 }).toEqual(['INVITED', 'JOINED', 'LEFT']);
  });

  it('passes a steward’s seat on to a member of that room, before the leaver goes; to nobody else, and also afterwards', async () => {
    const found = await openRoom(room);
    const { careManager, nurse, outsider, family } = found.people;
    const seat = (await member(found, careManager)()).membershipId;
    const end = (userId: string): Ending =>
      endingOf(careManager, { state: 'ENDED', endsAt: inMinutes(-1), successors: [{ membershipId: seat, userId }] });
    await tell(end(outsider.userId));
    expect(await isIn(careManager, found.roomId)).toBe(false);
    await tell(end(family.userId));
    expect((await toldOf(found, 'family')).at(-1)).toBe('JOINED');
    await tell(end(nurse.userId));
    await expect.poll(member(found, nurse), { timeout: 20_000 }).toMatchObject({ change: 'STEWARD', isSteward: true });
    const other = await openRoom(room);
    const otherSeat = (await member(other, other.people.careManager)()).membershipId;
    await tell(
      endingOf(other.people.careManager, {
        state: 'ENDED',
        endsAt: inMinutes(-1),
        successors: [{ membershipId: otherSeat, userId: other.people.nurse.userId }],
      }),
    );
    const changes = async () =>
      (await room.bus.all('room.membershipChanged'))
        .filter(({ payload }) => payload.roomId === other.roomId)
        .slice(-2)
        .map(({ payload }) => [payload.userId, payload.change]);
    await expect.poll(changes, { timeout: 20_000 }).toEqual([
      [other.people.nurse.userId, 'STEWARD'],
      [other.people.careManager.userId, 'LEFT'],
    ]);
    await tell(end(other.people.nurse.userId));
    expect(await member(found, nurse)()).toMatchObject({ isSteward: true });
  });
});

type Move = { application: 0 | 1; state: Ending['state']; isPast: boolean; isOwn: boolean; isOnlyPlace: boolean };
const moves = fc.array(
  fc.record<Move>({
    application: fc.constantFrom(0 as const, 1 as const),
    state: fc.constantFrom('ENDING' as const, 'ENDING' as const, 'ENDING' as const, 'CALLED_OFF' as const, 'ENDED' as const),
    isPast: fc.boolean(),
    isOwn: fc.boolean(),
    isOnlyPlace: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** It would have ended with everything else; in the end another place of work had come. */
const onlyPlaceNoMore: Move[] = [
  { application: 1, state: 'ENDING', isPast: true, isOwn: true, isOnlyPlace: false },
  { application: 1, state: 'ENDED', isPast: false, isOwn: false, isOnlyPlace: false },
];

describe('in whatever order changes are filed, moved, called off and carried out', () => {
  it('nobody keeps a membership past the minute, and nobody loses one before it', { timeout: 120_000 }, async () => {
    const found = await openRoom(room);
    const { nurse } = found.people;
    const { adminUrl } = room.environment.database;
    await fc.assert(
      fc
        .asyncProperty(moves, async (steps) => {
          const ids = [newId(), newId()] as const;
          const waiting = new Map<string, boolean>();
          let isGone = false;
          for (const { application, state, isPast, isOwn, isOnlyPlace } of steps) {
            const concerns = isOwn || isOnlyPlace;
            const endsAt = inMinutes(isPast ? -5 : 5);
            const applicationId = ids[application];
            await tell(endingOf(nurse, { applicationId, state, endsAt, isOnlyPlace, ...(!isOwn && { facilityId: newId() }) }));
            if (state === 'ENDING') waiting.set(applicationId, concerns && isPast);
            else waiting.delete(applicationId);
            if (state === 'ENDED' && concerns) isGone = true;
            expect(await isIn(nurse, found.roomId)).toBe(!isGone && ![...waiting.values()].includes(true));
          }
        })
        // Every run begins with her in the room.
        .beforeEach(async () => {
          await queryAsAdmin(adminUrl, 'delete from place_ending');
          await queryAsAdmin(adminUrl, "update room_membership set status = 'ACTIVE', left_at = null where user_id = $1", [nurse.userId]);
        }),
      { numRuns: 15, examples: [[onlyPlaceNoMore]] },
    );
  });
});
