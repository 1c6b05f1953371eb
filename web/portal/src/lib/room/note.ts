/** A post while it is being written, and what is sent of it. Pure. */
import type { Audience, Importance, MemberFragment, MentionGroup, PostCreateInput, PostKind } from '@heya/client/generated/graphql';
import { type PhotoDraft, toUpload, usable } from '#lib/photo/photo-draft.ts';
import { mentionsIn, type Nameable } from './naming.ts';
import type { RoomPost } from './posts.ts';

export interface VisitDraft {
  nextVisitOn: string;
  planChanged: boolean;
  planChange: string;
  careAdvice: string;
  wishes: string;
}

/** An answer that somebody is asked for. */
export interface AskDraft {
  /** A group, or the id of a person; empty before a choice. */
  to: string;
  /** As the field shows it, in Japan: 2026-11-24T18:00; empty before a choice. */
  due: string;
}

export interface NoteDraft {
  body: string;
  audience: Audience;
  kind: PostKind;
  importance: Importance;
  requestAcknowledgement: boolean;
  spokenForName: string;
  /** ISO; empty for the moment of sending. */
  observedAt: string;
  /** What is answered. */
  parent: { id: string; authorName: string; audience: Audience } | null;
  visit: VisitDraft | null;
  ask: AskDraft | null;
  /** Their bytes are kept beside, sealed. */
  photos: PhotoDraft[];
}

export const emptyVisit = (): VisitDraft => ({ nextVisitOn: '', planChanged: false, planChange: '', careAdvice: '', wishes: '' });

export const emptyNote = (): NoteDraft => ({
  body: '',
  audience: 'CARE_TEAM',
  kind: 'NOTE',
  importance: 'NORMAL',
  requestAcknowledgement: false,
  spokenForName: '',
  observedAt: '',
  parent: null,
  visit: null,
  ask: null,
  photos: [],
});

/** Who sees what goes to this circle: they can be asked and named. */
export const askable = (members: readonly MemberFragment[], audience: Audience): MemberFragment[] =>
  members.filter(({ status, role, user }) => status === 'ACTIVE' && user !== null && (audience === 'EVERYONE' || role === 'CARE_TEAM'));

/** An answer is asked for, and it is not said of whom or by when. */
export const asksNobody = ({ ask }: NoteDraft): boolean => ask !== null && !(ask.to && ask.due);

/** Whether anything stands that would be sent. */
export const isBlank = ({ body, kind, visit, photos }: NoteDraft): boolean =>
  body.trim() === '' && usable(photos).length === 0 && !(kind === 'MEDICAL_NOTE' && visit);

/** The circle it goes to: the patient and the family write for everyone, and an answer stays within the circle of what it answers. */
export function audienceOf({ audience, parent }: NoteDraft, everyoneOnly: boolean): Audience {
  if (everyoneOnly) return 'EVERYONE';
  return parent?.audience === 'CARE_TEAM' ? 'CARE_TEAM' : audience;
}

type Content = Omit<PostCreateInput, 'idempotencyKey'>;

interface Place {
  roomId: string;
  everyoneOnly: boolean;
  /** Who can be named. */
  people: readonly Nameable[];
}

export function toContent(note: NoteDraft, { roomId, everyoneOnly, people }: Place): Content {
  const { body, kind, importance, requestAcknowledgement, spokenForName, observedAt, parent, visit, ask } = note;
  const mentions = mentionsIn(body.trim(), people);
  const photos = usable(note.photos);
  return {
    roomId,
    // Photos without a word are what the page of photos writes.
    kind: kind === 'NOTE' && photos.length > 0 && body.trim() === '' ? 'PHOTO' : kind,
    audience: audienceOf(note, everyoneOnly),
    body: body.trim() || null,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(importance === 'NORMAL' ? {} : { importance }),
    ...(requestAcknowledgement ? { requestAcknowledgement } : {}),
    ...(spokenForName.trim() ? { spokenForName: spokenForName.trim() } : {}),
    ...(observedAt ? { observedAt } : {}),
    ...(parent ? { parentId: parent.id } : {}),
    ...(photos.length > 0 ? { uploads: photos.map(toUpload) } : {}),
    ...(ask ? { ask: toAsk(ask) } : {}),
    ...(kind === 'MEDICAL_NOTE' && visit ? { visit: toVisit(visit) } : {}),
  };
}

const toAsk = ({ to, due }: AskDraft): Content['ask'] => ({
  ...(to.includes('-') ? { toUserId: to } : { toGroup: to as MentionGroup }),
  dueAt: new Date(`${due}:00+09:00`).toISOString(),
});

const toVisit = ({ nextVisitOn, planChanged, planChange, careAdvice, wishes }: VisitDraft): Content['visit'] => ({
  planChanged,
  nextVisitOn: nextVisitOn || null,
  planChange: planChanged ? planChange.trim() || null : null,
  careAdvice: careAdvice.trim() || null,
  wishes: wishes.trim() || null,
});

/** Speaks to one person, who is asked for an answer by then; what stands in the box already stays, and who may see it. */
export const calling = (note: NoteDraft, ask: AskDraft): NoteDraft => ({ ...note, ask });

/** Begins an answer; what stands in the box already stays. */
export const answering = (note: NoteDraft, { id, authorName, audience }: RoomPost): NoteDraft => ({
  ...note,
  parent: { id, authorName, audience },
  audience,
});
