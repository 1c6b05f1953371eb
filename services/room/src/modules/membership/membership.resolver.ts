/** Memberships, invitations and their acceptance. */
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { UserType, ViewerType } from '../foreign/index.ts';
import { listInvitations, membershipLoaders } from './membership.access.ts';
import { professionLabel } from './membership.label.ts';
import { toMembership } from './membership.mapper.ts';
import { remindMember } from './membership.remind.service.ts';
import { acceptInvitation } from './membership.service.ts';
import { RoomMembershipPayload, RoomMembershipType } from './membership.type.ts';
import { roomCounts } from './room-count.access.ts';

@Resolver(() => RoomMembershipType)
export class RoomMembershipResolver {
  @FieldResolver(() => String, { nullable: true, description: '職種 / Profession.' })
  professionLabel(@Root() { profession }: RoomMembershipType, @Ctx() { locale }: RoomContext): string | null {
    return professionLabel(profession, locale);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomMembershipPayload, {
    description: '招待を受ける。受けられるのは招待された本人だけ / Accepts an invitation; only the invited person can.',
  })
  async roomInvitationAccept(
    @Ctx() context: RoomContext,
    @Arg('membershipId', () => ID, { description: '招待の識別子 / The invitation.' }) membershipId: string,
  ): Promise<RoomMembershipPayload> {
    const { membership, problems } = await acceptInvitation(context, membershipId);
    return { membership: membership && toMembership(membership), userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => RoomMembershipPayload, {
    description:
      '招待中の人に参加をお願いする。世話役か申込者だけ。1日に1度 / Asks an invited person to come; by the steward or the applicant, once a day.',
  })
  async roomMembershipRemind(
    @Ctx() context: RoomContext,
    @Arg('membershipId', () => ID, { description: '招待の識別子 / The invitation.' }) membershipId: string,
  ): Promise<RoomMembershipPayload> {
    const { membership, problems } = await remindMember(context, membershipId);
    return { membership: membership && toMembership(membership), userErrors: userErrors(problems, context.locale) };
  }
}

@Resolver(() => ViewerType)
export class ViewerInvitationsResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [RoomMembershipType], {
    nullable: true,
    description: '返事を待っている招待 / Invitations that wait for your answer.',
  })
  async invitations(@Ctx() context: RoomContext): Promise<RoomMembershipType[]> {
    return (await listInvitations(context)).map(toMembership);
  }
}

@Resolver(() => UserType)
export class UserMembershipsResolver {
  @FieldResolver(() => [RoomMembershipType], {
    nullable: true,
    description: '閲覧者と共通の部屋だけ / Only memberships in rooms the viewer shares.',
  })
  async sharedMemberships(@Root() { id }: UserType, @Ctx() context: RoomContext): Promise<RoomMembershipType[]> {
    return (await membershipLoaders(context).shared.load(id)).map(toMembership);
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'この事業所から参加している部屋の数。事業所の管理者にだけ見える / How many rooms the person is in through this facility; for its administrators alone.',
  })
  roomCount(
    @Root() { id }: UserType,
    @Arg('facilityId', () => ID, { description: '事業所 / The facility.' }) facilityId: string,
    @Ctx() context: RoomContext,
  ): Promise<number | null> {
    return roomCounts(context, facilityId).load(id);
  }
}
