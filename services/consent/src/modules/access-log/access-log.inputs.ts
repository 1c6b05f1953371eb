/** What the record is asked with. */
import type { AuditLine } from '@heya/schema/events';
import { DateScalar, DateTimeScalar } from '@heya/service-common/graphql-types';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { AccessActionEnum } from './access-log.type.ts';

@InputType('AccessLogFilter', { description: '記録の絞り込み / Which entries.' })
export class AccessLogFilter {
  @Field(() => ID, { nullable: true, description: '利用者(患者)。横断検索で使う / Whose record; for the search of a district.' })
  patientId?: string | null;

  @Field(() => ID, { nullable: true, description: '行った人 / Who.' })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: '行った人の事業所(そのとき) / Facility of who, at the time.' })
  facilityId?: string | null;

  @Field(() => [AccessActionEnum], { nullable: true, description: '行い / What was done.' })
  actions?: AuditLine['action'][] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時から / From this time.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時の前まで / Before this time.' })
  to?: Date | null;
}

@ArgsType()
export class AccessLogArgs {
  @Field(() => AccessLogFilter, { nullable: true, description: '絞り込み / Which entries.' })
  filter?: AccessLogFilter | null;

  @Field(() => Int, { defaultValue: 20, description: '件数(1〜100) / Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' })
  after?: string | null;
}

@ArgsType()
export class AccessLogSearchArgs {
  @Field(() => AccessLogFilter, {
    description: '絞り込み。利用者・行った人・期間のどれかがいる / Which entries; a patient, a person or a period is needed.',
  })
  filter!: AccessLogFilter;

  @Field(() => Int, { nullable: true, defaultValue: 50, description: '件数(1〜100) / Page size, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: '続きのカーソル / Cursor to go on from.' })
  after?: string | null;
}

@ArgsType()
export class AccessLogPeriodArgs {
  @Field(() => DateScalar, { description: 'この日から / From this day.' })
  from!: string;

  @Field(() => DateScalar, { description: 'この日まで / To this day, inclusive.' })
  to!: string;
}

@ArgsType()
export class AccessLogExportArgs extends AccessLogPeriodArgs {
  @Field(() => ID, { description: '利用者(患者) / The patient.' })
  patientId!: string;
}
