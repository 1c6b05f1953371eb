import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { userErrors } from '../problem/index.ts';
import { UserType } from '../user/index.ts';
import { SharedIdDecideInput } from './shared-id.inputs.ts';
import { can } from './shared-id.policy.ts';
import { decideCase, lanesOf } from './shared-id.service.ts';
import { SharedIdCaseType, SharedIdDecidePayload, SharedIdLaneType } from './shared-id.type.ts';

@Resolver(() => SharedIdCaseType)
export class SharedIdCaseResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'IDの持ち主 / Whose ID it is.' })
  user(@Root() { userId }: SharedIdCaseType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return loaders.user.load(userId);
  }

  @FieldResolver(() => [SharedIdLaneType], {
    description:
      '疑いの前の1時間、端末ごとの使われ方。保存期間を過ぎると空 / The hour before it was seen last, device by device; empty when no longer kept.',
  })
  lanes(@Root() found: SharedIdCaseType, @Ctx() context: IdentityContext): Promise<SharedIdLaneType[]> {
    return lanesOf(context, found);
  }

  @FieldResolver(() => UserType, { nullable: true, description: '判断した職員 / Officer who decided.' })
  async decidedBy(@Root() { decidedBy }: SharedIdCaseType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return decidedBy ? loaders.user.load(decidedBy) : null;
  }

  @FieldResolver(() => Boolean, { description: '見ている人が判断できるか / Whether the viewer may decide.' })
  viewerCanDecide(@Root() found: SharedIdCaseType, @Ctx() { viewer }: IdentityContext): boolean {
    return !found.outcome && can(viewer, 'DECIDE', found).allowed;
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SharedIdDecidePayload, {
    description:
      '同時利用の疑いに判断を記す。止めると、サインインも配信もすぐに終わる / Decides about an ID that may be shared; stopping it ends sign-ins and streams at once.',
  })
  async sharedIdDecide(
    @Arg('id', () => ID, { description: '疑い / The case.' }) id: string,
    @Arg('input', () => SharedIdDecideInput, { description: '判断 / The decision.' }) input: SharedIdDecideInput,
    @Ctx() context: IdentityContext,
  ): Promise<SharedIdDecidePayload> {
    const { found, problems } = await decideCase(context, id, input);
    return { sharedIdCase: found, userErrors: userErrors(problems, context.locale) };
  }
}

@Resolver(() => SharedIdLaneType)
export class SharedIdLaneResolver {
  @FieldResolver(() => FacilityType, { nullable: true, description: '端末を登録した事業所 / Facility the device is registered for.' })
  facility(@Root() { facilityId }: SharedIdLaneType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : Promise.resolve(null);
  }
}
