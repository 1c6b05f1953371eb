/** Telling by mail, over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, Viewer } from '../access/index.ts';
import { confirmAddress, dropAddress, enterAddress, mailOf, tryAddress } from './mail.service.ts';
import { MailSettings, MailSettingsPayload, MailTestPayload } from './mail.type.ts';

@Resolver(() => Viewer)
export class MailResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => MailSettings, { nullable: true, description: 'メールでのお知らせ。自分のだけ / Telling by mail; one’s own only.' })
  mailSettings(@Root() { id }: Viewer, @Ctx() context: TimelineRequest) {
    return requirePerson(context).userId === id ? mailOf(context) : null;
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => MailSettingsPayload, { description: 'このアドレスに確認の番号を送る / Sends a code to this address.' })
  mailAddressEnter(
    @Arg('address', () => String, { description: 'メールアドレス / The address.' }) address: string,
    @Ctx() context: TimelineRequest,
  ) {
    return enterAddress(context, address);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => MailSettingsPayload, {
    description: '届いた番号で確かめ、ここへ知らせる / Confirms it with the code that arrived; one is told there from now on.',
  })
  mailAddressConfirm(
    @Arg('code', () => String, { description: '6けたの番号 / Six digits.' }) code: string,
    @Ctx() context: TimelineRequest,
  ) {
    return confirmAddress(context, code);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => MailSettingsPayload, { description: 'アドレスを消す / Forgets one’s address.' })
  mailAddressRemove(@Ctx() context: TimelineRequest) {
    return dropAddress(context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => MailTestPayload, { description: '自分に試しのメールを送る / Sends a trial mail to oneself, now.' })
  async mailTest(@Ctx() context: TimelineRequest) {
    return { result: await tryAddress(context), userErrors: [] };
  }
}
