import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { revokeAllOthers, revokeOwn } from './revocation.service.ts';
import { SessionRevokeAllOthersPayload, SessionRevokePayload, SessionType } from './session.type.ts';

@Resolver(() => SessionType)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: '今使っているもの / Whether it is the one in use.' })
  isCurrent(@Root() session: SessionType, @Ctx() { viewer }: IdentityContext): boolean {
    return viewer.type === 'person' && viewer.sessionId === session.id;
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SessionRevokePayload, { description: "自分のサインインを1つ止める / Ends one of one's own sessions." })
  async sessionRevoke(
    @Arg('id', () => ID, { description: 'サインイン / The session.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<SessionRevokePayload> {
    const problems = await revokeOwn(context, id);
    return { sessionId: problems.length > 0 ? null : id, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => SessionRevokeAllOthersPayload, {
    description: "今使っているもの以外をすべて止める / Ends all of one's sessions but the one in use.",
  })
  async sessionRevokeAllOthers(@Ctx() context: IdentityContext): Promise<SessionRevokeAllOthersPayload> {
    return { revokedCount: await revokeAllOthers(context), userErrors: [] };
  }
}
