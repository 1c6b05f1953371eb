/** How an ask stands, over GraphQL. */
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, User } from '../access/index.ts';
import { type AskState, askState, deputyRefusal, mayStep } from './ask.policy.ts';
import type { AskRow } from './ask.repository.ts';
import { Ask, AskDeputy, AskEscalation, AskStateEnum } from './ask.type.ts';

@Resolver(() => Ask)
export class AskResolver {
  @FieldResolver(() => User, { nullable: true })
  toUser(@Root() { toUserId }: AskRow): User | null {
    return toUserId ? { id: toUserId } : null;
  }

  @FieldResolver(() => User, { nullable: true })
  takenBy(@Root() { takenById }: AskRow): User | null {
    return takenById ? { id: takenById } : null;
  }

  @FieldResolver(() => AskStateEnum)
  state(@Root() ask: AskRow, @Ctx() context: TimelineRequest): AskState {
    return askState(ask, context.now());
  }

  @FieldResolver(() => Boolean, { description: '自分が引き受けられるか / Whether the caller may take it on.' })
  viewerCanTake(@Root() ask: AskRow, @Ctx() context: TimelineRequest): boolean {
    requirePerson(context);
    return mayStep('TAKEN', ask);
  }

  @FieldResolver(() => Boolean, { description: '自分が終わりにできるか / Whether the caller may say that it is done.' })
  viewerCanComplete(@Root() ask: AskRow, @Ctx() context: TimelineRequest): boolean {
    requirePerson(context);
    return mayStep('DONE', ask);
  }

  @FieldResolver(() => [AskDeputy])
  deputies(@Root() { deputies }: AskRow): AskDeputy[] {
    return deputies.map(({ userId, byName, at }) => ({ user: userId ? { id: userId } : null, byName, at: new Date(at) }));
  }

  @FieldResolver(() => [AskEscalation])
  escalations(@Root() { escalations }: AskRow): AskEscalation[] {
    return escalations.map(({ step, at }) => ({ step, at: new Date(at) }));
  }

  @FieldResolver(() => [User])
  owedBy(@Root() { owedByIds }: AskRow): User[] {
    return owedByIds.map((id) => ({ id }));
  }

  @FieldResolver(() => Boolean, { description: '自分が代わりの人を頼めるか / Whether the caller may name a deputy.' })
  viewerCanNameDeputy(@Root() ask: AskRow, @Ctx() context: TimelineRequest): boolean {
    requirePerson(context);
    return !deputyRefusal(ask);
  }

  @FieldResolver(() => Boolean)
  hasDeputy(@Root() { deputies }: AskRow): boolean {
    return deputies.length > 0;
  }

  @FieldResolver(() => Int, { nullable: true })
  escalationStep(@Root() { escalations }: AskRow): number | null {
    return escalations.at(-1)?.step ?? null;
  }
}
