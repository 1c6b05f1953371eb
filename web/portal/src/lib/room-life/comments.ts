/** What an officer asks to be mended, field by field, on forms 4-1, 4-2 and 4-3. A path is the name of the field, and an id for one of a list. */
import type {
  ApplicationViewFragment,
  FormCode,
  ProblemFragment,
  RoomApplicationStepFragment,
  RoomChangePartsFragment,
  RoomClosurePartsFragment,
} from '@heya/client/generated/graphql';
import { formParts, partPaths } from '#lib/apply/form-parts.ts';
import { dateTime } from '#lib/format/dates.ts';
import { closureReasonNames, roleNames, situationNames } from '#lib/format/labels.ts';
import type { Problems } from '#lib/problems.ts';
import { blockCategories, blockNames } from '#lib/profile/words.ts';
import { newStewardWords } from '#lib/room-life/new-steward.ts';
import { m } from '#paraglide/messages.js';

export interface ReviewLine {
  path: string;
  label: string;
  value: string | null | undefined;
  /** What stands against it. */
  warning?: string;
}

export type CreationParts = Extract<ApplicationViewFragment['details'], { __typename: 'RoomCreationDetails' }>;
type Person = CreationParts['members'][number];

const person = (list: string, { user, displayName, role, facility }: Person): ReviewLine => ({
  path: `${list}.${user?.id ?? ''}`,
  label: displayName,
  value: [roleNames[role](), facility?.name].filter(Boolean).join('・'),
  ...(user?.deactivatedAt && { warning: m.member_without_id() }),
});

/** Of what stands in the profile an officer knows whether it is there, and no more (decision 0040). */
function partLines({ filledBlocks, consent }: CreationParts): ReviewLine[] {
  if (!filledBlocks) return [];
  const granted = new Set(consent?.categories.flatMap((each) => (each.granted ? [each.category] : [])));
  return formParts.map((part) => ({
    path: partPaths[part],
    label: blockNames[part](),
    value: filledBlocks.includes(part) ? m.part_filled() : granted.has(blockCategories[part]) ? m.part_empty() : m.part_not_consented(),
  }));
}

export const creationLines = (details: CreationParts): ReviewLine[] => [
  { path: 'situation', label: m.situation_label(), value: details.situation && situationNames[details.situation]() },
  { path: 'reason', label: m.situation_reason(), value: details.reason },
  { path: 'stewardUserId', label: m.steward(), value: details.stewardName },
  { path: 'members', label: m.comment_members(), value: m.members_chosen({ count: details.members.length }) },
  ...details.members.map((member) => person('members', member)),
  ...partLines(details),
];

export const changeLines = (details: RoomChangePartsFragment): ReviewLine[] => [
  { path: 'effectiveAt', label: m.room_change_effective(), value: dateTime(details.effectiveAt) },
  { path: 'newStewardUserId', label: m.room_change_new_steward(), value: newStewardWords(details) },
  { path: 'reason', label: m.change_reason(), value: details.changeReason },
  ...details.remove.map(({ membershipId, displayName, endsAt, calledOffAt }) => ({
    path: `removeMembershipIds.${membershipId}`,
    label: displayName,
    value: calledOffAt ? m.room_change_called_off() : m.room_change_ends({ time: dateTime(endsAt) }),
  })),
  ...details.add.map((member) => {
    const line = person('add', member);
    return { ...line, value: `${m.room_change_joining()}・${line.value}` };
  }),
];

export const closureLines = ({ closureReason, note, informed, exportToName, copies }: RoomClosurePartsFragment): ReviewLine[] => [
  { path: 'reason', label: m.room_close_reason(), value: closureReasonNames[closureReason]() },
  { path: 'note', label: m.room_close_note(), value: note },
  { path: 'informed', label: m.room_close_informed(), value: informed },
  { path: 'exportToUserId', label: m.room_close_export(), value: exportToName },
  ...copies.map(({ facility, facilityName, isSaved }) => ({
    path: `copies.${facility?.id ?? ''}`,
    label: facilityName,
    value: isSaved ? m.room_close_saved() : m.room_close_not_saved(),
  })),
];

/** @returns path → what was asked when the form was last returned */
export function commentsOf(entries: readonly RoomApplicationStepFragment[]): Record<string, string> {
  const returned = entries.findLast(({ status }) => status === 'RETURNED');
  return Object.fromEntries((returned?.comments ?? []).map(({ field, text }) => [field.join('.'), text]));
}

/** What was written, as it is sent; empty ones were not meant. */
export const written = (comments: Record<string, string>): { field: string[]; text: string }[] =>
  Object.entries(comments).flatMap(([path, text]) => (text.trim() ? [{ field: path.split('.'), text: text.trim() }] : []));

/** Problems of a review, beside the comment they speak of. @param paths of the comments that were sent */
export function placeComments(errors: readonly ProblemFragment[], paths: readonly string[]): Problems {
  const problems: Problems = { fields: {}, general: [] };
  for (const { field, message } of errors) {
    const [list, index = ''] = (field ?? []).filter((part) => part !== 'input');
    const path = list === 'comments' ? paths[Number(index || NaN)] : undefined;
    if (path) problems.fields[`comment-${path}`] ??= message;
    else problems.general.push(message);
  }
  return problems;
}

const fieldNames: Partial<Record<FormCode, Record<string, () => string>>> = {
  FORM_4_1: {
    situation: m.situation_label,
    reason: m.situation_reason,
    stewardUserId: m.steward,
    members: m.comment_members,
    consentId: m.consent_title,
    familyContacts: m.profile_contacts,
    hospitals: m.profile_hospitals,
    disasterNote: m.profile_disaster,
  },
  FORM_4_2: {
    effectiveAt: m.room_change_effective,
    newStewardUserId: m.room_change_new_steward,
    reason: m.change_reason,
    removeMembershipIds: m.room_change_leaving,
    add: m.room_change_joining,
  },
  FORM_4_3: {
    reason: m.room_close_reason,
    note: m.room_close_note,
    informed: m.room_close_informed,
    exportToUserId: m.room_close_export,
    copies: m.room_close_copies,
  },
};

/** What the field of a comment is called; somebody whom the form named then may be named no more. */
export const fieldName = (form: FormCode, [name = '']: readonly string[]): string => fieldNames[form]?.[name]?.() ?? '';
