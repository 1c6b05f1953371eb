/** A photo as it is announced. */
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'これから送る写真 / A photo that is about to be brought.' })
export class UploadCreateInput {
  @Field(() => ID, { description: 'アップロードのID（端末で作るUUIDv7） / Client-made UUIDv7.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => String, {
    description:
      '写真の形式。image/jpeg、image/png、image/webp、image/heic / Format of the photo: image/jpeg, image/png, image/webp or image/heic.',
  })
  contentType!: string;

  @Field(() => Int, { description: 'バイト数（30MBまで） / Bytes, at most 30 MB.' })
  byteSize!: number;

  @Field(() => String, { description: 'SHA-256（16進64けた） / SHA-256 in 64 hex digits.' })
  sha256!: string;
}
