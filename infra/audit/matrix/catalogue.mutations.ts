/** With what each mutation is asked, by whom it may matter (V14). */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { dayInJapan } from '../scene/days.ts';
import { note, paper, pledge, staleVersion, type Variables, withdrawal } from './drafts.ts';
import type { Facts } from './facts.ts';
import type { Principal } from './principals.ts';

/** In this order for each principal: what one may do leaves nothing that another could see, or is taken back by the next. */
export const mutations: Record<string, (facts: Facts, principal: Principal) => Variables> = {
  'Mutation.patientRegister': ({ forms }) => ({ input: { ...forms.patient, idempotencyKey: uuidv7(), isAnother: true } }),
  'Mutation.patientUpdate': ({ room }) => ({ id: room.patientId, input: { expectedVersion: staleVersion, address: '若葉市別町一番地' } }),
  'Mutation.patientUpdate#medications': ({ room }) => ({
    id: room.patientId,
    input: { medications: [{ name: '監査薬' }], blockVersions: [{ block: 'MEDICATIONS', version: staleVersion }] },
  }),
  // There is no such contact: who may change contacts hears of that.
  'Mutation.familyContactSave': ({ room }) => ({
    input: {
      id: room.patientId,
      patientId: room.patientId,
      expectedVersion: staleVersion,
      name: '監査野 一郎',
      relationship: '長男',
      phones: [],
      isKeyPerson: false,
    },
  }),
  'Mutation.familyContactRemove': ({ room }) => ({ id: room.patientId, expectedVersion: staleVersion }),
  'Mutation.consentSubmit': ({ forms }) => ({ input: { ...forms.consent, idempotencyKey: uuidv7() } }),
  // Left blank in one place, so that who may submit hears of that and the consent in force stays.
  'Mutation.consentSubmit#room': ({ room, forms }) => ({
    input: { ...forms.consent, idempotencyKey: uuidv7(), patientId: room.patientId, giverName: '' },
  }),
  'Mutation.consentWithdraw': ({ room }) => ({ id: room.consentId, input: withdrawal() }),
  'Mutation.consentCategoriesUpdate': ({ room, forms }) => ({
    id: room.consentId,
    input: {
      expectedVersion: staleVersion,
      categories: forms.consent.categories,
      giverName: '監査野 花子',
      signature: forms.consent.signature,
    },
  }),
  // No digest of anything: who may bring photos hears of that.
  'Mutation.uploadCreate': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, contentType: 'image/jpeg', byteSize: 1, sha256: 'x' },
  }),
  // There is no such photo.
  'Mutation.photoAnnotate': ({ room }) => ({ attachmentId: room.id, annotations: [] }),
  'Mutation.notificationsMarkRead': () => ({ ids: [] }),
  'Mutation.notificationPreferencesUpdate': () => ({ input: {} }),
  'Mutation.pushSubscriptionSave': () => ({ input: { endpoint: 'https://localhost/', p256dh: 'x', auth: 'x' } }),
  'Mutation.pushTest': () => ({ endpoint: 'https://localhost/' }),
  'Mutation.pushSubscriptionRemove': () => ({ endpoint: 'https://localhost/' }),
  // Nobody sends mail there; what is wrong in what was typed is told to everybody.
  'Mutation.mailAddressEnter': () => ({ address: 'x' }),
  'Mutation.mailAddressConfirm': () => ({ code: 'x' }),
  'Mutation.mailAddressRemove': () => ({}),
  'Mutation.mailTest': () => ({}),
  'Mutation.consentReview': ({ room }) => ({ id: room.consentId, input: { decision: 'APPROVE', expectedVersion: staleVersion } }),
  'Mutation.consentPaperAttach': ({ room }) => ({
    id: room.consentId,
    input: { documentUploadId: uuidv7(), expectedVersion: staleVersion },
  }),
  // Who applies is among the participants, so that nothing but the right to apply is in question.
  'Mutation.roomCreationApply': ({ forms, people }, principal) => ({
    input: {
      ...forms.application,
      idempotencyKey: uuidv7(),
      members: [...new Set([forms.application.stewardUserId, people[principal]])].map((userId) => ({ userId, role: 'CARE_TEAM' })),
    },
  }),
  // Nothing is asked to change, and nobody was told: who may ask hears what is missing, and nothing is kept.
  'Mutation.roomChangeApply': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, effectiveAt: new Date().toISOString() },
  }),
  'Mutation.roomClosureApply': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, reason: 'MOVED', informed: '', copies: [] },
  }),
  'Mutation.roomApplicationResubmit': ({ waiting, forms }) => ({
    id: waiting.applicationId,
    input: { creation: { ...forms.application, idempotencyKey: uuidv7(), members: [] } },
    expectedVersion: staleVersion,
  }),
  'Mutation.roomApplicationReview': ({ waiting }) => ({
    id: waiting.applicationId,
    input: { decision: 'RETURN', expectedVersion: staleVersion, reason: '記入もれ' },
  }),
  'Mutation.roomApplicationExecute': ({ waiting }) => ({ id: waiting.applicationId }),
  'Mutation.roomApplicationWithdraw': ({ waiting }) => ({ id: waiting.applicationId, expectedVersion: staleVersion }),
  // The name of the facility is left blank: nothing is kept.
  'Mutation.idApplicationSubmit': ({ idApplication: { form } }) => ({
    input: { ...form, idempotencyKey: uuidv7(), issue: { ...form.issue, facilityName: '' } },
  }),
  // Later than anybody may plan: who runs the facility hears of that.
  'Mutation.idApplicationSubmit#change': ({ colleagues }) => ({
    input: {
      idempotencyKey: uuidv7(),
      form: 'FORM_2_2',
      change: { userId: colleagues.suspended, kind: 'LEAVE', effectiveAt: `${dayInJapan(800)}T09:00` },
    },
  }),
  'Mutation.idChangeResubmit': ({ idChange: { id: changeId, change } }) => ({
    id: changeId,
    input: { change, expectedVersion: staleVersion },
  }),
  'Mutation.idChangeWithdraw': ({ idChange }) => ({ id: idChange.id, expectedVersion: staleVersion }),
  'Mutation.idChangeNameSuccessors': ({ idChange }) => ({ id: idChange.id, successors: [], expectedVersion: staleVersion }),
  'Mutation.idApplicationResubmit': ({ returnedApplication: { form, receiptNumber, inquiryCode } }) => ({
    input: { receiptNumber, inquiryCode, expectedVersion: staleVersion, issue: form.issue },
  }),
  'Mutation.idApplicationWithdraw': ({ returnedApplication: { receiptNumber, inquiryCode } }) => ({
    receiptNumber,
    inquiryCode,
    expectedVersion: staleVersion,
  }),
  'Mutation.idApplicationReview': ({ idApplication }) => ({
    id: idApplication.id,
    input: { decision: 'RETURN', expectedVersion: staleVersion, reason: '記入もれ' },
  }),
  // The label is left blank: who may write sentences hears of that.
  'Mutation.reasonTemplateCreate': () => ({ input: { idempotencyKey: uuidv7(), decision: 'RETURN', label: '', text: '記入もれ' } }),
  'Mutation.reasonTemplateRemove': () => ({ id: uuidv7() }),
  'Mutation.reasonTemplateReplace': () => ({
    id: uuidv7(),
    input: { idempotencyKey: uuidv7(), decision: 'RETURN', label: '確認', text: '確かめてください。' },
  }),
  // Asked of one of them, once; nobody else hears that there is such a question.
  'Mutation.idLinkAnswer': ({ linkId }) => ({ id: linkId, isMine: false }),
  'Mutation.roomInvitationAccept': ({ room }) => ({ membershipId: room.membershipId }),
  'Mutation.roomInvitationAccept#own': ({ room, ownMemberships }, principal) => ({
    membershipId: ownMemberships[principal] ?? room.membershipId,
  }),
  'Mutation.roomMarkRead': ({ room }) => ({ roomId: room.id, upToPostId: room.posts.forEveryone }),
  'Mutation.postCreate': ({ room }) => ({ input: note(room.id, 'EVERYONE') }),
  'Mutation.postCreate#careTeam': ({ room }) => ({ input: note(room.id, 'CARE_TEAM') }),
  'Mutation.postCreate#withdrawn': ({ withdrawn }) => ({ input: note(withdrawn.id, 'EVERYONE') }),
  // Of a version that is not there, so that the texts stay what the oracle looks for.
  'Mutation.postUpdate': ({ room }) => ({ id: room.posts.forEveryone, input: { body: 'x', expectedVersion: 99 } }),
  'Mutation.postUpdate#careTeam': ({ room }) => ({ id: room.posts.forTeam, input: { body: 'x', expectedVersion: 99 } }),
  'Mutation.postRetract': ({ room }) => ({ id: room.posts.forEveryone, reason: 'x', expectedVersion: 99 }),
  'Mutation.postRetract#careTeam': ({ room }) => ({ id: room.posts.forTeam, reason: 'x', expectedVersion: 99 }),
  // A score that the scale has not: who may assess hears of that.
  // Nothing measured, nothing seen: who may record hears of that.
  'Mutation.vitalsRecord': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, vitals: { takenAt: new Date().toISOString(), measurements: [] } },
  }),
  // There is no such record.
  'Mutation.vitalsCorrect': ({ room }) => ({
    id: room.id,
    input: { idempotencyKey: uuidv7(), reason: '監査', vitals: { takenAt: new Date().toISOString(), measurements: [] } },
  }),
  'Mutation.vitalRangesSet': ({ room }) => ({
    patientId: room.patientId,
    ranges: [{ kind: 'PULSE', high: 100 }],
    expectedVersion: staleVersion,
  }),
  'Mutation.woundAssess': ({ room }) => ({
    input: {
      ...{ idempotencyKey: uuidv7(), roomId: room.id, site: '仙骨部', assessedAt: new Date().toISOString() },
      ...{ depth: 'D3', exudate: 2, size: 8, inflammation: 1, granulation: 3, necrosis: 0, pocket: 0 },
    },
  }),
  'Mutation.postAcknowledge': ({ room }) => ({ id: room.posts.forEveryone, idempotencyKey: uuidv7() }),
  'Mutation.postAcknowledge#careTeam': ({ room }) => ({ id: room.posts.forTeam, idempotencyKey: uuidv7() }),
  'Mutation.postAcknowledge#withdrawn': ({ withdrawn }) => ({ id: withdrawn.posts.forEveryone, idempotencyKey: uuidv7() }),
  'Mutation.postPin': ({ room }) => ({ id: room.posts.forEveryone, pinned: false }),
  'Mutation.postPin#careTeam': ({ room }) => ({ id: room.posts.forTeam, pinned: false }),
  'Mutation.askTake': ({ room }) => ({ postId: room.posts.forTeam }),
  'Mutation.askTake#withdrawn': ({ withdrawn }) => ({ postId: withdrawn.posts.forTeam }),
  'Mutation.askNameDeputy': ({ room }) => ({ postId: room.posts.forTeam, userId: uuidv7() }),
  'Mutation.postRemind': ({ room }) => ({ id: room.posts.forTeam, idempotencyKey: uuidv7() }),
  'Mutation.askComplete': ({ room }) => ({ postId: room.posts.forTeam, note: 'x' }),
  // Without a name, and of no check: who may hears of that, and nobody is asked for.
  'Mutation.safetyCheckStart': () => ({ input: { idempotencyKey: uuidv7(), title: '', practice: true } }),
  'Mutation.safetyCheckEnd': () => ({ id: uuidv7() }),
  'Mutation.safetyReportSubmit': ({ room }) => ({
    input: {
      ...{ idempotencyKey: uuidv7(), safetyCheckId: uuidv7(), patientId: room.patientId },
      ...{ status: 'SAFE', evidence: 'MET', observedAt: new Date().toISOString() },
    },
  }),
  'Mutation.safetyReportRetract': () => ({ id: uuidv7() }),
  'Mutation.safetyViewCreate': () => ({ input: { idempotencyKey: uuidv7(), safetyCheckId: uuidv7(), forWhom: '' } }),
  'Mutation.safetyViewExtend': () => ({ id: uuidv7(), hours: 1 }),
  'Mutation.safetyViewRevoke': () => ({ id: uuidv7() }),
  'Mutation.reviewTaskClaim': ({ taskId }) => ({ id: taskId }),
  'Mutation.reviewTaskRelease': ({ taskId }) => ({ id: taskId }),
  'Mutation.roomInspectionStart': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, reason: '利用の状況を確かめるため' },
  }),
  'Mutation.roomInspectionEnd': ({ inspectionId }) => ({ id: inspectionId }),
  // Without a reason, so that who may take the room along hears of that and nothing is made.
  'Mutation.roomExportCreate': ({ room }) => ({ idempotencyKey: uuidv7(), roomId: room.id, purpose: 'MOVE', reason: '' }),
  'Mutation.roomExportOpen': () => ({ id: uuidv7() }),
  'Mutation.roomExportCancel': () => ({ id: uuidv7() }),
  'Mutation.roomImportTake': () => ({ id: uuidv7(), entries: [], posts: false, keyCompared: false }),
  'Mutation.roomImportCancel': () => ({ id: uuidv7() }),
  'Mutation.roomMembershipRemind': ({ room }) => ({ membershipId: room.membershipId }),
  // Left blank in one place: who may invite hears of that, and nobody is invited.
  'Mutation.familyInvitationCreate': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, role: 'PATIENT', name: '', nameKana: 'カンサノ', birthDate: '1940-04-01' },
  }),
  // Nobody's code, and no such invitation: everybody hears the same.
  'Mutation.familyInvitationCancel': () => ({ id: uuidv7() }),
  'Mutation.familyInvitationOpen': () => ({ input: { code: 'AAAAA-AAAAA-AAAAA', birthDate: '1940-04-01' } }),
  'Mutation.familyAccountCreate': () => ({ input: { code: 'AAAAA-AAAAA-AAAAA', birthDate: '1940-04-01' } }),
  'Mutation.familyInvitationAccept': () => ({ input: { invitationId: uuidv7() } }),
  // A member of the care team: nobody ends that by this way.
  'Mutation.familyMembershipEnd': ({ room }) => ({ membershipId: room.membershipId }),
  // The scene has no Monday behind it: nobody hears of a check that is not there.
  // A room in use ends nowhere: who may hold it hears of that.
  'Mutation.roomLegalHoldSet': ({ room }) => ({ roomId: room.id, input: { idempotencyKey: uuidv7(), reason: '監査' } }),
  'Mutation.roomLegalHoldLift': ({ room }) => ({ roomId: room.id, input: { reason: '監査', expectedVersion: staleVersion } }),
  'Mutation.roomPurgeConfirm': ({ room }) => ({ roomId: room.id, expectedVersion: staleVersion }),
  'Mutation.supportReferralCreate': ({ room }) => ({
    input: { idempotencyKey: uuidv7(), roomId: room.id, membershipId: uuidv7(), topic: 'SIGN_IN' },
  }),
  'Mutation.weeklyCheckComplete': () => ({ id: uuidv7(), input: { outcome: 'ALL_GOOD' } }),
  // The scene has no year without a post behind it: nobody hears of a review that is not there.
  'Mutation.dormancyReviewAnswer': () => ({
    id: uuidv7(),
    input: { idempotencyKey: uuidv7(), party: 'APPLICANT', channel: 'TELEPHONE', askedOn: dayInJapan(), keep: true },
  }),
  'Mutation.dormancyReviewDecide': () => ({ id: uuidv7(), decision: 'KEEP' }),
  'Mutation.accessLogVerify': () => ({ from: dayInJapan(), to: dayInJapan() }),
  // Of today there are more lines than one file takes, as so many are asked here.
  'Mutation.accessLogExport': ({ room }) => ({ patientId: room.patientId, from: dayInJapan(-1), to: dayInJapan(-1) }),
  // The note is left blank: who may close the task hears of that.
  'Mutation.reviewTaskClose': ({ withdrawalTaskId }) => ({ id: withdrawalTaskId, note: '' }),
  'Mutation.userSuspend': ({ colleagues }) => ({ id: colleagues.suspended, input: { reason: '退職のため止める' } }),
  'Mutation.userReinstate': ({ colleagues }) => ({ id: colleagues.suspended }),
  'Mutation.recoveryStart': ({ colleagues }) => ({ userId: colleagues.suspended, input: { idempotencyKey: uuidv7(), reason: '' } }),
  'Mutation.recoveryCancel': ({ recoveryId }) => ({ id: recoveryId }),
  // Of somebody who is in already: who may make out codes hears of that.
  'Mutation.enrolmentReissue': ({ colleagues }) => ({ userId: colleagues.suspended, input: { idempotencyKey: uuidv7() } }),
  // Of a wording that there is not: who may sign hears of that.
  'Mutation.pledgeSign': () => ({ input: { ...pledge(), form: 'FORM_1_2' } }),
  'Mutation.pledgeSign#facility': ({ facilityId }) => ({ input: { ...pledge(), form: 'FORM_1_1', facilityId } }),
  'Mutation.pledgeRegisterPaper': ({ facilityId }) => ({ input: { ...paper(), form: 'FORM_1_1', facilityId, signedOn: dayInJapan() } }),
  'Mutation.pledgeTextPublish': () => ({
    input: {
      idempotencyKey: uuidv7(),
      form: 'FORM_1_2',
      version: '',
      clauses: [{ id: 'law', ja: '守ります。', en: 'I do.' }],
      validFrom: dayInJapan(),
    },
  }),
  'Mutation.districtSettingUpdate': () => ({
    input: { idempotencyKey: uuidv7(), key: 'APPLICATION_DUE_DAYS', value: { number: 14 }, expectedVersion: staleVersion },
  }),
  // The name is left blank: nothing is registered.
  'Mutation.deviceRegister': () => ({
    input: {
      idempotencyKey: uuidv7(),
      label: '',
      platform: 'IPADOS',
      ownership: 'FACILITY',
      securitySoftwareAttested: true,
      publicKey: { x: '', y: '' },
    },
  }),
  // It was stopped long ago: who may approve devices there hears of that.
  'Mutation.deviceApprove': ({ deviceId }) => ({ id: deviceId }),
  'Mutation.deviceRevoke': ({ deviceId }) => ({ id: deviceId, reason: '' }),
  'Mutation.personalDeviceAllow': ({ colleagues }) => ({
    userId: colleagues.recovering,
    input: { idempotencyKey: uuidv7(), until: `${dayInJapan(8)}T00:00:00+09:00`, reason: '' },
  }),
  // Of a version that there is not: who may confirm hears of that.
  'Mutation.rosterConfirm': ({ facilityId }) => ({
    facilityId,
    input: { idempotencyKey: uuidv7(), year: Number(dayInJapan().slice(0, 4)), expectedVersion: staleVersion, entries: [] },
  }),
  // Not where it was said to lie: who may file pages hears of that.
  'Mutation.scanPagesFile': ({ pageId, taskId }) => ({ input: { pageIds: [pageId], fromTaskId: uuidv7(), taskId } }),
  'Mutation.scanPagesDiscard': ({ pageId }) => ({ input: { pageIds: [pageId], fromTaskId: uuidv7(), reason: '重複' } }),
  'Mutation.sharedIdDecide': ({ sharedIdCase }) => ({
    id: sharedIdCase.id,
    input: { outcome: 'ONE_PERSON', note: '確認した', expectedVersion: staleVersion },
  }),
  'Mutation.sessionRevoke': ({ sessionId }) => ({ id: sessionId }),
  'Mutation.sessionRevokeAllOthers': () => ({}),
  // The last: after it the principal has to sign in again.
  'Mutation.sessionRevokeAll': () => ({}),
};
