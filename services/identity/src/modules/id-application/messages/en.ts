/** Sentences of the ID application in English. */
import type { ApplicationState } from '@heya/schema/events';
import type { changeStepsJa, hintsJa, peopleStepsJa } from './ja.ts';

export const hintsEn: Record<keyof typeof hintsJa, string> = {
  INSTITUTION_CODE_SHAPE: 'Please give the ten-digit code. It stands on your designation notice and your claims.',
  INSTITUTION_CODE_PREFECTURE: 'The first two digits are the number of the prefecture (01 to 47).',
  INSTITUTION_CODE_CHECK: 'The check digit, the last one, does not fit. Please compare digit by digit.',
  FORM_FOR_KIND: 'The form does not fit the kind of facility: 2-1-1 is for medical institutions, 2-1-2 for care offices.',
  KANA: 'Please give the reading in katakana.',
  PHONE: 'Please give the telephone number with its area code.',
  EMAIL: 'This is not an e-mail address.',
  BIRTH_DATE: 'Please check the date of birth.',
  LICENCE: 'Please use letters and digits.',
  TWICE: 'The same person stands here twice. One ID is for one person.',
  TOO_MANY: 'At most 50 people can be applied for at once.',
  NO_ADMINISTRATOR: 'Please choose at least one administrator.',
  UNKNOWN_PROFESSION: 'Please choose at least one profession.',
  PROFESSION_NOT_TAKEN: 'This district takes no applications for one of these professions. Choose again, or ask the support center.',
  DISTRICT: 'Please choose the district you apply to.',
  SAME_OFFICER: 'Another officer than the one who checked has to approve.',
  NOT_RETURNED: 'Only an application that was returned can be mended and filed again.',
  PARTLY_ISSUED: 'Some of its people have their ID already, so it cannot be rejected. Return it, or approve it.',
  NOT_WITHDRAWABLE: 'This application can no longer be withdrawn.',
  OLD_PLEDGE: 'There is a newer pledge. Please read it again and sign.',
  ALL_CLAUSES: 'Please agree to every clause.',
  UNKNOWN_FIELD: 'The application has no such field.',
  TOO_MANY_COMMENTS: 'At most 200 comments can be made. Please put some of them together.',
  CHOOSE_PERSON: 'There is an ID that seems to be of the same person. Please choose whether it is.',
  NO_SUCH_MATCH: 'This person is not among those found. Please open the application again.',
  ONE_ID_TWICE: 'This ID is chosen for somebody else of this application. Please make sure which of them it is.',
  NOT_YOUR_STAFF: 'Nobody like that works at your facility. A change of your own is filed by another administrator.',
  NOT_HERE: 'They do not work at this facility at that time.',
  NOT_ON_LEAVE: 'They are not on leave from this facility.',
  ENDED_FOR_GOOD: 'This ID has ended. Please apply anew with form 2-1.',
  STOPPED: 'This ID is stopped. Please let it in again first.',
  OTHER_DISTRICT: 'This ID belongs to another district. Please ask the support center there.',
  CHANGE_OPEN: 'A change has been filed for this person already.',
  NO_SUCH_FACILITY: 'There is no facility with this number in the district. It has to apply with form 2-1 first.',
  SAME_FACILITY: 'This is the facility where they work now.',
  EFFECTIVE_MINUTE: 'Please check day and time, for example 2026-12-01 17:30.',
  EFFECTIVE_TOO_EARLY: 'Nothing older than 31 days can be filed. Please ask the support center.',
  EFFECTIVE_TOO_LATE: 'Nothing more than a year ahead can be filed.',
  NO_SUCH_SEAT: 'They are not the steward of this room.',
  NOT_IN_ROOM: 'Please choose somebody who is in that room.',
  SUCCESSOR: 'They are steward of a room. Please name who follows in each room before approving.',
  NOTICE_RUNS: 'The code of an ID in use is made out again only 24 hours after its holder was told.',
  STALE: 'Another officer was first. Please look at it as it is now.',
  ALREADY_ANSWERED: 'This has been answered already.',
};

export const nextStepsEn: Record<ApplicationState, string> = {
  DRAFT: 'It has not been filed yet.',
  SUBMITTED: 'The support center checks what it says.',
  IN_REVIEW: 'Another officer of the support center is to approve it.',
  RETURNED: 'The support center has questions. Please mend it and file it again.',
  APPROVED: 'It is approved, and waits for people who have an ID of another district.',
  REJECTED: 'It was not accepted. Please see the reason.',
  WITHDRAWN: 'It was withdrawn.',
  COMPLETED: 'The IDs are issued. The support center delivers the letter to begin with apart from them.',
};

/** Form 2-2 issues nothing and waits for nobody else (R7). */
export const changeStepsEn: Record<keyof typeof changeStepsJa, string> = {
  APPROVED: 'It is approved, and takes effect at the minute you gave.',
  COMPLETED: 'It was carried out as filed.',
};

/** Where IDs from elsewhere come into it (R3). */
export const peopleStepsEn: Record<keyof typeof peopleStepsJa, string> = {
  DECLINED:
    'The holder of an ID from another district has said that it is not this person ({count}). The support center looks at their ID once more.',
  ALL_LINKED: 'This facility was added to the ID that is there already. No letter will come: please go on using that ID.',
  SOME_LINKED:
    'IDs were issued. The support center brings the letters for the start apart from this. Those who have an ID already ({count}) get no letter and go on using it.',
};
