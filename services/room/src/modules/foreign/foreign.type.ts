/** Entities of other services that this one refers to or adds to. */
import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('User', { description: 'IDを持つ人 / A person with an ID.' })
export class UserType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Viewer', { description: '今サインインしている人 / The person who is signed in.' })
export class ViewerType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Facility', { description: '医療機関・介護事業所 / A medical or care facility.' })
export class FacilityType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Consent', { description: '利用に関する同意書(様式3-1) / Patient consent.' })
export class ConsentType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;
}

/** A reference to another entity, or null. */
export const referTo = (id: string | null | undefined): { id: string } | null => (id ? { id } : null);
