/** Whose the paper is, and where a page belongs. Pure. */
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

/** What is scanned at the center is the officers' of its district. @param scan null: the tray as a whole */
export function can(viewer: Viewer, scan: { districtId: string } | null): Decision {
  if (!isOfficer(viewer)) return deny(scan !== null && isPerson(viewer) ? 'ABSENT' : 'ROLE');
  return scan && scan.districtId !== viewer.districtId ? deny('ABSENT') : allow('REVIEW');
}

/**
 * The receipt number under which each page is filed. A page without one belongs to the form of its file, where there is only one form in it;
 * a page that says two things, and one between several forms, is for a person to sort.
 */
export function numbersOf(pages: readonly { receiptNumbers: readonly string[] }[]): (string | null)[] {
  const all = new Set(pages.flatMap(({ receiptNumbers }) => receiptNumbers));
  const only = all.size === 1 ? [...all][0] : undefined;
  return pages.map(({ receiptNumbers }) => (receiptNumbers.length === 1 ? (receiptNumbers[0] ?? null) : (only ?? null)));
}
