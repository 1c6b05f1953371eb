/** A room as the subgraphs give it out, with something in every field. */
import type {
  ConsentPart,
  LookPart,
  MemberPart,
  Parts,
  AttachmentPart,
  PostPart,
  TakenFile,
  Taking,
  VitalsPart,
} from './take-along.parts.ts';

const id = (tail: number): string => `0193c2a0-0000-7000-8000-${String(tail).padStart(12, '0')}`;
const at = '2026-11-20T01:00:00.000Z';

const member = (tail: number, override: Partial<MemberPart>): MemberPart => ({
  id: id(100 + tail),
  user: { id: id(tail) },
  displayName: '佐藤 健一',
  facility: { id: id(50) },
  facilityName: 'みほん医院',
  professionLabel: '医師',
  role: 'CARE_TEAM',
  isSteward: false,
  status: 'ACTIVE',
  joinedAt: at,
  leftAt: null,
  ...override,
});

const consent: ConsentPart = {
  id: id(200),
  status: 'ACTIVE',
  version: 1,
  categories: [
    { category: 'DEMOGRAPHICS', granted: true, visibleToFamily: true, visibleToPartners: false },
    { category: 'BODY_IMAGES', granted: false, visibleToFamily: false, visibleToPartners: false },
  ],
  giver: 'PROXY',
  giverName: '田中 一郎',
  proxyRelation: '長男',
  receiptNumber: '0900-00-0001',
  disasterUse: true,
  expiresOn: '2027-11-20',
  textVersion: '2026-11',
  explainedBy: { id: id(1) },
  explainedByName: '佐藤 健一',
  explainedAt: at,
  signedAt: at,
  withdrawnAt: null,
};

/** Nothing was said back to it, and it stands as it was written. */
const plainPost = { parent: null, spokenForName: null, retraction: null, revisions: [], visit: null, ask: null };

const photo: AttachmentPart = {
  ...{ id: id(951), kind: 'PHOTO', documentKind: null, alt: '右のかかと', isBodyImage: true, bodySite: '右踵', takenAt: at },
  ...{ screen: '/files/timeline/photos/951/screen-1280/pass', whole: null },
};
const paper: AttachmentPart = {
  ...{ id: id(952), kind: 'PDF', documentKind: 'INSTRUCTION', alt: null, isBodyImage: false, bodySite: null, takenAt: null },
  ...{ screen: null, whole: '/files/timeline/photos/952/original/pass' },
};
/** Gone between the question and the look. */
const withdrawn: AttachmentPart = { ...photo, id: id(953), screen: '/files/timeline/photos/953/screen-1280/gone' };
const taken = (attachment: AttachmentPart, name: string): TakenFile => ({
  ...{ attachment, name, postId: id(301), observedAt: at, bytes: new Uint8Array([1, 2, 3]) },
});

const post = (tail: number, override: Partial<PostPart> = {}): PostPart => ({
  id: id(300 + tail),
  author: { id: id(1) },
  authorName: '佐藤 健一',
  authorProfessionLabel: '医師',
  authorFacilityName: 'みほん医院',
  kind: 'NOTE',
  audience: 'EVERYONE',
  importance: 'NORMAL',
  body: '食事は八割。',
  observedAt: at,
  createdAt: at,
  ...plainPost,
  vitals: null,
  ...override,
});

/** Taken back, and much said about it before. */
export const takenBack: PostPart = post(3, {
  kind: 'MEDICAL_NOTE',
  audience: 'CARE_TEAM',
  importance: 'URGENT',
  body: '利尿薬を減らします。',
  parent: { id: id(301) },
  spokenForName: '田中 ハル',
  retraction: { at, byName: '佐藤 健一', reason: '別の方の記録' },
  revisions: [{ at, byName: '佐藤 健一', body: '利尿薬を増やします。' }],
  visit: { nextVisitOn: '2026-12-01', planChanged: true, planChange: '半量に', careAdvice: '体重を毎朝', wishes: null },
  ask: { dueAt: at, takenByName: '山田 花', doneAt: at, doneByName: '山田 花', note: '了解です' },
});

const measured = (kind: string, value: number, unit: string, loincCode: string) =>
  ({ kind, value, unit, loincCode, flag: 'HIGH', context: 'AT_REST' }) as const;

/** Values and nothing else. */
const vitals = (tail: number, override: Partial<VitalsPart> = {}): VitalsPart => ({
  id: id(tail),
  takenAt: at,
  takenBy: { id: id(1) },
  takenByName: '佐藤 健一',
  measurements: [],
  oxygenLitersPerMinute: null,
  consciousness: null,
  meals: [],
  stool: null,
  medicines: [],
  sleepHours: null,
  bath: null,
  fall: null,
  note: null,
  source: 'MANUAL',
  alerts: [],
  corrects: null,
  correctionReason: null,
  isCurrent: true,
  correctedBy: null,
  ...override,
});

/** A day without a single measured value. */
const day = vitals(321, {
  consciousness: 'JCS_10',
  meals: [
    { slot: 'BREAKFAST', main: 8, side: 6 },
    { slot: 'SNACK', main: 0, side: 3 },
  ],
  stool: { bristol: 4, count: 2, blood: true },
  medicines: [
    { slot: 'MORNING', outcome: 'PARTLY', note: '粉薬だけ' },
    { slot: 'AS_NEEDED', outcome: 'TAKEN', note: null },
    { slot: 'AS_NEEDED', outcome: 'TAKEN', note: null },
  ],
  sleepHours: 6.5,
  bath: 'WIPE',
  fall: false,
  note: 'よく話された',
  source: 'DEVICE',
  alerts: ['BLOOD_IN_STOOL', 'WORSE_CONSCIOUSNESS'],
});
/** Written below the values it corrects; those were written before. */
export const dayAndCorrection: PostPart[] = [
  post(4, { kind: 'VITALS', importance: 'IMPORTANT', body: null, vitals: day }),
  post(5, {
    kind: 'VITALS',
    body: null,
    vitals: vitals(322, { measurements: [measured('FLUID_INTAKE', 2000, 'mL', '9000-1')], isCurrent: false, correctedBy: { id: id(323) } }),
  }),
  post(6, {
    kind: 'VITALS',
    body: null,
    parent: { id: id(305) },
    vitals: vitals(323, {
      measurements: [measured('FLUID_INTAKE', 200, 'mL', '9000-1')],
      stool: { bristol: 1, count: 0, blood: false },
      corrects: { id: id(322) },
      correctionReason: '桁の打ち間違い',
    }),
  }),
];

const look: LookPart = {
  id: id(400),
  at,
  actor: { id: id(1) },
  actorName: '佐藤 健一',
  action: 'VIEW',
  categories: ['DEMOGRAPHICS'],
  subjectLabel: '基本情報',
  subjectId: id(500),
  outcome: 'ALLOWED',
  entryHash: 'ab'.repeat(32),
};

export const wholeParts = (): Parts => ({
  room: {
    id: id(600),
    roomNumber: '0900-00-0002',
    status: 'CLOSING',
    openedAt: at,
    closedAt: null,
    memberships: [
      member(1, { isSteward: true }),
      member(2, { displayName: '田中 一郎', role: 'FAMILY', facility: null, facilityName: null, professionLabel: null }),
      member(3, { displayName: '田中 ハル', role: 'PATIENT', facility: null, facilityName: null, professionLabel: null }),
      member(4, { user: null, displayName: '山田 花', facility: null, status: 'LEFT', leftAt: at }),
    ],
    patient: {
      id: id(500),
      name: '田中 ハル',
      nameKana: 'タナカ ハル',
      sex: 'FEMALE',
      birthDate: '1940-04-01',
      postalCode: '8420001',
      address: '佐賀県神埼市神埼町1-1',
      phone: '+81952000000',
      familyContacts: [
        {
          id: id(510),
          name: '田中 一郎',
          relationship: '長男',
          phones: ['+81952000001'],
          fax: null,
          isKeyPerson: true,
          emergencyOrder: 1,
          livesTogether: true,
        },
      ],
      medicalHistory: [
        { name: '2型糖尿病', icd10: 'E11', since: '2010-01-01', until: null, note: '内服中' },
        { name: '肺炎', icd10: null, since: '2020-01-01', until: '2020-02-01', note: null },
      ],
      allergies: ['ペニシリン'],
      medications: [{ name: 'アムロジピン', yjCode: '2171022F1010', dosage: '1日1回 朝', since: '2026-01-01', until: null }],
      testResults: [
        { name: 'HbA1c', value: '7.1', unit: '%', date: '2026-11-01' },
        { name: '尿蛋白', value: '(±)', unit: null, date: '2026-11-01' },
      ],
      careServices: [{ kind: '訪問看護', providerName: 'みほん訪問看護', schedule: '月・木' }],
      medicalInsurance: {
        insurerNumber: '01410016',
        symbol: 'あ',
        number: '12',
        branchNumber: '01',
        copaymentPercent: 10,
        publicExpenses: [{ payerNumber: '54410012', recipientNumber: '1234566', validUntil: '2027-03-31' }],
        validUntil: '2027-03-31',
      },
      longTermCareInsurance: {
        insurerNumber: '412106',
        insuredNumber: '0000012345',
        careLevel: 'CARE_3',
        copaymentPercent: 10,
        validFrom: '2026-04-01',
        validUntil: '2027-03-31',
      },
      referringHospital: { facility: null, name: 'みほん病院', department: '内科', phone: '+81952000002' },
      readmissionHospital: { facility: { id: id(51) }, name: 'みほん中央病院', department: null, phone: null },
      disasterNote: '人工呼吸器を使用',
      profileBlocks: [
        {
          block: 'MEDICAL_HISTORY',
          broughtAlong: [{ place: 1, identifiers: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id(900)}` }] }],
        },
        {
          block: 'FAMILY_CONTACTS',
          broughtAlong: [{ place: 0, identifiers: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id(901)}` }] }],
        },
      ],
    },
  },
  posts: [
    post(1, { attachments: [photo, paper, withdrawn] }),
    post(2, {
      kind: 'VITALS',
      importance: 'IMPORTANT',
      body: null,
      author: { id: id(9) },
      authorName: '去った 人',
      audience: 'CARE_TEAM',
      vitals: vitals(320, {
        oxygenLitersPerMinute: 2,
        note: '入浴後',
        consciousness: 'JCS_2',
        stool: { bristol: 5, count: 1, blood: false },
        measurements: [
          measured('BODY_TEMPERATURE', 38.2, 'Cel', '8310-5'),
          measured('SYSTOLIC', 182, 'mm[Hg]', '8480-6'),
          measured('PAIN', 4, '{score}', '72514-3'),
        ],
      }),
    }),
  ],
  files: [taken(photo, 'photos/951.jpg'), taken(paper, 'documents/952.pdf')],
  filesCut: false,
  consents: [consent, { ...consent, id: id(201), status: 'WITHDRAWN', withdrawnAt: at, proxyRelation: null }],
  looks: [look, { ...look, id: id(401), actor: null, action: 'DENIED', outcome: 'DENIED_CONSENT', categories: [] }],
  looksCut: false,
});

export const taking = (): Taking => ({
  id: id(700),
  districtId: id(701),
  districtName: '神埼地区',
  userId: id(1),
  userName: '佐藤 健一',
  facilityName: 'みほん医院',
  purpose: 'MOVE',
  reason: '県外の病院への転院',
  at: new Date('2026-11-23T06:00:00Z'),
});
