/** R23: whatever happens to an ask in whatever order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answering, askProblems, askState, type AskStep, nextSteps } from './ask.policy.ts';

const dueAt = new Date('2026-11-23T09:00:00Z');
const at = (minutes: number): Date => new Date(dueAt.getTime() + minutes * 60_000);

type Who = 'asked' | 'alsoAsked' | 'onlooker';
interface Story {
  takenBy: Who | null;
  doneBy: Who | null;
  seen: boolean;
  retracted: number | null;
  open: boolean;
  minute: number;
}
const begun: Story = { takenBy: null, doneBy: null, seen: false, retracted: null, open: true, minute: -60 };
const standing = ({ takenBy, doneBy, seen, retracted, open }: Story, who: Who): Answering => ({
  dueAt,
  takenAt: takenBy && at(-59),
  doneAt: doneBy && at(-58),
  isSeen: seen,
  retractedAt: retracted === null ? null : at(retracted),
  isAsked: who !== 'onlooker',
  isAskedByViewer: false,
  isTakenByViewer: takenBy === who,
  isDoneByViewer: doneBy === who,
  isWritable: open,
});
const stateOf = (story: Story): string => askState(standing(story, 'asked'), at(story.minute));

type Move = { do: AskStep; who: Who } | { do: 'see' | 'retract' | 'close' | 'open' } | { do: 'wait'; minutes: number };
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ do: fc.constantFrom<AskStep>('TAKEN', 'DONE'), who: fc.constantFrom<Who>('asked', 'alsoAsked', 'onlooker') }),
  fc.record({ do: fc.constantFrom('see' as const, 'retract' as const, 'close' as const, 'open' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
);

function after(story: Story, step: Move): Story {
  switch (step.do) {
    case 'see':
      return { ...story, seen: true };
    case 'retract':
      return { ...story, retracted: story.retracted ?? story.minute };
    case 'close':
    case 'open':
      return { ...story, open: step.do === 'open' };
    case 'wait':
      return { ...story, minute: story.minute + step.minutes };
    default: {
      const next = nextSteps(step.do, standing(story, step.who));
      const steps = Array.isArray(next) ? next : [];
      return {
        ...story,
        takenBy: steps.includes('TAKEN') ? step.who : story.takenBy,
        doneBy: steps.includes('DONE') ? step.who : story.doneBy,
      };
    }
  }
}

const order = ['ASKED', 'SEEN', 'TAKEN', 'DONE'];

test('goes forward only; is taken once and done once, by those who are asked, in an open room, of a post that stands', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let story = begun;
      for (const step of moves) {
        const next = after(story, step);
        if (story.takenBy) expect(next.takenBy).toBe(story.takenBy);
        if (story.doneBy) expect(next.doneBy).toBe(story.doneBy);
        for (const who of [next.takenBy, next.doneBy]) expect(who).not.toBe('onlooker');
        if (next.doneBy) expect(next.takenBy).not.toBeNull();
        if (!story.open || story.retracted !== null) expect([next.takenBy, next.doneBy]).toEqual([story.takenBy, story.doneBy]);
        const [before, now] = [stateOf(story), stateOf(next)];
        if (before === 'OVERDUE') expect(['OVERDUE', 'DONE']).toContain(now);
        else if (now === 'OVERDUE') expect(next.minute).toBeGreaterThan(0);
        else expect(order.indexOf(now)).toBeGreaterThanOrEqual(order.indexOf(before));
        // Pressed again by the same person, nothing more is written.
        if (next.takenBy) expect(nextSteps('TAKEN', standing(next, next.takenBy))).toEqual([]);
        if (next.doneBy) expect(nextSteps('DONE', standing(next, next.doneBy))).toEqual([]);
        story = next;
      }
    }),
    { numRuns: 300 },
  );
});

test.each<[string, Partial<Story>, string]>([
  ['nobody has read it', {}, 'ASKED'],
  ['read', { seen: true }, 'SEEN'],
  ['taken on, unread', { takenBy: 'asked' }, 'TAKEN'],
  ['taken on and late', { takenBy: 'asked', minute: 1 }, 'OVERDUE'],
  ['on the minute', { minute: 0 }, 'ASKED'],
  ['done, however late it is looked at', { takenBy: 'asked', doneBy: 'alsoAsked', minute: 900 }, 'DONE'],
  ['taken back before its time', { retracted: -1, seen: true, minute: 900 }, 'SEEN'],
])('%s', (_name, change, expected) => expect(stateOf({ ...begun, ...change })).toBe(expected));

test.each<[string, { wanted: AskStep; by: Who } & Partial<Story>, unknown]>([
  ['the first takes it on', { wanted: 'TAKEN', by: 'asked' }, ['TAKEN']],
  ['the second hears of the first', { wanted: 'TAKEN', by: 'alsoAsked', takenBy: 'asked' }, 'TAKEN'],
  ['the second sees it done', { wanted: 'DONE', by: 'alsoAsked', takenBy: 'asked' }, ['DONE']],
  ['done at once', { wanted: 'DONE', by: 'asked' }, ['TAKEN', 'DONE']],
  ['late', { wanted: 'DONE', by: 'asked', minute: 600 }, ['TAKEN', 'DONE']],
  ['somebody else', { wanted: 'DONE', by: 'onlooker' }, 'FORBIDDEN'],
  ['done twice by two', { wanted: 'DONE', by: 'alsoAsked', takenBy: 'asked', doneBy: 'asked' }, 'DONE'],
  ['a room that is closed', { wanted: 'TAKEN', by: 'asked', open: false }, 'ROOM_CLOSED'],
  ['taken back', { wanted: 'TAKEN', by: 'asked', retracted: -1 }, 'RETRACTED'],
])('%s', (_name, { wanted, by, ...change }, expected) =>
  expect(nextSteps(wanted, standing({ ...begun, ...change }, by))).toEqual(expected),
);

test.each<[string, Parameters<typeof askProblems>[0], string[]]>([
  ['a person, in time', { toUserId: 'x', dueAt }, []],
  ['a group, in time', { toGroup: 'NURSES', dueAt }, []],
  ['nobody', { dueAt }, ['ask']],
  ['both', { toUserId: 'x', toGroup: 'ALL', dueAt }, ['ask']],
  ['no later than it was written', { toGroup: 'ALL', dueAt: at(-60) }, ['dueAt']],
  ['after more than a year', { toGroup: 'ALL', dueAt: at(367 * 1440) }, ['dueAt']],
])('%s', (_name, ask, fields) =>
  expect(askProblems(ask, at(-60), at(-60), ['input', 'ask']).map(({ field }) => field?.at(-1))).toEqual(fields),
);

test('written yesterday without reception, it arrives overdue and is not lost', () =>
  expect(askProblems({ toGroup: 'ALL', dueAt }, at(-60), at(600), ['ask'])).toEqual([]));
