/** Who brings a package into a room, and what may be done with it (R35). Pure. */
import type { Viewer } from '@heya/service-common/viewer';
import type { PackageFault } from './bring-in.archive.ts';
import type { ImportState } from './bring-in.entity.ts';

/** How long what was looked through waits to be taken in. */
export const waitsHours = 24;
/** Packages of one person and room within a day. */
export const mostADay = 20;

/** What the database says of a room and the viewer, in the statement that reads it. */
export interface RoomToImport {
  /** The viewer takes part in it. */
  isMember: boolean;
  consentInForce: boolean;
  /** Steward or applicant of a room in use. */
  mayImport: boolean;
}

export interface ImportFacts {
  broughtBy: string;
  state: ImportState;
  mayImport: boolean;
  hasExpired: boolean;
}

export type ImportRefusal = 'NOT_FOUND' | 'FORBIDDEN' | 'CONSENT_REQUIRED' | 'PROOF_REQUIRED' | 'INVALID_STATE';
export type ImportDecision = { allowed: true } | { allowed: false; reason: ImportRefusal };

const refuse = (reason: ImportRefusal): ImportDecision => ({ allowed: false, reason });
const allow: ImportDecision = { allowed: true };

export function canBring(viewer: Viewer, room: RoomToImport | undefined, isProved: boolean): ImportDecision {
  if (viewer.type !== 'person' || !room?.isMember) return refuse('NOT_FOUND');
  if (!room.consentInForce) return refuse('CONSENT_REQUIRED');
  if (!room.mayImport) return refuse('FORBIDDEN');
  return isProved ? allow : refuse('PROOF_REQUIRED');
}

/** LOOK: at what it would bring. TAKE: it in. CANCEL: it is not wanted. SEE: that it was, for the care team too. */
export function can(viewer: Viewer, action: 'SEE' | 'LOOK' | 'TAKE' | 'CANCEL', facts: ImportFacts | undefined): ImportDecision {
  if (!facts || viewer.type !== 'person') return refuse('NOT_FOUND');
  if (action === 'SEE') return allow;
  if (facts.broughtBy !== viewer.userId) return refuse('NOT_FOUND');
  if (facts.state !== 'CHECKED' || facts.hasExpired) return refuse('INVALID_STATE');
  if (action === 'CANCEL') return allow;
  return facts.mayImport ? allow : refuse('CONSENT_REQUIRED');
}

/** Said to whoever brought a package that is not taken. */
export const faultSentences: Record<PackageFault | 'OTHER_BYTES' | 'TOO_MANY', { ja: string; en: string }> = {
  NOT_A_PACKAGE: {
    ja: 'Heyaから持ち出したZIPファイルではありません。受け取ったZIPファイルを、開かずにそのまま選んでください。',
    en: 'This is no package taken along from Heya. Please choose the ZIP file as you received it, unopened.',
  },
  DAMAGED: {
    ja: 'ファイルが途中で切れているか、壊れています。もう一度受け取ってください。',
    en: 'The file is cut off or damaged. Please have it handed over again.',
  },
  TOO_LARGE: {
    ja: '大きすぎるため取り込めません。中の record.pdf などを、紙の記録と同じように扱ってください。',
    en: 'It is too large to be taken in. Please use the PDF files in it as you would a record on paper.',
  },
  CHANGED: {
    ja: '作られた後に中身が変えられています。このパッケージは取り込めません。元の地区にもう一度頼んでください。',
    en: 'What is in it was changed after it was made, so it cannot be taken in. Please ask for it again where it comes from.',
  },
  WRONG_SIGNATURE: {
    ja: '署名が正しくありません。このパッケージは取り込めません。元の地区にもう一度頼んでください。',
    en: 'The signature is not valid, so it cannot be taken in. Please ask for it again where it comes from.',
  },
  UNKNOWN_VERSION: {
    ja: 'このHeyaが知らない版のパッケージです。支援センターに知らせてください。',
    en: 'The package has a version that this Heya does not know. Please tell the support center.',
  },
  UNREADABLE: {
    ja: '署名は正しいのですが、記録を読めませんでした。支援センターに知らせてください。',
    en: 'The signature is valid, but the record cannot be read. Please tell the support center.',
  },
  MY_NUMBER: {
    ja: '記録の中にマイナンバーと思われる番号があるため、取り込めません。元の地区で消してから、もう一度持ち出してもらってください。',
    en: 'The record contains what looks like an Individual Number (My Number), so it cannot be taken in. Please have it removed where it comes from, and taken along again.',
  },
  OTHER_PATIENT: {
    ja: 'この部屋の利用者（患者）様のものではありません（フリガナか生年月日が違います）。何も取り込んでいません。',
    en: 'It is not of the patient of this room: the reading of the name or the birth date differs. Nothing was taken in.',
  },
  SAME_ROOM: {
    ja: 'この部屋から持ち出したものです。取り込むものはありません。',
    en: 'It was taken from this very room. There is nothing to take in.',
  },
  OTHER_BYTES: { ja: 'ほかのファイルを、もう一度選んでください。', en: 'Please choose the file again.' },
  TOO_MANY: {
    ja: '1つの部屋に取り込めるのは1日に20回までです。明日、もう一度お試しください。',
    en: 'Twenty packages a day may be brought into a room. Please try again tomorrow.',
  },
};
