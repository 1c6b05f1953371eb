/**
 * With what each root field is asked. A field with required arguments that is not here fails the build (V14).
 * `Query.room#withdrawn` is the same field with other arguments: its lines stand beside the plain ones.
 */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { mutations } from './catalogue.mutations.ts';
import type { Variables } from './drafts.ts';
import type { Facts } from './facts.ts';
import type { Principal } from './principals.ts';
import type { Shape } from './shape.ts';

type Written = (facts: Facts) => string;

const id = (value: string): string => `id: "${value}"`;

const queries: Record<string, Written> = {
  'Query.accessLog': ({ room }) => `filter: { patientId: "${room.patientId}", actions: [CREATE] }`,
  'Query.consent': ({ room }) => id(room.consentId),
  'Query.consent#withdrawn': ({ withdrawn }) => id(withdrawn.consentId),
  'Query.facility': ({ facilityId }) => id(facilityId),
  'Query.applicationStatus': ({ returnedApplication: { receiptNumber, inquiryCode } }) =>
    `receiptNumber: "${receiptNumber}", inquiryCode: "${inquiryCode}"`,
  'Query.applicationForm': ({ idApplication: { receiptNumber, inquiryCode } }) =>
    `receiptNumber: "${receiptNumber}", inquiryCode: "${inquiryCode}"`,
  'Query.blankForm': ({ idApplication: { form } }) => `districtId: "${form.districtId}", form: FORM_1_2`,
  // Nobody's code: who may print letters hears of that.
  'Query.enrolmentLetters': ({ colleagues }) => `codes: [{ userId: "${colleagues.suspended}", code: "AAAA-BBBB-CCCC" }]`,
  // Nobody's code: it opens no letter.
  'Query.familyInvitationLetter': ({ room }) => `id: "${room.id}", code: "AAAAA-AAAAA-AAAAA"`,
  'Query.idApplication': ({ idApplication }) => id(idApplication.id),
  'Query.idApplication#linked': ({ linkedApplicationId }) => id(linkedApplicationId),
  'Query.idApplication#change': ({ idChange }) => id(idChange.id),
  'Query.participatingFacilities': ({ idApplication: { form } }) => `districtId: "${form.districtId}"`,
  'Query.patient': ({ room }) => id(room.patientId),
  'Query.patient#withdrawn': ({ withdrawn }) => id(withdrawn.patientId),
  'Query.patient#asked': ({ asked }) => id(asked.patientId),
  'Query.patient#preparing': ({ fresh }) => id(fresh.patientId),
  'Query.pledgeText': () => 'form: FORM_1_2',
  'Query.pledgeTexts': () => 'form: FORM_1_2',
  'Query.pledgeStandings': () => 'form: FORM_1_2, isOwed: true',
  'Query.post': ({ room }) => id(room.posts.forEveryone),
  'Query.post#careTeam': ({ room }) => id(room.posts.forTeam),
  'Query.post#withdrawn': ({ withdrawn }) => id(withdrawn.posts.forEveryone),
  'Query.reviewTask': ({ taskId }) => id(taskId),
  'Query.reviewTask#sharedId': ({ sharedIdCase }) => id(sharedIdCase.taskId),
  'Query.reviewTask#withdrawal': ({ withdrawalTaskId }) => id(withdrawalTaskId),
  'Query.room': ({ room }) => id(room.id),
  'Query.room#withdrawn': ({ withdrawn }) => id(withdrawn.id),
  'Query.roomApplication': ({ room }) => id(room.applicationId),
  'Query.roomApplication#waiting': ({ waiting }) => id(waiting.applicationId),
  'Query.roomApplication#withdrawn': ({ withdrawn }) => id(withdrawn.applicationId),
  'Query.roomRetention': ({ room }) => `roomId: "${room.id}"`,
  'Query.roomRetention#closed': ({ closed }) => `roomId: "${closed.id}"`,
  'Query.rooms': ({ room }) => `filter: { query: "${room.roomNumber}" }`,
  'Query.roomToInspect': ({ room }) => `roomNumber: "${room.roomNumber}"`,
  'Query.searchPosts': () => `query: "書き込み"`,
  'Query.searchPosts#room': ({ room }) => `query: "書き込み", filter: { roomId: "${room.id}" }`,
  // Nobody's code: it opens nothing.
  'Query.municipalSafety': () => 'code: "ACDEF-ACDEF-ACDEF-ACDEF"',
  'Query.safetyCheck': () => `id: "${uuidv7()}"`,
  'Query.user#recovering': ({ colleagues }) => id(colleagues.recovering),
  'Query.user': ({ userIds }) => id(userIds.nurse),
  'Query.user#family': ({ userIds }) => id(userIds.family),
  'Query.user#patient': ({ userIds }) => id(userIds.patient),
  'Query.userByAccountName': ({ accountName }) => `accountName: "${accountName}"`,
};

/** In Japan. */
const thisMonth = (): string => `month: "${new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7)}"`;

/** Fields below the root that are asked for something certain, so that the table does not depend on what came last. */
const nested: Record<string, Written> = {
  'Patient.accessLog': () => 'filter: { actions: [CREATE] }',
  'Room.careLinks': thisMonth,
  'Room.recordsByFacility': thisMonth,
  'Room.visits': thisMonth,
  'User.roomCount': ({ facilityId }) => `facilityId: "${facilityId}"`,
};

const subscriptions: Record<string, Written> = {
  'Subscription.roomEvent': ({ room }) => `roomId: "${room.id}"`,
  'Subscription.roomChanged': ({ room }) => `roomId: "${room.id}"`,
  'Subscription.safetyReportChanged': () => `safetyCheckId: "${uuidv7()}"`,
  'Subscription.consentChanged': ({ room }) => `patientId: "${room.patientId}"`,
};

const all: Record<string, unknown> = { ...queries, ...nested, ...mutations, ...subscriptions };

/** @returns the argument sets of a field; one without a name for a field that needs none */
export function variantsOf(coordinate: string): string[] {
  const named = Object.keys(all)
    .filter((key) => key === coordinate || key.startsWith(`${coordinate}#`))
    .map((key) => key.split('#')[1] ?? '');
  return named.length ? named : [''];
}

/** @returns literal arguments of a query or subscription */
export const writtenArguments = (facts: Facts, given: string): string =>
  (queries[given] ?? nested[given] ?? subscriptions[given])?.(facts) ?? '';

export const variablesOf = (facts: Facts, given: string, principal: Principal): Variables => mutations[given]?.(facts, principal) ?? {};
export const mutationNames = (): string[] => Object.keys(mutations);

export function catalogueFaults(shape: Shape): string[] {
  const roots = ['Query', 'Mutation', 'Subscription'].flatMap((root) =>
    (shape.get(root)?.fields ?? []).map((field) => ({ coordinate: `${root}.${field.name}`, field })),
  );
  const known = new Set([...shape.values()].flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`)));
  const missing = roots.filter(
    ({ coordinate, field }) =>
      !(coordinate in all) && (coordinate.startsWith('Mutation.') || field.arguments.some(({ isRequired }) => isRequired)),
  );
  return [
    ...missing.map(({ coordinate }) => `catalogue.ts does not say with what ${coordinate} is asked`),
    ...Object.keys(all)
      .filter((key) => !known.has(key.split('#')[0] ?? ''))
      .map((key) => `catalogue.ts names ${key}, which is gone`),
  ];
}
