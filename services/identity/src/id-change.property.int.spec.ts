/** Filing, reviewing, mending and taking back form 2-2, in any order and at any minute: nobody keeps a place past the minute (R7, R12). */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeDesk, inMinutes, staffedDistrict } from './id-change.fixture.ts';
import { openWorld, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Move =
  | { do: 'file'; kind: 'TRANSFER' | 'LEAVE' | 'RETIRE'; minutes: number }
  | { do: 'APPROVE' | 'RETURN' | 'REJECT'; officer: 0 | 1 }
  | { do: 'resubmit'; minutes: number }
  | { do: 'withdraw' }
  | { do: 'wait'; minutes: number };

const minutes = fc.constantFrom(-3, 2, 7);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      kind: fc.constantFrom('TRANSFER' as const, 'LEAVE' as const, 'RETIRE' as const),
      minutes,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('APPROVE' as const, 'APPROVE' as const, 'APPROVE' as const, 'RETURN' as const, 'REJECT' as const),
      officer: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resubmit' as const), minutes }) },
  { weight: 1, arbitrary: fc.constant<Move>({ do: 'withdraw' }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 5) }) },
);
/** What the rooms make of what they were told: until when somebody is in, and who is out for good. */
function isInRooms(told: readonly { applicationId: string; state: string; endsAt: string }[], now: Date): boolean {
  const endings = new Map<string, string>();
  for (const { applicationId, state, endsAt } of told) {
    if (state === 'ENDED') return false;
    if (state === 'ENDING') endings.set(applicationId, endsAt);
    else endings.delete(applicationId);
  }
  return [...endings.values()].every((endsAt) => new Date(endsAt) > now);
}

test('whatever the center does with it', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12 }), async (moves) => {
      const at = await staffedDistrict(world);
      const { submit, review, resubmit, withdraw, told, places, person } = changeDesk(world, at);
      const officers = [at.officer, at.otherOfficer] as const;
      const form = (kind: string, from: number) => ({
        userId: at.colleague.id,
        kind,
        effectiveAt: inMinutes(world, from),
        ...(kind === 'TRANSFER' && { toFacilityId: at.station.id }),
      });
      const newest = async (): Promise<{ id: string; version: number; kind: string } | undefined> =>
        (
          await world.sql<{ id: string; version: number; kind: string }>(
            'select a.id, a.version, c.kind from id_application a join id_change c on c.application_id = a.id where c.user_id = $1 order by a.submitted_at desc limit 1',
            [at.colleague.id],
          )
        )[0];
      const take = async (one: Move): Promise<unknown> => {
        if (one.do === 'wait') return world.clock.advance(one.minutes * 60_000);
        if (one.do === 'file') return submit(at.as(at.doctor), form(one.kind, one.minutes));
        const filed = await newest();
        if (!filed) return undefined;
        if (one.do === 'withdraw') return withdraw(at.doctor, filed.id, filed.version);
        if (one.do === 'resubmit') return resubmit(at.doctor, filed.id, form(filed.kind, one.minutes), filed.version);
        const reason = one.do === 'APPROVE' ? null : '届け出の内容について';
        return review(officers[one.officer], filed.id, { decision: one.do, reason, expectedVersion: filed.version });
      };
      for (const one of moves) {
        await take(one);
        // A round that was under way has not seen the clock move.
        for (let round = 0; round < 2; round += 1) await world.app.changes.run();
        await world.app.relay.flush();
        const now = world.clock.now();
        const standing = await world.sql<{ status: string; due: boolean; two: boolean }>(
          `select a.status, c.effective_at <= $2 as due, a.checked_by <> a.decided_by as two
             from id_application a join id_change c on c.application_id = a.id where c.user_id = $1 and a.status not in ('REJECTED', 'WITHDRAWN')`,
          [at.colleague.id, now],
        );
        const isOver = standing.some(({ due }) => due);
        expect(isInRooms(await told(), now)).toBe(!isOver);
        const isAtClinic = (await places()).some(({ facility_id, until }) => facility_id === at.clinic.id && until === null);
        expect(isAtClinic).toBe(!isOver);
        if (!isOver) expect((await person()).deactivated_at).toBeNull();
        for (const { status, due, two } of standing) {
          if (status === 'APPROVED' || status === 'COMPLETED') expect(two).toBe(true);
          expect(status === 'COMPLETED' ? due : status !== 'APPROVED' || !due).toBe(true);
        }
      }
    }),
    { numRuns: 10 },
  );
});
