/** The wording as the API shows it. */
import { DateScalar } from '@heya/service-common/graphql-types';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('ConsentTextSection', { description: '文面の一節 / A section of the wording.' })
export class ConsentTextSectionType {
  @Field(() => String, { description: '見出し / Heading.' })
  heading!: string;

  @Field(() => String, { description: '本文 / Body.' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'やさしい日本語の本文 / The same in plain Japanese.' })
  plainBody!: string | null;
}

@ObjectType('ConsentText', { description: '同意書の文面(様式3-1) / Wording of form 3-1.' })
export class ConsentTextType {
  @Field(() => String, { description: '版 / Version.' })
  version!: string;

  @Field(() => String, { description: '題 / Title.' })
  title!: string;

  @Field(() => [ConsentTextSectionType], {
    description: '見出しごとの文面。読み上げ・ふりがなに使う / Sectioned so that it can be read aloud and ruby-annotated.',
  })
  sections!: ConsentTextSectionType[];

  @Field(() => DateScalar, { description: '使い始めた日 / In effect since.' })
  effectiveOn!: string;
}
