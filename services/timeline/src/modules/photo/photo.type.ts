/** What becomes of announcing a photo and of drawing over one. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ID, ObjectType } from 'type-graphql';
import { Attachment } from '../attachment/index.ts';
import { UserError } from '../post/index.ts';

@ObjectType({ description: '一緒に送るヘッダー / A header to send with the bytes.' })
export class UploadHeader {
  @Field(() => String, { description: '名前 / Name.' })
  name!: string;

  @Field(() => String, { description: '値 / Value.' })
  value!: string;
}

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
