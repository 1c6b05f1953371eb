/** Devices that are told, over GraphQL. */
import { UrlScalar } from '@heya/service-common/graphql-types';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, Viewer } from '../access/index.ts';
import { chooseDevice, dropDevice, endpointsOf, tryDevice } from './push.service.ts';
import { PushSubscriptionInput, PushSubscriptionPayload, PushTestPayload } from './push.type.ts';

@Resolver(() => Viewer)
export class PushResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      '端末に知らせるための公開鍵（base64url）。用意がなければnull / Key for pushManager.subscribe; null where it is not set up.',
  })
  pushKey(@Root() { id }: Viewer, @Ctx() context: TimelineRequest): string | null {
    return requirePerson(context).userId === id ? (context.push?.publicKey ?? null) : null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [UrlScalar], {
    nullable: true,
    description: '知らせる端末の届け先。自分のだけ / Devices one has chosen; one’s own only.',
  })
  pushEndpoints(@Root() { id }: Viewer, @Ctx() context: TimelineRequest) {
    return requirePerson(context).userId === id ? endpointsOf(context) : null;
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PushSubscriptionPayload, { description: 'この端末に知らせる / Tells this device from now on.' })
  pushSubscriptionSave(
    @Arg('input', () => PushSubscriptionInput, { description: '端末 / The device.' }) input: PushSubscriptionInput,
    @Ctx() context: TimelineRequest,
  ) {
    return chooseDevice(context, input);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PushSubscriptionPayload, { description: 'この端末に知らせるのをやめる / Tells this device no more.' })
  pushSubscriptionRemove(
    @Arg('endpoint', () => UrlScalar, { description: '届け先 / Where the push service takes it.' }) endpoint: URL,
    @Ctx() context: TimelineRequest,
  ) {
    return dropDevice(context, endpoint);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => PushTestPayload, { description: '自分の端末に試しに送る / Sends a trial to one’s own device, now.' })
  async pushTest(
    @Arg('endpoint', () => UrlScalar, { description: '届け先 / Where the push service takes it.' }) endpoint: URL,
    @Ctx() context: TimelineRequest,
  ) {
    return { result: await tryDevice(context, endpoint), userErrors: [] };
  }
}
