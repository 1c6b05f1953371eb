/** What the center knows of rooms without looking into one (R13). Pure. */
import { isOfficer, type Viewer } from '@heya/service-common/viewer';

export type ListDecision = { allowed: true; authority: 'REVIEW' } | { allowed: false };

/** Officers know of the rooms of their district that they exist; whose they are and what is in them takes a look with a reason (R18). */
export function canList(viewer: Viewer, room?: { districtId: string }): ListDecision {
  return isOfficer(viewer) && (!room || room.districtId === viewer.districtId)
    ? { allowed: true, authority: 'REVIEW' }
    : { allowed: false };
}

const digits = 4;

/** @returns a number as it was said on the telephone, in the way it is written: `ｋ０１２３` and `123` as `K-0123`, `K-01` as it is */
export function writtenNumber(text: string): string {
  const typed = text
    .normalize('NFKC')
    .replaceAll(/[\s‐‑–—―−ーｰ-]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toUpperCase();
  const [, letter, number] = /^(K-?)?(\d+)$/.exec(typed) ?? [];
  if (number === undefined) return typed;
  return `K-${letter ? number : number.padStart(digits, '0')}`;
}
