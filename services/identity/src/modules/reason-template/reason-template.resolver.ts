import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { userErrors } from '../problem/index.ts';
import { createTemplate, dropTemplate, offeredTemplates, replaceTemplate } from './reason-template.service.ts';
import { ReasonTemplateInput, ReasonTemplatePayload, ReasonTemplateType } from './reason-template.type.ts';

@Resolver(() => ReasonTemplateType)
export class ReasonTemplateResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => [ReasonTemplateType], {
    description:
      '差し戻し・却下・部屋の確認の理由のひな形（職員だけ） / Sentences for returning, rejecting and looking into rooms; for officers.',
  })
  reasonTemplates(@Ctx() context: IdentityContext): Promise<ReasonTemplateType[]> {
    return offeredTemplates(context);
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReasonTemplatePayload, { description: '地区のひな形を加える / Adds a sentence of the district.' })
  async reasonTemplateCreate(
    @Arg('input', () => ReasonTemplateInput, { description: 'ひな形 / The template.' }) input: ReasonTemplateInput,
    @Ctx() context: IdentityContext,
  ): Promise<ReasonTemplatePayload> {
    const { template, problems } = await createTemplate(context, input);
    return { reasonTemplate: template, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReasonTemplatePayload, {
    description: '地区のひな形を書き直す。前の文は記録に残る / Writes a sentence of the district anew; the one before stays in the record.',
  })
  async reasonTemplateReplace(
    @Arg('id', () => ID, { description: '書き直すひな形 / The template to be replaced.' }) id: string,
    @Arg('input', () => ReasonTemplateInput, { description: '新しいひな形 / The new template.' }) input: ReasonTemplateInput,
    @Ctx() context: IdentityContext,
  ): Promise<ReasonTemplatePayload> {
    const { template, problems } = await replaceTemplate(context, id, input);
    return { reasonTemplate: template, userErrors: userErrors(problems, context.locale) };
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => ReasonTemplatePayload, { description: '地区のひな形を外す / Takes a sentence of the district away.' })
  async reasonTemplateRemove(
    @Arg('id', () => ID, { description: 'ひな形 / The template.' }) id: string,
    @Ctx() context: IdentityContext,
  ): Promise<ReasonTemplatePayload> {
    const { template, problems } = await dropTemplate(context, id);
    return { reasonTemplate: template, userErrors: userErrors(problems, context.locale) };
  }
}
