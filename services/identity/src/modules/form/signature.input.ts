import { Field, InputType } from 'type-graphql';

@InputType('SignatureInput', { description: '画面に書いた署名(PNG、40 KBまで) / A signature drawn on the screen: PNG, at most 40 KB.' })
export class SignatureInput {
  @Field(() => String, { description: 'image/png / image/png.' })
  contentType!: string;

  @Field(() => String, { description: '画像(base64) / The picture in base64.' })
  base64!: string;
}
