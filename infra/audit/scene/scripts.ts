/** Rooms of the audit, each with texts of its own, so that whatever shows up where it must not can be traced to its place. */
import { drawSignature } from '../../local/demo/signature.mjs';
import demoRoom from '../../local/demo/room.json' with { type: 'json' };

type RoomScript = typeof demoRoom;

/** Texts that may be seen by some and by nobody else. */
export interface Marks {
  name: string;
  nameKana: string;
  address: string;
  phone: string;
  giverName: string;
  reason: string;
  forTeam: string;
  forEveryone: string;
}

interface ScriptParts {
  marks: Marks;
  applicant: string;
  steward: string;
  careTeam: readonly string[];
  others?: readonly { role: string; as: string }[];
  /** Writes a post too, which the applicant has then not read. */
  alsoWrites?: string;
}

export function marksOf(letter: string, kana: string): Marks {
  return {
    name: `監査野${letter} 花子`,
    nameKana: `カンサノ${kana} ハナコ`,
    address: `若葉市監査町${letter}番地の七`,
    phone: `+8195200${letter.charCodeAt(0).toString().padStart(4, '0')}`,
    giverName: `同意野${letter} 太郎`,
    reason: `申請の理由${letter}`,
    forTeam: `専門職だけの書き込み${letter}`,
    forEveryone: `みんなへの書き込み${letter}`,
  };
}

/** With everything that a photo may say (R25). */
const photoOfTheBody = (): object => ({
  bytes: drawSignature(),
  alt: '写真',
  isBodyImage: true,
  bodySite: '右前腕',
  takenAt: new Date().toISOString(),
  annotations: [
    {
      shape: 'ARROW',
      points: [
        { x: 0.1, y: 0.1 },
        { x: 0.5, y: 0.5 },
      ],
      label: 'ここ',
    },
  ],
});

/** Everything consented, everything shown to the family too. */
export function roomScript({ marks, applicant, steward, careTeam, others = [], alsoWrites }: ScriptParts): RoomScript {
  const script = structuredClone(demoRoom);
  const { name, nameKana, address, phone, giverName, reason } = marks;
  return {
    ...script,
    patient: { ...script.patient, name, nameKana, address, phone },
    consent: {
      ...script.consent,
      giverName,
      categories: script.consent.categories.map(({ category }) => ({ category, granted: true, visibleToFamily: true })),
    },
    application: { ...script.application, applicant, steward, reason },
    members: [...careTeam.map((role) => ({ role, as: 'CARE_TEAM' })), ...others],
    profile: {
      ...script.profile,
      ...{
        testResults: [{ name: 'HbA1c', value: '6.8', unit: '%', date: '2026-10-01' }],
        medicalInsurance: {
          insurerNumber: '138016',
          symbol: '12',
          number: '345',
          branchNumber: '01',
          copaymentPercent: 10,
          publicExpenses: [{ payerNumber: '54136015', recipientNumber: '1234567' }],
        },
        longTermCareInsurance: { insurerNumber: '412104', insuredNumber: '0000123456', careLevel: 'CARE_3', copaymentPercent: 10 },
      },
    },
    posts: [
      ...(alsoWrites ? [{ by: alsoWrites, audience: 'EVERYONE', body: '訪問しました。', minutesAgo: 90 }] : []),
      // Asked of somebody who is no principal, so that nobody of them changes how it stands.
      {
        ...{ by: applicant, audience: 'CARE_TEAM', body: marks.forTeam, minutesAgo: 60 },
        ...{ asks: { of: 'secondNurse', withinHours: 24 }, names: 'secondNurse' },
      },
      {
        by: applicant,
        audience: 'EVERYONE',
        body: marks.forEveryone,
        minutesAgo: 30,
        ...{ photo: photoOfTheBody() },
        measurements: { BODY_TEMPERATURE: 36.4, SYSTOLIC: 132, DIASTOLIC: 78, PULSE: 72, SPO2: 97 },
      },
    ],
  };
}
