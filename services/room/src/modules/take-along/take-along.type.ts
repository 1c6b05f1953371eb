/** RoomExport as the API shows it. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserErrorType } from '../platform/index.ts';
import type { ExportFault, ExportPurpose, ExportState } from './take-along.entity.ts';
import { ExportPurposeEnum } from './take-along.inputs.ts';

const ExportStateEnum = {
  WAITING: 'WAITING',
  GATHERING: 'GATHERING',
  WRITING: 'WRITING',
  READY: 'READY',
  TAKEN: 'TAKEN',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const satisfies { [K in ExportState]: K };
registerEnumType(ExportStateEnum, {
  name: 'RoomExportState',
  description: '持ち出しの進み具合 / How far a package is.',
  valuesConfig: {
    WAITING: { description: '順番待ち / Waits for its turn.' },
    GATHERING: { description: '記録を集めている / The record is being gathered.' },
    WRITING: { description: 'ファイルを作っている / Files are being written.' },
    READY: { description: '受け取れる / Can be fetched.' },
    TAKEN: { description: '受け取った。中身は消した / Fetched; nothing is left of it here.' },
    EXPIRED: { description: '期限が過ぎて消した / Dropped after its time.' },
    CANCELLED: { description: '取りやめた / Called off.' },
    FAILED: { description: '作れなかった / Could not be made.' },
  },
});

const ExportFaultEnum = { NOT_ALLOWED: 'NOT_ALLOWED', UNAVAILABLE: 'UNAVAILABLE', TOO_LARGE: 'TOO_LARGE' } as const satisfies {
  [K in ExportFault]: K;
};
registerEnumType(ExportFaultEnum, {
  name: 'RoomExportFault',
  description: '作れなかった理由 / Why a package could not be made.',
  valuesConfig: {
    NOT_ALLOWED: { description: '途中で持ち出す資格がなくなった / The right to it ended meanwhile.' },
    UNAVAILABLE: { description: '記録を読めなかった / The record could not be read.' },
    TOO_LARGE: { description: '大きすぎる / Too large.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('RoomExport', { description: '部屋の持ち出し。頼んだ本人だけに見える / A room being taken along; seen by who asked for it.' })
export class RoomExportType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => ExportStateEnum, { description: '進み具合 / How far it is.' })
  state!: ExportState;

  @Field(() => Int, { description: '進み具合(0〜100) / Progress, 0 to 100.' })
  progress!: number;

  @Field(() => ExportFaultEnum, { nullable: true, description: '作れなかった理由 / Why it could not be made.' })
  fault!: ExportFault | null;

  @Field(() => ExportPurposeEnum, { description: '目的 / What for.' })
  purpose!: ExportPurpose;

  @Field(() => String, { description: '理由 / Why.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: '1回だけ開ける10分間の住所。作った時だけ返る / Opens it once, for ten minutes; given only when it is made.',
  })
  url!: string | null;

  @Field(() => String, { nullable: true, description: '受け取るファイルのSHA-256 / SHA-256 of the file as it is fetched.' })
  sha256!: string | null;

  @Field(() => Int, { nullable: true, description: '大きさ(バイト) / Size in bytes.' })
  bytes!: number | null;

  @Field(() => String, { nullable: true, description: '署名の鍵の指紋(RFC 7638) / Thumbprint of the signing key.' })
  signingKey!: string | null;

  @Field(() => DateTimeScalar, { description: '頼んだ時 / When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'できた時 / When it was made.' })
  readyAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'この時に消える / Dropped at this time.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '受け取った、取りやめた、または終わった時 / When it ended.' })
  endedAt!: Date | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomExportPayload', { description: '持ち出しの操作の結果 / Result of ordering, opening or calling off.' })
export class RoomExportPayload {
  @Field(() => RoomExportType, { nullable: true, description: '持ち出し / The export.' })
  roomExport!: RoomExportType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
