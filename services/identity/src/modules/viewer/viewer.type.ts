import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Viewer', { description: '本人だけの情報の入り口。他の人のものは見えない / Private root of the signed-in person.' })
export class ViewerType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}
