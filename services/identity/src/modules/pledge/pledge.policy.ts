/** Which wording holds, who owes an acceptance of it and from when that blocks, and what a pledge must say (R1). Pure. */
import { isOfficer, isPerson, type UserKind, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import type { IdentityProblem } from '../problem/index.ts';
import type { PledgeText } from './pledge-text.entity.ts';

/** In whose name the model wording is kept: no district's. */
export const modelDistrict = '00000000-0000-0000-0000-000000000000';

type Ranked = Pick<PledgeText, 'id' | 'districtId' | 'validFrom' | 'blocksFrom' | 'publishedAt'>;

/**
 * Oldest first. What a district has written itself takes the place of the model wording.
 * @param texts of one form: the district's own and the model's @param today calendar day in Japan
 * @returns those that have begun to hold; the last one is in force
 */
export function textsUntil<T extends Ranked>(texts: readonly T[], today: string): T[] {
  return texts.filter(({ validFrom }) => validFrom <= today).toSorted(byRank);
}

function byRank(one: Ranked, other: Ranked): number {
  return (
    Number(one.districtId !== modelDistrict) - Number(other.districtId !== modelDistrict) ||
    one.validFrom.localeCompare(other.validFrom) ||
    one.publishedAt.getTime() - other.publishedAt.getTime() ||
    one.id.localeCompare(other.id)
  );
}

export interface Debt<T> {
  text: T;
  /** Calendar day in Japan from which nothing else goes on; null: it is asked for, no more. */
  blocksFrom: string | null;
  isBlocking: boolean;
}

/**
 * Whoever accepted nothing owes at once. Whoever accepted an earlier wording owes from the first date that any wording since has set:
 * a still newer one does not put off what had begun to block.
 * @param texts as textsUntil() gives them @param acceptedTextIds of pledges that are not revoked
 * @returns null when the wording in force is accepted
 */
export function debtOf<T extends Ranked>(texts: readonly T[], acceptedTextIds: readonly string[], today: string): Debt<T> | null {
  const text = texts.at(-1);
  const accepted = texts.findLastIndex(({ id }) => acceptedTextIds.includes(id));
  if (!text || accepted === texts.length - 1) return null;
  const dates = accepted < 0 ? [text.validFrom] : texts.slice(accepted + 1).flatMap(({ blocksFrom }) => blocksFrom ?? []);
  const blocksFrom = dates.toSorted()[0] ?? null;
  return { text, blocksFrom, isBlocking: blocksFrom !== null && blocksFrom <= today };
}

/** Each person who works with an ID of their own promises it; patients, families and the center's officers do not. */
export const isPledged = (kind: UserKind): boolean => kind === 'PROFESSIONAL';

export interface SeenPledge {
  districtId: string;
  signerUserId: string | null;
  /** Whether the viewer administers the facility that it binds, today. */
  atViewersFacility: boolean;
}

/** A pledge is seen by who signed it, by those who administer the facility it binds, and by the center. */
export function can(viewer: Viewer, action: 'SEE', pledge: SeenPledge): Decision;
/** Signing for oneself, or for a facility that one administers; putting in what was signed on paper. */
export function can(viewer: Viewer, action: 'SIGN_OWN' | 'REGISTER' | 'PUBLISH'): Decision;
export function can(viewer: Viewer, action: 'SEE' | 'SIGN_OWN' | 'REGISTER' | 'PUBLISH', pledge?: SeenPledge): Decision {
  if (!isPerson(viewer)) return deny('ROLE');
  if (action === 'SIGN_OWN') return isPledged(viewer.kind) ? allow('SELF') : deny('ROLE');
  if (action !== 'SEE') return isOfficer(viewer) ? allow('CENTER') : deny('ROLE');
  if (!pledge || pledge.districtId !== viewer.districtId) return deny('ABSENT');
  if (pledge.signerUserId === viewer.userId) return allow('SELF');
  if (isOfficer(viewer)) return allow('CENTER');
  return pledge.atViewersFacility ? allow('FACILITY_ADMIN') : deny('ABSENT');
}

/** What somebody hands in, before it is looked at. */
export interface PledgeFields {
  textVersion: string;
  acceptedClauses: readonly string[];
  signerName: string;
}

/** @param path of the pledge within the input @returns what stands in its way; every promise is accepted for itself */
export function problemsOf(
  text: Pick<PledgeText, 'version' | 'clauses'>,
  fields: PledgeFields,
  path: readonly string[],
): IdentityProblem[] {
  if (fields.textVersion !== text.version) return [{ code: 'STALE_VERSION', field: [...path, 'textVersion'] }];
  const ids = text.clauses.map(({ id }) => id);
  const isWhole = ids.every((id) => fields.acceptedClauses.includes(id)) && fields.acceptedClauses.every((id) => ids.includes(id));
  return isWhole ? [] : [{ code: 'PLEDGE_REQUIRED', field: [...path, 'acceptedClauses'] }];
}

/** Names are compared without the blanks and widths in which people write them differently. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
