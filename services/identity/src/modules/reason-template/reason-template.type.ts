import 'reflect-metadata';
import type { UserErrorShape } from '@heya/service-common/errors';
import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { describedEnum } from '../form/index.ts';
import { UserErrorType } from '../problem/index.ts';
import type { TemplateDecision } from './reason-template.entity.ts';

export const TemplateDecisionEnum = describedEnum<TemplateDecision>('TemplateDecision', 'どの判断の文か / For which decision.', {
  RETURN: '差し戻し / Return.',
  REJECT: '却下 / Reject.',
  INSPECT: '部屋の確認 / Look into a room.',
});

@Directive('@tag(name: "internal")')
@ObjectType('ReasonTemplate', { description: '理由のひな形 / A sentence to begin a reason with.' })
export class ReasonTemplateType {
  @Field(() => ID, { nullable: true, description: '識別子。はじめからあるものはnull / Identifier; null for those that came with Heya.' })
  id!: string | null;

  @Field(() => TemplateDecisionEnum, { description: 'どの判断の文か / For which decision.' })
  decision!: TemplateDecision;

  @Field(() => String, { description: '見出し / Label.' })
  label!: string;

  @Field(() => String, { description: '文 / Text.' })
  text!: string;
}

@InputType('ReasonTemplateInput', { description: '理由のひな形 / A sentence to begin a reason with.' })
export class ReasonTemplateInput {
  @Field(() => ID, { description: '新しい識別子(UUIDv7)。二重の登録を防ぐ / The new id (UUIDv7); prevents doubles.' })
  idempotencyKey!: string;

  @Field(() => TemplateDecisionEnum, { description: 'どの判断の文か / For which decision.' })
  decision!: TemplateDecision;

  @Field(() => String, { description: '見出し(40文字まで) / Label, at most 40 characters.' })
  label!: string;

  @Field(() => String, { description: '文(300文字まで) / Text, at most 300 characters.' })
  text!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('ReasonTemplatePayload', { description: '結果 / Result.' })
export class ReasonTemplatePayload {
  @Field(() => ReasonTemplateType, { nullable: true, description: 'ひな形 / The template.' })
  reasonTemplate!: ReasonTemplateType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
