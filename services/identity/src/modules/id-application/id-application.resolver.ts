import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { PledgeType, resolvePledge } from '../pledge/index.ts';
import { UserType } from '../user/index.ts';
import { formErrors } from './form-problem.errors.ts';
import { IdApplicationReviewInput } from './id-application.inputs.ts';
import { applicationsFor, matchesOf } from './id-application.list.service.ts';
import { toApplication, toConnectionType, toMatch } from './id-application.mapper.ts';
import { IdApplicationReviewPayload } from './id-application.payload.type.ts';
import { resolveIdApplication } from './id-application.reference.ts';
import { reviewApplication } from './id-application.review.service.ts';
import { ApplicationEntryType, IdApplicantType, IdApplicationConnection, IdApplicationType, IdentityMatch } from './id-application.type.ts';

@Resolver(() => IdApplicationType)
export class IdApplicationResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => IdApplicationType, {
    nullable: true,
    description: 'IDの申請。見えないときはnull / An application for IDs; null when not visible.',
  })
  idApplication(
    @Arg('id', () => ID, { description: '識別子 / Identifier.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationType | null> {
    return resolveIdApplication({ id }, context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => IdApplicationReviewPayload, {
    description:
      '審査する。確認した職員とは別の職員が承認すると、IDが発行される / Reviews; approval by another officer than who checked issues the IDs.',
  })
  async idApplicationReview(
    @Arg('id', () => ID, { description: '申請 / The application.' }) id: string,
    @Arg('input', () => IdApplicationReviewInput, { description: '審査 / The review.' }) input: IdApplicationReviewInput,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationReviewPayload> {
    const { application, letters, problems } = await reviewApplication(context, id, input);
    return {
      idApplication: application && toApplication(application, context.viewer),
      issued: letters,
      userErrors: formErrors(problems, context.locale),
    };
  }

  @FieldResolver(() => [PledgeType], { description: '一緒に出された誓約書 / Pledges handed in with it.' })
  async pledges(@Root() { pledgeId }: IdApplicationType, @Ctx() context: IdentityContext): Promise<PledgeType[]> {
    const found = pledgeId ? await resolvePledge({ id: pledgeId }, context) : null;
    return found ? [found as PledgeType] : [];
  }

  @FieldResolver(() => FacilityType, {
    nullable: true,
    description: '事業所。まだないときはnull / The facility; null while there is none.',
  })
  async facility(@Root() { facilityId }: IdApplicationType, @Ctx() { loaders }: IdentityContext): Promise<FacilityType | null> {
    return facilityId ? loaders.facility.load(facilityId) : null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: '確認した職員 / Officer who checked it.' })
  async checkedBy(@Root() { checkedById }: IdApplicationType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return checkedById ? loaders.user.load(checkedById) : null;
  }

  @FieldResolver(() => UserType, { nullable: true, description: '判断した職員 / Officer who decided.' })
  async decidedBy(@Root() { decidedById }: IdApplicationType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return decidedById ? loaders.user.load(decidedById) : null;
  }
}

@Resolver(() => ApplicationEntryType)
export class ApplicationEntryResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '職員。申請した人のときはnull / The officer; null: who applied.' })
  async officer(@Root() { officerId }: ApplicationEntryType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return officerId ? loaders.user.load(officerId) : null;
  }
}

@Resolver(() => IdApplicantType)
export class IdApplicantResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '発行した、または所属を加えたID / The ID issued or added to.' })
  async issuedUser(@Root() { issuedUserId }: IdApplicantType, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return issuedUserId ? loaders.user.load(issuedUserId) : null;
  }

  @FieldResolver(() => [IdentityMatch], {
    description:
      '同じ人と思われるID(ほかの地区を含む)。職員だけ、審査の間だけ / IDs that seem to be of the same person; for officers, while in review.',
  })
  async matches(@Root() { applicationId, id }: IdApplicantType, @Ctx() context: IdentityContext): Promise<IdentityMatch[]> {
    const found = await matchesOf(context, { applicationId, applicantId: id });
    return found.map(toMatch);
  }
}

@Resolver(() => IdentityMatch)
export class IdentityMatchResolver {
  @FieldResolver(() => UserType, { nullable: true, description: '同じ地区のIDのとき、その人 / The person, when of the same district.' })
  async user(@Root() { userId }: IdentityMatch, @Ctx() { loaders }: IdentityContext): Promise<UserType | null> {
    return userId ? loaders.user.load(userId) : null;
  }
}

@Resolver(() => FacilityType)
export class FacilityApplicationsResolver {
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => IdApplicationConnection, {
    nullable: true,
    description:
      'この事業所のIDの申請。新しい順。職員と管理者だけ / Applications for this facility, newest first; for officers and its administrators.',
  })
  async idApplications(
    @Root() facility: FacilityType,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '件数(1–100) / How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'このカーソルの後 / After this cursor.' }) after: string | null,
    @Ctx() context: IdentityContext,
  ): Promise<IdApplicationConnection | null> {
    const found = await applicationsFor(context, facility, { first, after });
    return found && toConnectionType(found, context.viewer);
  }
}
