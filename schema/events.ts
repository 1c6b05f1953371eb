/**
 * What the services tell each other: topic → payload. Ids, codes and times only, never names or health data (R34);
 * whoever needs more asks the owner, under an authority of its own.
 */

/** Every class of information a consent ticks (R9). */
export type InformationCategory =
  | 'DEMOGRAPHICS'
  | 'FAMILY_CONTACTS'
  | 'MEDICAL_HISTORY'
  | 'TEST_RESULTS'
  | 'MEDICATIONS'
  | 'DAILY_CONDITION'
  | 'CARE_SERVICES'
  | 'BODY_IMAGES'
  | 'HOSPITALS'
  | 'INSURANCE'
  | 'DISASTER_SAFETY';

export interface CategoryGrant {
  category: InformationCategory;
  family: boolean;
  partners: boolean;
}

export type MembershipState = 'INVITED' | 'ACTIVE' | 'LEFT';
export type MemberRole = 'CARE_TEAM' | 'PATIENT' | 'FAMILY' | 'CENTER_OBSERVER';
export type RoomState = 'PREPARING' | 'ACTIVE' | 'DORMANT' | 'CLOSING' | 'CLOSED' | 'PURGED';
export type ApplicationState = 'DRAFT' | 'SUBMITTED' | 'IN_REVIEW' | 'RETURNED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'COMPLETED';
export type ConsentState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACTIVE' | 'WITHDRAWN' | 'SUPERSEDED' | 'EXPIRED';

/** One line of the access record (R32), as its own service wrote it down. */
export interface AuditLine {
  id: string;
  at: string;
  districtId: string;
  actorId: string | null;
  actorType: 'person' | 'channel' | 'service' | 'anonymous';
  sessionId: string | null;
  clientId: string | null;
  /** By what right: MEMBERSHIP, REGISTRAR, REVIEW, INSPECTION, SELF, CHANNEL, SERVICE, NONE. */
  authority: string;
  action: 'VIEW' | 'CREATE' | 'UPDATE' | 'RETRACT' | 'EXPORT' | 'PRINT' | 'DOWNLOAD_IMAGE' | 'SEARCH' | 'DENIED';
  categories: InformationCategory[];
  /** GraphQL type name of what was touched. */
  subjectType: string;
  subjectId: string | null;
  patientId: string | null;
  roomId: string | null;
  outcome: 'ALLOWED' | 'DENIED_CONSENT' | 'DENIED_ROLE' | 'DENIED_DEVICE';
  requestId: string;
  /** Browser and system the person signed in with, as far as it names no one; absent in older lines. */
  device?: string | null;
  /** Where the person worked then; absent in older lines. */
  facilityId?: string | null;
}

/** What a service has erased of a room: ids and numbers, no word of what it was. */
export interface RoomErased {
  roomId: string;
  /** How many rows of each kind. */
  counts: { name: string; count: number }[];
  /** Over the hashes of every kind, in the order of `counts`. */
  sha256: string;
  /** Whose work at the center goes with them. */
  subjectIds: string[];
}

export interface EventPayloads {
  'audit.recorded': { lines: AuditLine[] };

  'identity.sessionEnded': {
    sessionId: string;
    userId: string;
    reason: 'SIGNED_OUT' | 'REVOKED' | 'DEVICE_REVOKED' | 'ID_DEACTIVATED' | 'EXPIRED';
  };
  'identity.userDeactivated': { userId: string };
  /** Something that a person should know of their own account: it may not have been they who did it. */
  'identity.securityNoticed': { userId: string; what: 'NEW_PLACE' | 'NEW_DEVICE' | 'SHARED_ID' };
  /**
   * A place of work that ends (form 2-2), the whole state each time: from `endsAt` on the person is in no room through that facility,
   * by the clock and without further word. CALLED_OFF takes it back, ENDED is for good and gives a steward's seats to the successors.
   */
  'identity.placeEnding': {
    applicationId: string;
    userId: string;
    facilityId: string;
    districtId: string;
    state: 'ENDING' | 'CALLED_OFF' | 'ENDED';
    endsAt: string;
    /** No other place is left: every membership ends, whatever it was held through. */
    isOnlyPlace: boolean;
    successors: { membershipId: string; userId: string }[];
  };
  /** The center has said that it has helped (R15). */
  'identity.supportEnded': { supportReferralId: string; districtId: string };
  'identity.reviewTaskChanged': { reviewTaskId: string; districtId: string };
  /** The newest version of a key whose time has come is the one that holds. */
  'identity.districtSettingChanged': { districtId: string; key: string; value: unknown; version: number; validFrom: string };

  'room.patientRegistered': { patientId: string; districtId: string; registeredBy: string };
  'room.patientUpdated': { patientId: string; roomId: string | null; version: number };
  'room.applicationChanged': {
    applicationId: string;
    districtId: string;
    form: string;
    receiptNumber: string;
    status: ApplicationState;
    patientId: string;
    roomId: string | null;
    facilityId: string | null;
    actorId: string;
  };
  /** The whole state each time, so that a consumer needs no history. */
  'room.roomChanged': { roomId: string; patientId: string; districtId: string; status: RoomState };
  'room.membershipChanged': {
    membershipId: string;
    roomId: string;
    patientId: string;
    districtId: string;
    userId: string;
    role: MemberRole;
    profession: string | null;
    isSteward: boolean;
    status: MembershipState;
    from: string | null;
    until: string | null;
    /** Number of the room and the facility the person came in through; absent in older words. */
    roomNumber?: string;
    facilityId?: string | null;
    /** ENDING: only until when has changed. */
    change: 'INVITED' | 'JOINED' | 'LEFT' | 'STEWARD' | 'ENDING';
  };

  /** A look of the center into a room (R18), the whole state each time. Over at `expiresAt` without any further word. */
  'room.inspectionChanged': {
    inspectionId: string;
    roomId: string;
    patientId: string;
    districtId: string;
    officerId: string;
    startedAt: string;
    expiresAt: string;
    endedAt: string | null;
  };

  /** The steward's weekly check (R15). OVERDUE and REFERRED make it work of the center. */
  'room.weeklyCheckChanged': {
    weeklyCheckId: string;
    roomId: string;
    patientId: string;
    districtId: string;
    roomNumber: string;
    state: 'DUE' | 'OVERDUE' | 'SIGNED' | 'REFERRED';
  };
  /** A room that nobody has used for a year (R17). ASKING, LATE and CLOSURE_LATE are work of the center, the others end it. */
  'room.dormancyChanged': {
    dormancyReviewId: string;
    roomId: string;
    patientId: string;
    districtId: string;
    roomNumber: string;
    state: 'ASKING' | 'LATE' | 'CLOSURE_ASKED' | 'CLOSURE_LATE' | 'KEPT' | 'USED' | 'CLOSED';
  };
  /** Each service erases what it holds of a room and its patient (R16), and says so; asked again, it does so again. */
  'room.erasureAsked': {
    roomId: string;
    patientId: string;
    districtId: string;
    service: 'timeline' | 'consent' | 'identity';
    subjectIds: string[];
  };
  /** Somebody who was invited was asked to come. */
  /** A member who struggles, handed over to the center (R15). */
  'room.supportReferred': {
    supportReferralId: string;
    roomId: string;
    patientId: string;
    districtId: string;
    roomNumber: string;
    topic: 'SIGN_IN' | 'POSTING' | 'PHOTOS' | 'NOTIFICATIONS' | 'DEVICE' | 'OTHER';
  };
  'room.memberReminded': { membershipId: string; roomId: string; districtId: string; userId: string };

  /** The whole grant each time. `epoch` grows with every change and re-keys live streams. */
  'consent.changed': {
    consentId: string;
    patientId: string;
    districtId: string;
    status: ConsentState;
    version: number;
    epoch: number;
    grants: CategoryGrant[];
    disasterUse: boolean;
    expiresOn: string | null;
    actorId: string;
  };
  /** A consent on paper waits for the center, or waits no more. */
  'consent.paperChanged': { consentId: string; patientId: string; districtId: string; status: ConsentState; receiptNumber: string };
  /** A consent in force runs out within so many days; told once for each. */
  'consent.expiring': { consentId: string; patientId: string; districtId: string; expiresOn: string; days: 60 | 30 | 7 };

  'consent.roomErased': RoomErased;
  'identity.roomErased': RoomErased;
  'timeline.roomErased': RoomErased;

  'timeline.postCreated': { postId: string; roomId: string; audience: 'CARE_TEAM' | 'EVERYONE' };
  'timeline.postChanged': { postId: string; roomId: string; audience: 'CARE_TEAM' | 'EVERYONE' };
  /** An answer is owed in a room, or no longer; along a stream of its own. */
  'timeline.askStanding': { postId: string; roomId: string; isOpen: boolean };
  'timeline.askChanged': { postId: string; roomId: string; audience: 'CARE_TEAM' | 'EVERYONE' };
  /** An answer is late: step 1 to 3. */
  'timeline.askEscalated': { postId: string; roomId: string; step: number };
  'timeline.askDeputyNamed': { postId: string; roomId: string; userId: string; actorId: string };
  /** A post is told again to whom it has not reached. */
  'timeline.postReminded': { reminderId: string; postId: string; roomId: string; actorId: string };
  'timeline.readSummaryChanged': { postId: string; roomId: string; audience: 'CARE_TEAM' | 'EVERYONE' };
  /** Somebody is told of something, along a stream of their own; what it says is asked for under their rights. */
  'timeline.notificationRaised': { notificationId: string; userId: string };
  /** Read, on whichever device; at most 100 a word. */
  'timeline.notificationsRead': { notificationIds: string[]; userId: string };

  /** A roll call began or ended (R31). PRACTICE is said wherever it is told. */
  'timeline.safetyCheckChanged': { safetyCheckId: string; districtId: string; state: 'STARTED' | 'ENDED'; isPractice: boolean };
  'timeline.safetyReportChanged': { safetyCheckId: string; districtId: string; reportId: string; roomId: string; patientId: string };
}

export type Topic = keyof EventPayloads;

/** Topics that may take a right away: they travel on a path of their own, ahead of data. */
export const controlTopics: readonly Topic[] = [
  'identity.sessionEnded',
  'identity.userDeactivated',
  'identity.placeEnding',
  'room.membershipChanged',
  'room.roomChanged',
  'room.inspectionChanged',
  'consent.changed',
];

export interface BusEvent<T extends Topic = Topic> {
  /** Commit order over the whole bus. */
  position: number;
  eventId: string;
  topic: T;
  /** What the sequence counts along, e.g. `room:<id>`. */
  stream: string;
  seq: number;
  producer: string;
  occurredAt: string;
  payload: EventPayloads[T];
}
