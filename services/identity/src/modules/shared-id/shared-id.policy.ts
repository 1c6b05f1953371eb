/** Which use of one ID could not well be one person, and who looks into it (R3; infra/decisions/0029). Pure. */
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import type { Reason, ReasonKind, SharedIdCase, SharedIdOutcome } from './shared-id-case.entity.ts';

const minute = 60_000;

export const watchLimits = {
  /** What is looked at together. */
  windowMs: 60 * minute,
  /** Two uses so close to each other count as at once. */
  closeMs: 5 * minute,
  /** Between two facilities: less time than it takes to walk over. */
  besideMs: 2 * minute,
  /** To and fro three times within this is no longer putting one thing aside and taking up another. */
  restlessMs: 30 * minute,
  /** From here on it is put to the center. */
  threshold: 60,
  /** After an officer found one person, the same signs are not put to the center again for so long. */
  quietMs: 30 * 24 * 60 * minute,
} as const;

/** One sign of life of one sign-in. */
export interface Use {
  sessionId: string;
  /** The registered device behind it; null: a browser that nothing is known of but its cookie. */
  deviceId: string | null;
  /** For whom that device is registered. */
  facilityId: string | null;
  system: string | null;
  network: string;
  byPasskey: boolean;
  at: Date;
}

export interface Weighing {
  score: number;
  reasons: Reason[];
}

/** What can only be one machine: a device's key cannot be copied, a cookie lies in one browser. */
export const laneOf = ({ deviceId, sessionId }: Pick<Use, 'deviceId' | 'sessionId'>): string => deviceId ?? sessionId;

/** @param label as a session or a registered device calls it: `Safari · iPadOS`, `IPADOS` @returns null when it is none we know */
export function systemOf(label: string | null): string | null {
  const name = label?.split(' · ').at(-1)?.toUpperCase() ?? '';
  return ['WINDOWS', 'MACOS', 'IOS', 'IPADOS', 'ANDROID', 'CHROMEOS', 'LINUX'].includes(name) ? name : null;
}

/** @param uses of one ID, of about an hour @returns the pair of devices that is hardest to believe */
export function weigh(uses: readonly Use[]): Weighing {
  const lanes = [...Map.groupBy(uses, laneOf).values()];
  let worst: Weighing = { score: 0, reasons: [] };
  for (const [index, one] of lanes.entries())
    for (const other of lanes.slice(index + 1)) {
      const weighing = weighPair(one, other);
      if (weighing.score > worst.score) worst = weighing;
    }
  return worst;
}

/** One use after another, on the other device. */
interface Change {
  from: Use;
  to: Use;
}
const gapOf = ({ from, to }: Change): number => to.at.getTime() - from.at.getTime();

function weighPair(one: readonly Use[], other: readonly Use[]): Weighing {
  const merged = [...one, ...other].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const changes = merged
    .slice(1)
    .map((to, index) => ({ from: merged[index] as Use, to }))
    .filter((change) => laneOf(change.from) !== laneOf(change.to) && gapOf(change) <= watchLimits.closeMs);
  const crossings = changes.filter(({ from, to }) => from.network !== to.network);
  const pair = comparePair(one, other);
  const isApart = pair.surelyTwo || (crossings.length >= 4 && keepApart(one, other));
  // One person often has a telephone beside a computer, each on a network of its own; hardly ever two computers.
  const points = pair.sameHand ? { two: 30, restless: 40 } : { two: 10, restless: 20 };
  const found: [number, Reason | undefined][] = [
    [points.two, isApart ? reasonOf('TWO_NETWORKS', crossings, 1) : undefined],
    [points.restless, isApart && isRestless(crossings) ? reasonOf('BACK_AND_FORTH', crossings, 3) : undefined],
    [30, isApart ? reasonOf('ONGOING', crossings, 8) : undefined],
    [
      40,
      pair.twoFacilities
        ? reasonOf(
            'TWO_FACILITIES',
            crossings.filter((each) => gapOf(each) <= watchLimits.besideMs),
            1,
          )
        : undefined,
    ],
    [20, pair.mixedFactors ? reasonOf('MIXED_FACTORS', changes, 1) : undefined],
  ];
  const held = found.filter((entry): entry is [number, Reason] => entry[1] !== undefined);
  return { score: held.reduce((sum, [score]) => sum + score, 0), reasons: held.map(([, reason]) => reason) };
}

const last = <T>(uses: readonly Use[], read: (use: Use) => T | null): T | null =>
  uses.map(read).findLast((value) => value !== null) ?? null;

function comparePair(one: readonly Use[], other: readonly Use[]) {
  const of = <T>(read: (use: Use) => T | null): [T | null, T | null] => [last(one, read), last(other, read)];
  const differ = ([a, b]: [string | null, string | null]): boolean => a !== null && b !== null && a !== b;
  const systems = of((use) => use.system);
  const [hand, otherHand] = systems.map(handOf);
  const passkeys = of((use) => use.byPasskey);
  return {
    /** Not two browsers on one machine. */
    surelyTwo: differ(systems) || differ(of((use) => use.deviceId)),
    sameHand: hand !== null && hand === otherHand,
    twoFacilities: differ(of((use) => use.facilityId)),
    mixedFactors: differ(systems) && passkeys[0] !== passkeys[1],
  };
}

/** What somebody has one of. A Mac by name is a kind of its own: an iPad says that it is one. */
const handOf = (system: string | null): string | null =>
  system !== null && ['WINDOWS', 'CHROMEOS', 'LINUX'].includes(system) ? 'DESK' : system;

/** Two browsers on one machine would be seen on the same networks. */
function keepApart(one: readonly Use[], other: readonly Use[]): boolean {
  const networks = new Set(one.map(({ network }) => network));
  return other.every(({ network }) => !networks.has(network));
}

const isRestless = (crossings: readonly Change[]): boolean =>
  crossings.some(({ from }, index) => {
    const third = crossings[index + 2];
    return third !== undefined && third.to.at.getTime() - from.at.getTime() <= watchLimits.restlessMs;
  });

function reasonOf(kind: ReasonKind, changes: readonly Change[], least: number): Reason | undefined {
  const [first, final] = [changes[0], changes.at(-1)];
  if (!first || !final || changes.length < least) return undefined;
  return { kind, count: changes.length, firstAt: first.from.at.toISOString(), lastAt: final.to.at.toISOString() };
}

/** What an officer said about this ID the last time. */
export interface Verdict {
  outcome: SharedIdOutcome;
  decidedAt: Date;
  reasons: readonly Reason[];
}

/** What an officer has found to be one person is asked again only for another kind of sign, or after a while. */
export function isWorthAsking({ score, reasons }: Weighing, verdict: Verdict | null, now: Date): boolean {
  if (score < watchLimits.threshold) return false;
  if (verdict?.outcome !== 'ONE_PERSON' || now.getTime() - verdict.decidedAt.getTime() >= watchLimits.quietMs) return true;
  const known = verdict.reasons.map(({ kind }) => kind);
  return reasons.some(({ kind }) => !known.includes(kind));
}

/** Of one spell: each kind once, from its first sign to its last. */
export function joinReasons(known: readonly Reason[], found: readonly Reason[]): Reason[] {
  const joined = new Map(known.map((reason) => [reason.kind, reason]));
  for (const reason of found) {
    const before = joined.get(reason.kind) ?? reason;
    joined.set(reason.kind, {
      kind: reason.kind,
      count: Math.max(before.count, reason.count),
      firstAt: before.firstAt < reason.firstAt ? before.firstAt : reason.firstAt,
      lastAt: before.lastAt > reason.lastAt ? before.lastAt : reason.lastAt,
    });
  }
  return [...joined.values()];
}

/** The center's officers look into it; nobody into what is about themselves. */
export function can(viewer: Viewer, _action: 'SEE' | 'DECIDE', found: Pick<SharedIdCase, 'districtId' | 'userId'> | null): Decision {
  if (!isPerson(viewer) || !isOfficer(viewer)) return deny('ROLE');
  return found && found.districtId === viewer.districtId && found.userId !== viewer.userId ? allow('REVIEW') : deny('ABSENT');
}

/** No name (R34). */
export const caseTitle = (id: string): string => `1つのIDが同時に使われた疑い 番号 ${id.slice(-8).toUpperCase()}`;
