/** Handing a member over to the center, and what became of it. */
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { membershipLoaders, RoomMembershipType, toMembership } from '../membership/index.ts';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { resolveRoom, RoomType } from '../room/index.ts';
import { referralLoaders } from './support-referral.access.ts';
import { SupportReferralInput } from './support-referral.inputs.ts';
import { toReferral } from './support-referral.mapper.ts';
import { createReferral } from './support-referral.service.ts';
import { SupportReferralCreatePayload, SupportReferralType } from './support-referral.type.ts';

@Resolver(() => SupportReferralType)
export class SupportReferralResolver {
  @Directive('@tag(name: "internal")')
  @Mutation(() => SupportReferralCreatePayload, {
    description: '困っている参加者を支援センターにつなぐ。できるのは世話役だけ / Hands a member over to the centre; only the steward can.',
  })
  async supportReferralCreate(
    @Ctx() context: RoomContext,
    @Arg('input', () => SupportReferralInput, { description: '内容 / What about.' }) input: SupportReferralInput,
  ): Promise<SupportReferralCreatePayload> {
    const { referral, problems } = await createReferral(context, input);
    return { supportReferral: referral && toReferral(referral), userErrors: userErrors(problems, context.locale) };
  }

  @FieldResolver(() => RoomType, { nullable: true, description: '部屋。見られないときはnull / The room; null when not yours to see.' })
  room(@Root() { roomId }: SupportReferralType, @Ctx() context: RoomContext): Promise<RoomType | null> {
    return resolveRoom({ id: roomId }, context);
  }

  @FieldResolver(() => RoomMembershipType, {
    nullable: true,
    description: '困っている参加者。部屋の外からはnull / The member; null from outside the room.',
  })
  async member(@Root() { membershipId }: SupportReferralType, @Ctx() context: RoomContext): Promise<RoomMembershipType | null> {
    const row = await membershipLoaders(context).byId.load(membershipId);
    return row && toMembership(row);
  }
}

@Resolver(() => RoomType)
export class RoomReferralsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [SupportReferralType], {
    description:
      'センターにつないだ参加者。新しい順に50件まで。世話役にだけ見える / Members handed over, newest first, at most 50; for the steward.',
  })
  async supportReferrals(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<SupportReferralType[]> {
    return (await referralLoaders(context).ofRoom.load(id)).map(toReferral);
  }
}
