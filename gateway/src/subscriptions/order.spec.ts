import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContinuous, type Numbered, Resumption, SequenceGate } from './order.ts';

const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
const event = (seq: number): Numbered => ({ seq });
const seqs = (events: readonly Numbered[]) => events.map(({ seq }) => seq);

describe('a sequence off the bus', () => {
  it('comes out whole, ascending and once, in whatever order and however often it came in', () => {
    fc.assert(
      fc.property(
        fc.nat(5),
        fc
          .integer({ min: 1, max: 30 })
          .chain((length) => fc.tuple(fc.constant(length), fc.array(fc.integer({ min: -3, max: length }), { maxLength: 60 }))),
        fc.infiniteStream(fc.nat()),
        (last, [length, repeats], random) => {
          const gate = new SequenceGate<Numbered>(last);
          const arriving = [...numbers(1, length), ...repeats]
            .map((offset) => [random.next().value, last + offset] as const)
            .sort(([a], [b]) => a - b);
          const out = arriving.flatMap(([, seq]) => seqs(gate.offer(event(seq))));
          expect(out).toEqual(numbers(last + 1, last + length));
          expect(gate.isMissing).toBe(false);
        },
      ),
    );
  });

  it('says that one is missing, and goes on without it when told to', () => {
    const gate = new SequenceGate<Numbered>(4);
    expect(seqs(gate.offer(event(7)))).toEqual([]);
    expect(gate.isMissing).toBe(true);
    expect(seqs(gate.skipMissing())).toEqual([7]);
    expect(seqs(gate.offer(event(6)))).toEqual([]);
    expect(gate.last).toBe(7);
  });
});

describe('a subscriber who comes back', () => {
  it('gets every event after its cursor once and in order, wherever the live ones fall into the backlog', () => {
    fc.assert(
      fc.property(
        fc.record({ after: fc.nat(20), missed: fc.nat(20), overlap: fc.nat(5), live: fc.nat(20) }),
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.boolean(),
        ({ after, missed, overlap, live }, interleaving, repeat) => {
          const joinedAt = after + missed;
          // What is read back reaches at least to the moment of joining; some live events may be among it.
          const backlog = numbers(after + 1, joinedAt + Math.min(overlap, live));
          const living = numbers(joinedAt + 1, joinedAt + live).flatMap((seq) => (repeat ? [seq, seq] : [seq]));
          const resumption = new Resumption<Numbered>(after);
          const told: number[] = [];
          for (const takesLive of interleaving) {
            const seq = takesLive ? living.shift() : backlog.shift();
            if (seq !== undefined) told.push(...seqs(takesLive ? resumption.live(event(seq)) : resumption.backlog(event(seq))));
          }
          for (const seq of backlog) told.push(...seqs(resumption.backlog(event(seq))));
          told.push(...seqs(resumption.caughtUp()));
          for (const seq of living) told.push(...seqs(resumption.live(event(seq))));
          expect(told).toEqual(numbers(after + 1, joinedAt + live));
          expect(resumption.last).toBe(joinedAt + live);
        },
      ),
    );
  });

  it('keeps live events waiting until then, and says how many', () => {
    const resumption = new Resumption<Numbered>(0);
    expect(resumption.live(event(2))).toEqual([]);
    expect(resumption.waiting).toBe(1);
    expect(seqs([...resumption.backlog(event(1)), ...resumption.caughtUp()])).toEqual([1, 2]);
    expect(resumption.waiting).toBe(0);
  });
});

it.each([
  [5, [6, 7], 7, true],
  [5, [8], 8, false],
  [5, [], 5, true],
  [5, [], 9, false],
  [9, [], 5, true],
])('after %i, reading back %j up to %i is whole: %s', (after, read, until, whole) => {
  expect(isContinuous(after, read.map(event), until)).toBe(whole);
});
