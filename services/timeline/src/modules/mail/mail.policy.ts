/** Addresses, codes and times of mail (R28). Pure. */
import { containsMyNumber } from '@heya/service-common/my-number';

const minuteMs = 60_000;
/** Japan keeps one time all year. */
const japanMs = 9 * 60 * minuteMs;

/** As it is typed on a phone: full-width letters and spaces are put right. */
export const readAddress = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/gu, '');

/** One mailbox at a domain, nothing that a header could be bent with. Dots side by side stand in addresses that carriers once gave out. */
const shape = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const mostLetters = 254;
const mostLettersOfName = 64;

export type AddressProblem = 'BLANK' | 'INVALID' | 'MY_NUMBER_NOT_ALLOWED';

export function addressProblem(address: string): AddressProblem | undefined {
  if (address === '') return 'BLANK';
  if (containsMyNumber(address)) return 'MY_NUMBER_NOT_ALLOWED';
  const isFit = address.length <= mostLetters && address.indexOf('@') <= mostLettersOfName && shape.test(address);
  return isFit ? undefined : 'INVALID';
}

export const codeLifeMs = 15 * minuteMs;
export const mostTries = 5;
const mostAnHour = 5;
const mostADay = 10;
const hourMs = 60 * minuteMs;

/** @param sent when codes were sent to this person within the last day, whatever the address. @returns when the next may be; undefined: now */
export function nextCodeAt(sent: readonly Date[], now: Date): Date | undefined {
  const times = sent.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const free = [
    [mostAnHour, hourMs],
    [mostADay, 24 * hourMs],
  ].map(([most = 0, span = 0]) => (times[most - 1] ?? -Infinity) + span);
  const at = Math.max(...free);
  return at > now.getTime() ? new Date(at) : undefined;
}

/** Six digits as they are typed: full-width, with spaces or a hyphen. */
export const readCode = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\-‐-―ー]/gu, '');

/** @returns the day and the minute of it in Japan, as YYYY-MM-DD and HH:mm */
export function inJapan(now: Date): { day: string; minute: string } {
  const text = new Date(now.getTime() + japanMs).toISOString();
  return { day: text.slice(0, 10), minute: text.slice(11, 16) };
}

const mostWaitMs = 4 * hourMs;
/** @returns when it is tried again: half a minute, two minutes, eight… four hours later, for as long as it is no old news */
export const nextMailTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(mostWaitMs, 30_000 * 4 ** Math.max(0, attempts - 1)));
