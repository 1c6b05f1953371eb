/** The screen of a signed-in tab under R6: open, then empty and locked, then signed out; all tabs of the browser together. */
import { proving } from '#lib/device/prove.ts';
import { signedOut, toLockedScreen, wipeDrafts } from '#lib/wipe.ts';
import { idleLimits } from './idle.policy.ts';
import { IdleWatch } from './idle-watch.ts';
import { sharedActivity, type TabWord } from './shared-activity.ts';
import { signOut } from './sign-out.ts';
import { untilLocked } from './until-locked.ts';

export interface ScreenKeeper {
  /** False: nothing may be shown any more. */
  readonly open: boolean;
  /** Call in the browser; the result stops it. */
  start(): () => void;
  /** The person signs out by themselves: the other tabs leave too. */
  signingOut(): void;
}

const inputs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

/** @param close ends everything that still brings data, before the screen is left */
export function keepScreen(close: () => void): ScreenKeeper {
  let open = $state(true);
  let locking = false;
  const empty = (): void => {
    open = false;
    close();
  };
  const lock = (): void => {
    if (!open) return;
    empty();
    locking = true;
    // In time, whether or not the server ever answers.
    setTimeout(() => wipeDrafts(), idleLimits.signOutMs - idleLimits.lockMs);
    void untilLocked(() => told('/lock')).then(toLockedScreen);
  };
  /** Somebody has signed in again in another tab: what still asks to lock would lock that. */
  const back = (): void => {
    if (locking) location.reload();
  };
  return {
    get open() {
      return open;
    },
    start: () => watch({ lock, empty, back }),
    signingOut() {
      close();
      sharedActivity().say('OUT');
    },
  };
}

function watch({ lock, empty, back }: Record<'lock' | 'empty' | 'back', () => void>): () => void {
  const shared = sharedActivity();
  const idle = new IdleWatch({
    shared,
    now: () => Date.now(),
    beat: () => void told('/activity').then((status) => status === 423 && lock()),
    lock: () => {
      shared.say('LOCKED');
      lock();
    },
    signOut: () => {
      empty();
      shared.say('OUT');
      signOut('idle');
    },
  });
  const obey: Record<TabWord, () => void> = {
    LOCKED: lock,
    OUT: () => {
      empty();
      signedOut('ended');
    },
    BACK: back,
  };
  shared.say('BACK');
  const deaf = shared.hear((word) => {
    if (word !== 'BACK') idle.stop();
    obey[word]();
  });
  return stopAll([deaf, () => idle.stop(), listen(idle)]);
}

/** Input anywhere on the page, and the moment a sleeping tab is looked at again. */
function listen(idle: IdleWatch): () => void {
  const heard = new AbortController();
  const options = { signal: heard.signal, passive: true, capture: true };
  for (const name of inputs) addEventListener(name, () => idle.input(), options);
  for (const name of ['visibilitychange', 'focus']) addEventListener(name, () => idle.check(), options);
  // A page that comes back out of the browser's memory was left for a reason: the server says what it may show now.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload(), options);
  return () => heard.abort();
}

const stopAll = (stops: (() => void)[]) => (): void => stops.forEach((stop) => stop());

/** @returns the answer's status; nothing when nobody answers: the server locks by its own clock too */
async function told(path: '/lock' | '/activity'): Promise<number | undefined> {
  const answer = await proving((input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(3_000) }))(path, {
    method: 'POST',
  }).catch(() => undefined);
  return answer?.status;
}
