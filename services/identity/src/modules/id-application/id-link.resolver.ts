import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { ViewerType } from '../viewer/index.ts';
import { formErrors } from './form-problem.errors.ts';
import { answerLink, ownLinks } from './id-link.service.ts';
import { IdLinkAnswerPayload, IdLinkType } from './id-link.type.ts';

@Resolver(() => ViewerType)
export class IdLinkResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => [IdLinkType], {
    description: '自分のIDかどうかの確認で、まだ答えていないもの / Questions whether an ID is theirs that wait for an answer.',
  })
  idLinks(@Ctx() context: IdentityContext): Promise<IdLinkType[]> {
    return ownLinks(context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => IdLinkAnswerPayload, {
    description: '自分のIDかどうかに答える。はいなら所属が加わる / Answers whether it is them; yes adds the place.',
  })
  async idLinkAnswer(
    @Arg('id', () => ID, { description: '確認 / The question.' }) id: string,
    @Arg('isMine', () => Boolean, { description: '自分のことか / Whether it is them.' }) isMine: boolean,
    @Ctx() context: IdentityContext,
  ): Promise<IdLinkAnswerPayload> {
    const { link, problems } = await answerLink(context, id, isMine);
    return { idLink: link, userErrors: formErrors(problems, context.locale) };
  }
}
