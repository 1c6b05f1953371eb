/** The practice room: an invented patient in this tab alone. Nothing of it is ever sent (infra/decisions/0046). Pure. */
import type { MemberFragment, MentionGroup, PostCreateInput, VitalsInput } from '@heya/client/generated/graphql';
import { flagIn } from '#lib/format/ranges.ts';
import { vitalUnits } from '#lib/practice/units.ts';
import { standardRanges } from '#lib/ranges/standard.ts';
import type { RoomPost } from '#lib/room/posts.ts';
import { m } from '#paraglide/messages.js';

export interface Practice {
  posts: RoomPost[];
  /** Counts what was written, for ids. */
  written: number;
}

export interface PracticeViewer {
  id: string;
  name: string;
  everyoneOnly: boolean;
}

type Written = Omit<PostCreateInput, 'idempotencyKey'>;

const minuteMs = 60_000;
/** Of this browser alone; no service knows such an id. */
const nurseId = 'practice-nurse';
const doctorId = 'practice-doctor';
const familyId = 'practice-family';

function blankPost(id: string, at: Date): RoomPost {
  const iso = at.toISOString();
  return {
    id,
    author: null,
    authorName: '',
    authorProfessionLabel: null,
    authorFacilityName: null,
    kind: 'NOTE',
    audience: 'CARE_TEAM',
    importance: 'NORMAL',
    body: null,
    observedAt: iso,
    createdAt: iso,
    editedAt: null,
    version: 1,
    isPinned: false,
    acknowledgementRequested: false,
    spokenForName: null,
    parent: null,
    retraction: null,
    mentions: [],
    attachments: [],
    wound: null,
    visit: null,
    vitals: null,
    ask: null,
    readSummary: { readCount: 1, audienceCount: 3, acknowledgedCount: 0 },
    viewerHasRead: true,
    viewerHasAcknowledged: false,
    viewerCanEdit: false,
    viewerCanRetract: false,
  };
}

const nurse = () => ({ author: { id: nurseId }, authorName: m.practice_nurse(), authorProfessionLabel: m.practice_nurse_label() });
const doctor = () => ({ author: { id: doctorId }, authorName: m.practice_doctor(), authorProfessionLabel: m.practice_doctor_label() });
const family = () => ({ author: { id: familyId }, authorName: m.practice_family(), authorProfessionLabel: null });

/** As everybody finds it, newest first. The patient and the family see what is for everyone. */
export function beginPractice({ id, everyoneOnly }: PracticeViewer, now: Date): Practice {
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * minuteMs);
  const posts: RoomPost[] = [
    {
      ...blankPost('practice-4', ago(20)),
      ...doctor(),
      kind: 'QUESTION',
      audience: everyoneOnly ? 'EVERYONE' : 'CARE_TEAM',
      body: m.practice_post_ask(),
      ask: askTo(id, new Date(now.getTime() + 24 * 60 * minuteMs)),
    },
    {
      ...blankPost('practice-3', ago(90)),
      ...nurse(),
      kind: 'VITALS',
      audience: 'EVERYONE',
      vitals: vitalsOf('practice-3', ago(90), {
        measurements: [
          { kind: 'BODY_TEMPERATURE', value: 37.6 },
          { kind: 'SYSTOLIC', value: 128 },
          { kind: 'DIASTOLIC', value: 76 },
          { kind: 'PULSE', value: 82 },
          { kind: 'SPO2', value: 96 },
        ],
      }),
    },
    {
      ...blankPost('practice-2', ago(60 * 20)),
      ...nurse(),
      importance: 'IMPORTANT',
      acknowledgementRequested: true,
      body: m.practice_post_important(),
    },
    { ...blankPost('practice-1', ago(60 * 26)), ...family(), audience: 'EVERYONE', body: m.practice_post_family() },
  ];
  return { posts: posts.filter(({ audience }) => !everyoneOnly || audience === 'EVERYONE'), written: 0 };
}

function askTo(userId: string, due: Date): RoomPost['ask'] {
  return {
    toUser: { id: userId },
    toGroup: null,
    dueAt: due.toISOString(),
    state: 'SEEN',
    takenByName: null,
    doneAt: null,
    doneByName: null,
    viewerCanTake: true,
    viewerCanComplete: true,
    viewerCanNameDeputy: false,
    hasDeputy: false,
    escalationStep: null,
  };
}

function vitalsOf(id: string, takenAt: Date, { measurements, note }: Omit<VitalsInput, 'takenAt'>): RoomPost['vitals'] {
  const flagged = measurements.map(({ kind, value }) => ({
    kind,
    value,
    unit: vitalUnits[kind],
    flag: flagIn(
      standardRanges.find((range) => range.kind === kind),
      value,
    ),
    context: null,
  }));
  const worst = flagged.find(({ flag }) => flag.startsWith('CRITICAL')) ?? flagged.find(({ flag }) => flag !== 'NORMAL');
  return {
    id: `${id}-vitals`,
    takenAt: takenAt.toISOString(),
    note: note ?? null,
    worstFlag: worst?.flag ?? 'NORMAL',
    oxygenLitersPerMinute: null,
    consciousness: null,
    sleepHours: null,
    bath: null,
    fall: null,
    alerts: [],
    isCurrent: true,
    viewerCanCorrect: false,
    meals: [],
    medicines: [],
    stool: null,
    correctionReason: null,
    corrects: null,
    correctedBy: null,
    measurements: flagged,
  };
}

/** Somebody's own post, as the room would show it. */
export function write(practice: Practice, viewer: PracticeViewer, sent: Written, now: Date): Practice {
  const { parentId, vitals, ask, visit } = sent;
  const id = `practice-own-${practice.written + 1}`;
  const parent = practice.posts.find((post) => post.id === parentId);
  const post: RoomPost = {
    ...blankPost(id, now),
    author: { id: viewer.id },
    authorName: viewer.name,
    kind: sent.kind ?? 'NOTE',
    audience: sent.audience,
    importance: sent.importance ?? 'NORMAL',
    body: sent.body ?? null,
    observedAt: sent.observedAt ?? vitals?.takenAt ?? now.toISOString(),
    acknowledgementRequested: sent.requestAcknowledgement ?? sent.importance === 'URGENT',
    spokenForName: sent.spokenForName ?? null,
    parent: parent ? { id: parent.id, authorName: parent.authorName, excerpt: (parent.body ?? '').slice(0, 40) } : null,
    mentions: (sent.mentions ?? []).map(({ start, end }) => ({ start, end })),
    vitals: vitals ? vitalsOf(id, new Date(vitals.takenAt), vitals) : null,
    visit: visit
      ? {
          planChanged: visit.planChanged,
          nextVisitOn: visit.nextVisitOn ?? null,
          planChange: visit.planChange ?? null,
          careAdvice: visit.careAdvice ?? null,
          wishes: visit.wishes ?? null,
        }
      : null,
    ask: ask ? asked(ask.toUserId ?? null, ask.toGroup ?? null, ask.dueAt) : null,
  };
  return { posts: [post, ...practice.posts], written: practice.written + 1 };
}

/** Somebody invented has taken it on at once, so that both sides of an ask are seen. */
function asked(toUserId: string | null, toGroup: MentionGroup | null, dueAt: string): RoomPost['ask'] {
  return {
    toUser: toUserId ? { id: toUserId } : null,
    toGroup,
    dueAt,
    state: 'TAKEN',
    takenByName: m.practice_nurse(),
    doneAt: null,
    doneByName: null,
    viewerCanTake: false,
    viewerCanComplete: false,
    viewerCanNameDeputy: false,
    hasDeputy: false,
    escalationStep: null,
  };
}

const change = (practice: Practice, id: string, to: (post: RoomPost) => RoomPost): Practice => ({
  ...practice,
  posts: practice.posts.map((post) => (post.id === id ? to(post) : post)),
});

export const acknowledge = (practice: Practice, id: string): Practice =>
  change(practice, id, (post) => ({
    ...post,
    viewerHasAcknowledged: true,
    readSummary: { ...post.readSummary, acknowledgedCount: post.readSummary.acknowledgedCount + (post.viewerHasAcknowledged ? 0 : 1) },
  }));

export const take = (practice: Practice, id: string, name: string): Practice =>
  change(practice, id, (post) => ({
    ...post,
    ask: post.ask && { ...post.ask, state: 'TAKEN', takenByName: name, viewerCanTake: false },
  }));

export const complete = (practice: Practice, id: string, { name, at }: { name: string; at: Date }): Practice =>
  change(practice, id, (post) => ({
    ...post,
    ask: post.ask && {
      ...post.ask,
      state: 'DONE',
      doneByName: name,
      doneAt: at.toISOString(),
      viewerCanTake: false,
      viewerCanComplete: false,
    },
  }));

/** The newest value of each kind, with when the newest of them was taken and by whom. */
export function latestOf({ posts }: Practice): {
  measurements: NonNullable<RoomPost['vitals']>['measurements'];
  post: RoomPost | undefined;
} {
  const measured = posts
    .flatMap((post) => (post.vitals ? [{ post, vitals: post.vitals }] : []))
    .toSorted((a, b) => b.vitals.takenAt.localeCompare(a.vitals.takenAt));
  const all = measured.flatMap(({ vitals }) => vitals.measurements);
  const measurements = all.filter(({ kind }, place) => all.findIndex((other) => other.kind === kind) === place);
  return { measurements, post: measured[0]?.post };
}

/** Who is asked and named here. */
export function practiceMembers({ id, name, everyoneOnly }: PracticeViewer): MemberFragment[] {
  const member = (userId: string, displayName: string, role: MemberFragment['role'], professionLabel: string | null): MemberFragment => ({
    id: `${userId}-member`,
    user: { id: userId },
    displayName,
    professionLabel,
    facilityName: null,
    role,
    isSteward: false,
    isNextSteward: false,
    status: 'ACTIVE',
    invitedAt: '2026-01-01T00:00:00Z',
    joinedAt: '2026-01-01T00:00:00Z',
    remindedAt: null,
    lastReadAt: null,
  });
  return [
    member(id, name, everyoneOnly ? 'FAMILY' : 'CARE_TEAM', null),
    member(nurseId, m.practice_nurse(), 'CARE_TEAM', m.practice_nurse_label()),
    member(doctorId, m.practice_doctor(), 'CARE_TEAM', m.practice_doctor_label()),
    ...(everyoneOnly ? [] : [member(familyId, m.practice_family(), 'FAMILY', null)]),
  ];
}

/** For the list of readers of a post. */
export const readersOf = ({ authorName, createdAt }: RoomPost): { userName: string; readAt: string }[] => [
  { userName: authorName, readAt: createdAt },
];
