/** What becomes of announcing a photo and of drawing over one. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Attachment } from '../attachment/index.ts';
import { UserError } from '../post/index.ts';

@ObjectType({ description: '一緒に送るヘッダー / A header to send with the bytes.' })
export class UploadHeader {
  @Field(() => String, { description: '名前 / Name.' })
  name!: string;

  @Field(() => String, { description: '値 / Value.' })
  value!: string;
}

export const UploadStateEnum = { WAITING: 'WAITING', CHECKING: 'CHECKING', READY: 'READY' } as const;
registerEnumType(UploadStateEnum, {
  name: 'UploadState',
  description: 'アップロードの状態 / How far an upload has come.',
  valuesConfig: {
    WAITING: { description: 'まだ届いていない / Not brought yet.' },
    CHECKING: { description: '検査待ち。だれにも見えない / Brought, and waits to be looked through; nobody sees it.' },
    READY: { description: '届いた / There.' },
  },
});

@ObjectType({ description: '写真の送り先 / Where to bring a photo.' })
export class Upload {
  @Field(() => ID, { description: 'アップロードのID / Id.' })
  id!: string;

  @Field(() => String, { description: 'ポータルからの相対の場所。PUTで送る / A path at the portal; PUT the bytes there.' })
  putUrl!: string;

  @Field(() => [UploadHeader], { description: '一緒に送るヘッダー / Headers to send.' })
  headers!: UploadHeader[];

  @Field(() => DateTimeScalar, { description: 'いつまで / Until when.' })
  expiresAt!: Date;

  @Field(() => UploadStateEnum, {
    description: '状態。前に同じものを送っていればその続き / Of the same bytes, if they were brought before.',
  })
  state!: keyof typeof UploadStateEnum;
}

@ObjectType({ description: 'アップロードの用意の結果 / The outcome of announcing a photo.' })
export class UploadCreatePayload {
  @Field(() => Upload, { nullable: true, description: '送り先 / Where to bring it.' })
  upload!: Upload | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

@ObjectType({ description: '写真に書き込んだ結果 / The outcome of drawing over a photo.' })
export class PhotoAnnotatePayload {
  @Field(() => Attachment, { nullable: true, description: '写真 / The photo.' })
  attachment!: Attachment | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
