/** Reports as the API shows them: of one person in a check what leads, with the others behind it. */
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { safetyClass } from '../access/index.ts';
import { UserError } from '../post/index.ts';
import type { SafetyEvidence, SafetyPlace, SafetyStatus } from './safety-report.policy.ts';

export const SafetyStatusEnum: { [K in SafetyStatus]: K } = {
  SAFE: 'SAFE',
  SLIGHTLY_INJURED: 'SLIGHTLY_INJURED',
  SEVERELY_INJURED: 'SEVERELY_INJURED',
  NEEDS_RESCUE: 'NEEDS_RESCUE',
  UNREACHABLE: 'UNREACHABLE',
  DECEASED: 'DECEASED',
  NOT_CONFIRMED: 'NOT_CONFIRMED',
};
registerEnumType(SafetyStatusEnum, {
  name: 'SafetyStatus',
  description: '安否 / How somebody is.',
  valuesConfig: {
    SAFE: { description: '無事 / Safe.' },
    SLIGHTLY_INJURED: { description: '軽傷 / Slightly injured.' },
    SEVERELY_INJURED: { description: '重傷 / Severely injured.' },
    NEEDS_RESCUE: { description: '要救助 / Needs to be rescued.' },
    UNREACHABLE: { description: '不明（連絡がとれない） / Cannot be reached.' },
    DECEASED: { description: '死亡 / Has died.' },
    NOT_CONFIRMED: { description: 'まだ報告がない / Nobody has reported yet.' },
  },
});

export const SafetyPlaceEnum: { [K in SafetyPlace]: K } = {
  HOME: 'HOME',
  SHELTER: 'SHELTER',
  HOSPITAL: 'HOSPITAL',
  RELATIVE: 'RELATIVE',
  OTHER: 'OTHER',
};
registerEnumType(SafetyPlaceEnum, {
  name: 'SafetyPlace',
  description: 'いまいる所 / Where they are.',
  valuesConfig: {
    HOME: { description: '自宅 / At home.' },
    SHELTER: { description: '避難所 / In a shelter.' },
    HOSPITAL: { description: '病院・施設 / In a hospital or home.' },
    RELATIVE: { description: '親族・知人の家 / With relatives or friends.' },
    OTHER: { description: 'そのほか / Elsewhere.' },
  },
});

export const SafetyEvidenceEnum: { [K in SafetyEvidence]: K } = { MET: 'MET', PHONED: 'PHONED', HEARSAY: 'HEARSAY' };
registerEnumType(SafetyEvidenceEnum, {
  name: 'SafetyEvidence',
  description:
    'どう知ったか。会って > 電話 > また聞き / How the reporter knows. Met leads for six hours over hearsay, a telephone call for two.',
  valuesConfig: {
    MET: { description: '会って確かめた / Met them.' },
    PHONED: { description: '電話などで話した / Spoke with them.' },
    HEARSAY: { description: '人から聞いた / Heard from somebody.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: '安否の報告。一覧では、その人についていちばん確かな報告 / A report; in a list the one that leads for that person.',
})
export class SafetyReport {
  @Field(() => ID, { description: '報告のID / Id of the report, or of the place in the list.' })
  id!: string;

  @Holds(safetyClass)
  @Field(() => String, {
    description:
      '利用者の名前。災害に備えて預かったもの。まだ無ければ空 / Name of the patient as it was kept for a disaster; empty while it is not known.',
  })
  patientName!: string;

  @Holds(safetyClass)
  @Field(() => String, { nullable: true, description: '住んでいる町。番地はない / Part of town they live in, without a number.' })
  locality!: string | null;

  @Field(() => String, { nullable: true, description: '部屋の番号 / Number of the room.' })
  roomNumber!: string | null;

  @Holds(safetyClass)
  @Field(() => SafetyStatusEnum, { description: '安否 / How they are.' })
  status!: SafetyStatus;

  @Holds(safetyClass)
  @Field(() => SafetyPlaceEnum, { nullable: true, description: 'いまいる所 / Where they are.' })
  place!: SafetyPlace | null;

  @Holds(safetyClass)
  @Field(() => String, { nullable: true, description: 'いる所のくわしいこと / More about the place.' })
  placeNote!: string | null;

  @Field(() => SafetyEvidenceEnum, {
    nullable: true,
    description: 'どう知ったか。報告がなければnull / How it is known; null without a report.',
  })
  evidence!: SafetyEvidence | null;

  @Holds(safetyClass)
  @Field(() => String, { nullable: true, description: '必要なもの / What is needed.' })
  needs!: string | null;

  @Holds(safetyClass)
  @Field(() => String, { nullable: true, description: 'ひとこと / A few words.' })
  note!: string | null;

  @Holds(safetyClass)
  @Field(() => String, { nullable: true, description: '使っている医療機器 / Device that needs power.' })
  device!: string | null;

  @Holds(safetyClass)
  @Field(() => Int, {
    nullable: true,
    description: '見た時の、電源の残り（分） / Minutes of power left when it was seen.',
  })
  powerMinutesLeft!: number | null;

  @Holds(safetyClass)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '電源が切れる時刻。電源についていちばん新しい報告から / When the power runs out, by the newest word about it.',
  })
  powerEndsAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '見た・聞いた時刻 / When it was seen or heard.' })
  observedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '報告した時刻 / When it was reported.' })
  reportedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '報告した人の名前 / Name of who reported.' })
  reportedByName!: string | null;

  @Field(() => String, { nullable: true, description: '報告した人の職種・立場 / Profession or part of who reported.' })
  reportedByLabel!: string | null;

  @Field(() => String, { nullable: true, description: '報告した人の所属 / Facility of who reported.' })
  facilityName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '取り消した時刻 / When it was taken back.' })
  retractedAt!: Date | null;

  @Holds(safetyClass)
  @Field(() => Boolean, {
    nullable: true,
    description: 'あとから、これより悪い知らせがある / Somebody saw something worse later, less directly.',
  })
  isContradicted!: boolean;

  @Field(() => [SafetyReport], {
    description: 'ほかの報告も含めた全部。先頭がこの報告 / All reports of this person, the leading one first.',
  })
  all!: SafetyReport[];

  @Field(() => Boolean, { description: 'この人について報告できる / Whether the viewer may report of this person.' })
  viewerCanReport!: boolean;

  @Field(() => Boolean, { description: '自分の報告なので取り消せる / Whether the viewer may take it back.' })
  viewerCanRetract!: boolean;
}

@ObjectType({ description: '安否ごとの人数 / How many people stand how.' })
export class SafetyTally {
  @Field(() => SafetyStatusEnum, { description: '安否 / How they are.' })
  status!: SafetyStatus;

  @Field(() => Int, { description: '人数 / How many.' })
  count!: number;
}

@ObjectType({ description: '一覧の中の報告 / A report in a list.' })
export class SafetyReportEdge {
  @Field(() => String, { description: '位置 / Cursor.' })
  cursor!: string;

  @Field(() => SafetyReport, { description: '報告 / The report.' })
  node!: SafetyReport;
}

@ObjectType({
  description: '人ごとの安否。未確認、電源の残りの少ない順、悪い順 / People, unaccounted first, then by power left, then the worst.',
})
export class SafetyReportConnection {
  @Field(() => [SafetyReportEdge], { description: '位置つき / With cursors.' })
  edges!: SafetyReportEdge[];

  @Field(() => [SafetyReport], { description: '報告 / The reports.' })
  nodes!: SafetyReport[];

  @Field(() => PageInfo, { description: '続き / Whether there is more.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全部の数 / How many in all.' })
  totalCount!: number | null;
}

@ObjectType({ description: '何分で何人 / How many within so many minutes.' })
class SafetyAnswered {
  @Field(() => Int, { description: '始めてからの分 / Minutes since the start.' })
  minutes!: number;

  @Field(() => Int, { description: '人数 / How many.' })
  count!: number;
}

@ObjectType({ description: '事業所ごとの報告 / What one facility reported.' })
class SafetyFacility {
  @Field(() => String, { description: '事業所の名前 / Name of the facility.' })
  name!: string;

  @Field(() => Int, { description: '報告のあった利用者の数 / Of how many patients.' })
  patientCount!: number;

  @Field(() => Int, { description: '報告の数 / How many reports.' })
  reportCount!: number;
}

@ObjectType({ description: '安否確認の結果（職員だけ） / How a check went, for officers.' })
export class SafetyOutcome {
  @Field(() => Int, { description: '対象の人数 / How many were asked for.' })
  subjectCount!: number;

  @Field(() => Int, { description: '報告のあった人数 / Of how many somebody reported.' })
  answeredCount!: number;

  @Field(() => [SafetyAnswered], { description: '10・30・60分での人数 / Within 10, 30 and 60 minutes.' })
  answeredWithin!: SafetyAnswered[];

  @Field(() => [SafetyFacility], { description: '事業所ごと / By facility.' })
  facilities!: SafetyFacility[];
}

@ObjectType({ description: '安否の報告の結果 / The outcome of a report.' })
export class SafetyReportSubmitPayload {
  @Field(() => SafetyReport, { nullable: true, description: '報告 / The report.' })
  report!: SafetyReport | null;

  @Field(() => Boolean, { description: '前に届いていた / It had arrived before.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
