/** Wounds as the API shows them. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AudienceEnum, timelineClass } from '../access/index.ts';
import type { WoundDepth } from './wound.score.ts';

export const DesignRDepthEnum: { [K in WoundDepth]: K } = {
  d0: 'd0',
  d1: 'd1',
  d2: 'd2',
  D3: 'D3',
  D4: 'D4',
  D5: 'D5',
  DDTI: 'DDTI',
  DU: 'DU',
};
registerEnumType(DesignRDepthEnum, {
  name: 'DesignRDepth',
  description: 'きずの深さ（DESIGN-R 2020） / Depth of a wound.',
  valuesConfig: {
    d0: { description: '皮膚の損傷・発赤なし / No damage, no redness.' },
    d1: { description: '持続する発赤 / Persistent redness.' },
    d2: { description: '真皮まで / Into the dermis.' },
    D3: { description: '皮下組織まで / Into subcutaneous tissue.' },
    D4: { description: '皮下組織をこえる / Beyond subcutaneous tissue.' },
    D5: { description: '関節腔・体腔に至る / Into a joint or body cavity.' },
    DDTI: { description: '深部損傷の疑い / Suspected deep tissue injury.' },
    DU: { description: '壊死組織で判定できない / Covered by necrotic tissue, unknown.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'きずの評価。DESIGN-R 2020。合計は深さを含めず0–66 / A wound as assessed; the total (0–66) excludes depth.' })
export class WoundAssessment {
  @Field(() => ID, { description: '評価のID（投稿のIDと同じ） / Id, that of its post as well.' })
  id!: string;

  @Field(() => ID, { description: 'きずのID。同じきずの評価に共通 / Id of the wound, common to its assessments.' })
  woundId!: string;

  @Field(() => AudienceEnum, { description: '公開範囲 / Who may see it.' })
  audience!: keyof typeof AudienceEnum;

  @Holds(timelineClass)
  @Field(() => String, { description: '部位 / Where on the body.' })
  site!: string;

  @Holds(timelineClass)
  @Field(() => DesignRDepthEnum, { description: '深さ。合計に入れない / Depth, not in the total.' })
  depth!: WoundDepth;

  @Holds(timelineClass)
  @Field(() => Int, { description: '滲出液 0・1・3・6 / Exudate.' })
  exudate!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '大きさ 0・3・6・8・9・12・15 / Size.' })
  size!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '炎症・感染 0・1・3・9 / Inflammation or infection.' })
  inflammation!: number;

  @Holds(timelineClass)
  @Field(() => Boolean, { description: '炎症・感染の3が臨界的定着の疑い（3C）か / Whether the 3 is 3C: suspected critical colonisation.' })
  criticallyColonized!: boolean;

  @Holds(timelineClass)
  @Field(() => Int, { description: '肉芽組織 0・1・3・4・5・6 / Granulation.' })
  granulation!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '壊死組織 0・3・6 / Necrotic tissue.' })
  necrosis!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: 'ポケット 0・6・9・12・24 / Pocket.' })
  pocket!: number;

  @Holds(timelineClass)
  @Field(() => Int, { description: '合計 0–66 / Total.' })
  total!: number;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: '長径 cm / Greatest length, cm.' })
  lengthCm!: number | null;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: '長径に直交する最大径 cm / Greatest width at right angles to it, cm.' })
  widthCm!: number | null;

  @Holds(timelineClass)
  @Field(() => Float, { nullable: true, description: '写真で囲んだ面積 cm² / Area outlined on a photo, cm².' })
  areaCm2!: number | null;

  @Holds(timelineClass)
  @Field(() => DateTimeScalar, { description: '評価した時刻 / When it was assessed.' })
  assessedAt!: Date;

  @Field(() => String, { description: '評価した人の当時の名前 / Who assessed, by their name at the time.' })
  assessedByName!: string;

  @Holds(timelineClass)
  @Field(() => Boolean, { description: '訂正も取り消しもされていないか / Whether it was neither corrected nor retracted.' })
  isCurrent!: boolean;
}
