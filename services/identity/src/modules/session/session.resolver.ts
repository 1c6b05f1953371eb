import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { revokeAll, revokeAllOthers, revokeOwn } from './revocation.service.ts';
import { SessionRevokeAllOthersPayload, SessionRevokeAllPayload, SessionRevokePayload, SessionType } from './session.type.ts';

@Resolver(() => SessionType)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: '今使っているもの / Whether it is the one in use.' })
  isCurrent(@Root() session: SessionType, @Ctx() { viewer }: IdentityContext): boolean {
    return viewer.type === 'person' && viewer.sessionId === session.id;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'ブラウザーと機種 例「Safari · iPadOS」 / Browser and system, e.g. "Safari · iPadOS".',
  })
  deviceLabel(@Root() { device }: SessionType): string | null {
    return device ?? null;
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

  @Directive('@tag(name: "internal")')
  @Mutation(() => SessionRevokeAllPayload, {
    description: "今使っているものも含めてすべて止める / Ends all of one's sessions, the one in use too.",
  })
  async sessionRevokeAll(@Ctx() context: IdentityContext): Promise<SessionRevokeAllPayload> {
    return { revokedCount: await revokeAll(context), userErrors: [] };
  }
}
