/** Whose the inbox is, what becomes a piece of work for the center, and what it is called. Pure. */
import type { ApplicationState, EventPayloads } from '@heya/schema/events';
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';
import type { ReviewTask, ReviewTaskKind } from '../inbox/index.ts';

/** The inbox is the officers' of its district. @param task null: the inbox as a whole */
export function can(viewer: Viewer, action: 'SEE' | 'WORK', task: Pick<ReviewTask, 'districtId'> | null): Decision {
  if (!isOfficer(viewer)) return deny(action === 'SEE' && task !== null && isPerson(viewer) ? 'ABSENT' : 'ROLE');
  return task && task.districtId !== viewer.districtId ? deny('ABSENT') : allow('REVIEW');
}

/** Work that an officer ends by saying that it is done; the rest ends by itself, with what it is about. */
const endedByHand: readonly ReviewTaskKind[] = ['CONSENT', 'SUPPORT_REFERRAL', 'WEEKLY_CHECK_OVERDUE', 'ID_SUSPENSION', 'ROSTER_OVERDUE'];

/** Free, or in the hands of the one who closes it. */
export function isClosable({ kind, state, assigneeId }: Pick<ReviewTask, 'kind' | 'state' | 'assigneeId'>, officerId: string): boolean {
  return endedByHand.includes(kind) && (state === 'OPEN' || (state === 'CLAIMED' && assigneeId === officerId));
}

/** What the event means for the inbox. */
export type InboxEffect = 'OPEN' | 'PASS_ON' | 'KEEP' | 'CLOSE' | 'NONE';

const effects: Record<ApplicationState, InboxEffect> = {
  DRAFT: 'NONE',
  SUBMITTED: 'OPEN',
  // Checked by one officer: it now waits for another, so nobody holds it (R12).
  IN_REVIEW: 'PASS_ON',
  APPROVED: 'KEEP',
  RETURNED: 'CLOSE',
  REJECTED: 'CLOSE',
  WITHDRAWN: 'CLOSE',
  COMPLETED: 'CLOSE',
};

export const effectOf = (status: ApplicationState): InboxEffect => effects[status];

const formWords: Record<string, string> = {
  FORM_4_1: '部屋の新規申込（様式4-1）',
  FORM_4_2: '部屋の変更申込（様式4-2）',
  FORM_4_3: '部屋の削除申込（様式4-3）',
};

/** Form and receipt number: a title needs no name (R34). */
export const applicationTitle = ({ form, receiptNumber }: EventPayloads['room.applicationChanged']): string =>
  `${formWords[form] ?? '申込'} 受付番号 ${receiptNumber}`;

const numberOf = (consentId: string): string => `番号 ${consentId.slice(-8).toUpperCase()}`;

export const withdrawalTitle = (consentId: string): string => `同意の撤回 ${numberOf(consentId)}`;
export const paperTitle = (receiptNumber: string): string => `紙の同意書（様式3-1） 受付番号 ${receiptNumber}`;
export const expiryTitle = (consentId: string, days: number): string => `同意の期限まで${days}日以内 ${numberOf(consentId)}`;
export const expiredTitle = (consentId: string): string => `同意の期限切れ ${numberOf(consentId)}`;
export const overdueTitle = (roomNumber: string): string => `今週の確認の遅れ 部屋番号 ${roomNumber}`;
const topicWords: Record<EventPayloads['room.supportReferred']['topic'], string> = {
  SIGN_IN: 'サインイン',
  POSTING: '書き込み',
  PHOTOS: '写真',
  NOTIFICATIONS: 'お知らせ',
  DEVICE: '端末',
  OTHER: 'その他',
};
/** Topic and room: who it is stands inside (R34). */
export const supportTitle = ({ topic, roomNumber }: EventPayloads['room.supportReferred']): string =>
  `使い方の手助け（${topicWords[topic]}） 部屋番号 ${roomNumber}`;

const dormancyTitles = { ASKING: '休眠の確認', LATE: '休眠の確認の遅れ', CLOSURE_LATE: '休眠の部屋の様式4-3の遅れ' } as const;

/** @returns what the work is called; null: there is nothing to do for the center now (R17) */
export function dormancyTitle({ state, roomNumber }: EventPayloads['room.dormancyChanged']): string | null {
  return state in dormancyTitles ? `${dormancyTitles[state as keyof typeof dormancyTitles]} 部屋番号 ${roomNumber}` : null;
}
export const referralTitle = (roomNumber: string): string => `世話役からの相談 部屋番号 ${roomNumber}`;
