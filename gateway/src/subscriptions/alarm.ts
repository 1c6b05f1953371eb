/** Something that happens at an instant, however far away it is. */

export interface Alarm {
  cancel(): void;
}

/** Node's timers hold 31 bits of milliseconds (24.8 days); a longer one would ring at once. */
const longestMs = 2 ** 31 - 1;

/** @param instant milliseconds since 1970; infinite: never */
export function atInstant(instant: number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const left = instant - Date.now();
    timer = setTimeout(left > longestMs ? wait : ring, Math.min(Math.max(left, 0), longestMs));
  };
  if (Number.isFinite(instant)) wait();
  return { cancel: () => clearTimeout(timer) };
}
