/** Invitations of family and patients: given out, called off, printed, opened and accepted. */
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RoomMembershipPayload, toMembership } from '../membership/index.ts';
import { type RoomContext, userErrors } from '../platform/index.ts';
import { RoomType } from '../room/index.ts';
import { ViewerType } from '../foreign/index.ts';
import { factsOf, familyLoaders, listWaiting } from './family-invitation.access.ts';
import { FamilyAcceptInput, FamilyInvitationInput, FamilyProofInput } from './family-invitation.inputs.ts';
import { acceptFamily, openInvitation, prepareAccount } from './family-invitation.join.service.ts';
import { printLetter } from './family-invitation.letter.service.ts';
import { toInvitation, toWelcome } from './family-invitation.mapper.ts';
import { can } from './family-invitation.policy.ts';
import { cancelInvitation, inviteFamily, type InvitationOutcome } from './family-invitation.service.ts';
import {
  FamilyAcceptPayload,
  FamilyAccountPayload,
  FamilyInvitationPayload,
  FamilyInvitationType,
  FamilyLetterType,
  FamilyWelcomePayload,
  FamilyWelcomeType,
} from './family-invitation.type.ts';
import { endFamilyMembership } from './family-removal.service.ts';

const internal = Directive('@tag(name: "internal")');
const open = Directive('@tag(name: "public")');

const toPayload = ({ invitation, problems, ...rest }: InvitationOutcome, { locale, now }: RoomContext): FamilyInvitationPayload => ({
  ...rest,
  familyInvitation: invitation && toInvitation(invitation, now()),
  userErrors: userErrors(problems, locale),
});

@Resolver()
export class FamilyInvitationResolver {
  @internal
  @Query(() => FamilyLetterType, {
    nullable: true,
    description: '招待の手紙。コードは招待したときに受け取ったもの / The letter of an open invitation; the code as it was given out.',
  })
  familyInvitationLetter(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '招待 / The invitation.' }) id: string,
    @Arg('code', () => String, { description: '招待コード / The code.' }) code: string,
  ): Promise<FamilyLetterType | null> {
    return printLetter(context, id, code);
  }

  @internal
  @Mutation(() => FamilyInvitationPayload, {
    description:
      '家族・本人を部屋に招待する。世話役か申込者だけ。コードは一度だけ見える / Invites family or the patient; by the steward or the applicant. The code is shown once.',
  })
  async familyInvitationCreate(
    @Ctx() context: RoomContext,
    @Arg('input', () => FamilyInvitationInput, { description: '招待 / The invitation.' }) input: FamilyInvitationInput,
  ): Promise<FamilyInvitationPayload> {
    return toPayload(await inviteFamily(context, input), context);
  }

  @internal
  @Mutation(() => FamilyInvitationPayload, {
    description: '招待を取り消す。コードはすぐ使えなくなる / Calls an invitation off; its code opens nothing from then on.',
  })
  async familyInvitationCancel(
    @Ctx() context: RoomContext,
    @Arg('id', () => ID, { description: '招待 / The invitation.' }) id: string,
  ): Promise<FamilyInvitationPayload> {
    return toPayload(await cancelInvitation(context, id), context);
  }

  @open
  @internal
  @Mutation(() => FamilyWelcomePayload, {
    description:
      '招待を開く(ログイン不要)。コードが違うときも生年月日が違うときも期限切れのときも同じ答え / Opens an invitation; no sign-in. One answer for a wrong code, a wrong birth date and one that is over.',
  })
  async familyInvitationOpen(
    @Ctx() context: RoomContext,
    @Arg('input', () => FamilyProofInput, { description: 'コードと生年月日 / Code and birth date.' }) input: FamilyProofInput,
  ): Promise<FamilyWelcomePayload> {
    const { invitation, problems } = await openInvitation(context, input);
    return { welcome: invitation && toWelcome(invitation), userErrors: userErrors(problems, context.locale) };
  }

  @open
  @internal
  @Mutation(() => FamilyAccountPayload, {
    description:
      'はじめての人のIDを用意する(ログイン不要)。続きは登録のページで / Prepares an ID for somebody new; no sign-in. They go on at the page of the first sign-in.',
  })
  async familyAccountCreate(
    @Ctx() context: RoomContext,
    @Arg('input', () => FamilyProofInput, { description: 'コードと生年月日 / Code and birth date.' }) input: FamilyProofInput,
  ): Promise<FamilyAccountPayload> {
    const { problems, ...account } = await prepareAccount(context, input);
    return { ...account, userErrors: userErrors(problems, context.locale) };
  }

  @internal
  @Mutation(() => FamilyAcceptPayload, {
    description: '招待を受けて部屋に入る。同意がその時も有効なときだけ / Joins the room, if the consent still stands at that moment.',
  })
  async familyInvitationAccept(
    @Ctx() context: RoomContext,
    @Arg('input', () => FamilyAcceptInput, { description: 'どの招待か / Which invitation.' }) input: FamilyAcceptInput,
  ): Promise<FamilyAcceptPayload> {
    const { membership, problems } = await acceptFamily(context, input);
    return { membership: membership && toMembership(membership), userErrors: userErrors(problems, context.locale) };
  }

  @internal
  @Mutation(() => RoomMembershipPayload, {
    description:
      '家族の参加をすぐに終える。世話役・申込者・本人、または家族自身 / Ends the membership of a family member at once; by the steward, the applicant, the patient or themselves.',
  })
  async familyMembershipEnd(
    @Ctx() context: RoomContext,
    @Arg('membershipId', () => ID, { description: '家族の参加 / The membership.' }) membershipId: string,
  ): Promise<RoomMembershipPayload> {
    const { membership, problems } = await endFamilyMembership(context, membershipId);
    return { membership: membership && toMembership(membership), userErrors: userErrors(problems, context.locale) };
  }
}

@Resolver(() => RoomType)
export class RoomFamilyResolver {
  @internal
  @FieldResolver(() => [FamilyInvitationType], {
    nullable: true,
    description:
      '家族・本人の招待。新しい順。世話役・申込者・本人だけ、ほかはnull / Invitations of family and the patient, newest first; for the steward, the applicant and the patient, else null.',
  })
  async familyInvitations(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<FamilyInvitationType[] | null> {
    const rows = await familyLoaders(context).ofRoom.load(id);
    return rows && rows.map((row) => toInvitation(row, context.now()));
  }

  @internal
  @FieldResolver(() => Boolean, { description: '自分が家族の参加を見て、終えられるか / Whether you see to the family of this room.' })
  async viewerCanManageFamily(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    const room = await familyLoaders(context).rooms.load(id);
    return can(context.viewer, 'MANAGE', room ? factsOf(room) : undefined).allowed;
  }

  @internal
  @FieldResolver(() => Boolean, { description: '自分が家族・本人を招待できるか / Whether you can invite family or the patient.' })
  async viewerCanInviteFamily(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean> {
    const room = await familyLoaders(context).rooms.load(id);
    return can(context.viewer, 'INVITE', room ? factsOf(room) : undefined).allowed;
  }

  @internal
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '同意書で、家族に見せてよい情報が1つでも選ばれているか。家族の参加を見る人にだけ / Whether the consent ticks anything for family; for those who see to it.',
  })
  async familyIsShown(@Root() { id }: RoomType, @Ctx() context: RoomContext): Promise<boolean | null> {
    const room = await familyLoaders(context).rooms.load(id);
    const facts = room ? factsOf(room) : undefined;
    return can(context.viewer, 'MANAGE', facts).allowed ? (facts?.mayCome.FAMILY ?? null) : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerFamilyResolver {
  @internal
  @FieldResolver(() => [FamilyWelcomeType], {
    nullable: true,
    description: 'このIDを作った招待で、返事を待っているもの / Invitations with which this ID was made, that wait for an answer.',
  })
  async familyInvitations(@Ctx() context: RoomContext): Promise<FamilyWelcomeType[]> {
    return (await listWaiting(context)).map(toWelcome);
  }
}
