/** The access record as the API shows it. */
import type { AuditLine } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Category, InformationCategoryEnum, UserErrorType } from '../platform/index.ts';
import { FacilityType, UserType } from '../foreign/index.ts';

export const AccessActionEnum: { [K in AuditLine['action']]: K } = {
  VIEW: 'VIEW',
  CREATE: 'CREATE',
  UPDATE: 'UPDATE',
  RETRACT: 'RETRACT',
  EXPORT: 'EXPORT',
  PRINT: 'PRINT',
  DOWNLOAD_IMAGE: 'DOWNLOAD_IMAGE',
  SEARCH: 'SEARCH',
  DENIED: 'DENIED',
};
registerEnumType(AccessActionEnum, {
  name: 'AccessAction',
  description: '行い / What was done.',
  valuesConfig: {
    VIEW: { description: '見た / Looked.' },
    CREATE: { description: '作った / Created.' },
    UPDATE: { description: '変えた / Changed.' },
    RETRACT: { description: '取り消した / Retracted.' },
    EXPORT: { description: '書き出した / Exported.' },
    PRINT: { description: '印刷した / Printed.' },
    DOWNLOAD_IMAGE: { description: '画像を取り出した / Downloaded an image.' },
    SEARCH: { description: '探した / Searched.' },
    DENIED: { description: '断られた / Was refused.' },
  },
});

export const AccessOutcomeEnum: { [K in AuditLine['outcome']]: K } = {
  ALLOWED: 'ALLOWED',
  DENIED_CONSENT: 'DENIED_CONSENT',
  DENIED_ROLE: 'DENIED_ROLE',
  DENIED_DEVICE: 'DENIED_DEVICE',
};
registerEnumType(AccessOutcomeEnum, {
  name: 'AccessOutcome',
  description: '結果 / Outcome.',
  valuesConfig: {
    ALLOWED: { description: '許可 / Allowed.' },
    DENIED_CONSENT: { description: '同意がなく断られた / Refused for want of consent.' },
    DENIED_ROLE: { description: '権限がなく断られた / Refused for want of a right.' },
    DENIED_DEVICE: { description: '端末のため断られた / Refused because of the device.' },
  },
});

@Directive('@tag(name: "internal")')
@Directive('@key(fields: "id")')
@ObjectType('AccessLogEntry', { description: '消せない記録 / Append-only, hash-chained.' })
export class AccessLogEntryType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: '時 / When.' })
  at!: Date;

  @Field(() => UserType, { nullable: true, description: '行った人 / Who.' })
  actor!: UserType | null;

  @Field(() => String, { description: '行った人の氏名 / Name of who.' })
  actorName!: string;

  @Field(() => FacilityType, { nullable: true, description: '行った人の事業所 / Facility of who.' })
  actorFacility!: FacilityType | null;

  @Field(() => String, { nullable: true, description: '連携システムの名前 / Name of another program.' })
  apiClientName!: string | null;

  @Field(() => AccessActionEnum, { description: '行い / What was done.' })
  action!: AuditLine['action'];

  @Field(() => InformationCategoryEnum, { nullable: true, description: '情報の区分 / Category of the information.' })
  category!: Category | null;

  @Field(() => [InformationCategoryEnum], { description: '情報の区分(すべて) / Every category of the information.' })
  categories!: Category[];

  @Field(() => String, { description: '人が読める対象名 / Human-readable object.' })
  subjectLabel!: string;

  @Field(() => ID, { nullable: true, description: '対象の識別子 / Identifier of the object.' })
  subjectId!: string | null;

  @Field(() => String, { nullable: true, description: '使われた端末(サインイン時のブラウザーと機器) / Browser and system of the sign-in.' })
  deviceLabel!: string | null;

  @Field(() => String, { description: 'どの立場で行ったか / By what right, in plain words.' })
  authorityLabel!: string;

  @Field(() => AccessOutcomeEnum, { description: '結果 / Outcome.' })
  outcome!: AuditLine['outcome'];

  @Field(() => String, { description: '鎖のハッシュ / Hash in the chain.' })
  entryHash!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('AccessLogEdge', { description: '記録の一覧の要素 / Edge of the record.' })
export class AccessLogEdge {
  @Field(() => String, { description: 'カーソル / Cursor.' })
  cursor!: string;

  @Field(() => AccessLogEntryType, { description: '記録 / Entry.' })
  node!: AccessLogEntryType;
}

@Directive('@tag(name: "internal")')
@ObjectType('AccessLogConnection', { description: '記録の一覧。新しい順 / The record, newest first.' })
export class AccessLogConnection {
  @Field(() => [AccessLogEdge], { description: '要素 / Edges.' })
  edges!: AccessLogEdge[];

  @Field(() => [AccessLogEntryType], { description: '記録 / Entries.' })
  nodes!: AccessLogEntryType[];

  @Field(() => PageInfo, { description: 'ページの続き / Page information.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: '全体の数。数えない / Total; not counted.' })
  totalCount!: number | null;
}

@ObjectType('AccessLogVerifyPayload', { description: '鎖の検証の結果 / Result of verifying the chain.' })
export class AccessLogVerifyPayload {
  @Field(() => Int, { description: '確かめた行の数 / Lines that were checked.' })
  entries!: number;

  @Field(() => ID, { nullable: true, description: '最初に合わない行。合っていればnull / First line that does not fit; null when all do.' })
  brokenAtId!: string | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}

@ObjectType('AccessLogExportPayload', { description: '記録の書き出しの結果 / Result of exporting the record.' })
export class AccessLogExportPayload {
  @Field(() => String, {
    nullable: true,
    description: 'CSV(UTF-8、RFC 4180)。表計算の式にならない / The record as CSV; no cell is a formula.',
  })
  csv!: string | null;

  @Field(() => String, { nullable: true, description: 'CSVのSHA-256(16進) / SHA-256 of the CSV in hexadecimal.' })
  sha256!: string | null;

  @Field(() => Int, { nullable: true, description: '行の数 / Number of lines.' })
  rows!: number | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
