import { Ctx, Directive, FieldResolver, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { FacilityType } from '../facility/index.ts';
import { ownSessions, requirePerson, SessionType } from '../session/index.ts';
import { UserType } from '../user/index.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'ログイン中の人。未ログインはnull / The signed-in person; null when signed out.',
  })
  viewer(@Ctx() { viewer }: IdentityContext): ViewerType | null {
    return viewer.type === 'person' ? { id: viewer.userId } : null;
  }

  @FieldResolver(() => UserType, { description: '本人 / The person.' })
  user(@Ctx() context: IdentityContext): Promise<UserType | null> {
    return context.loaders.user.load(requirePerson(context).userId);
  }

  @FieldResolver(() => FacilityType, { nullable: true, description: '今の所属 / Where the person works in this session.' })
  async activeFacility(@Ctx() context: IdentityContext): Promise<FacilityType | null> {
    const { facilityId } = requirePerson(context);
    return facilityId ? context.loaders.facility.load(facilityId) : null;
  }

  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [SessionType], { description: 'サインインしている端末・画面 / Where one is signed in.' })
  sessions(@Ctx() context: IdentityContext): Promise<SessionType[]> {
    return ownSessions(context);
  }
}
