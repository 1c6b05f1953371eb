/** GraphQL types that every subgraph repeats in the same words. */
import 'reflect-metadata';
import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate, GraphQLPhoneNumber, GraphQLURL } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { UserErrorShape } from './errors.ts';

const scalar = (base: GraphQLScalarType, name: string, description: string, specifiedByURL?: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...base.toConfig(), name, description, specifiedByURL: specifiedByURL ?? null, extensions: {}, astNode: null });

export const DateTimeScalar = scalar(
  GraphQLDateTime,
  'DateTime',
  'RFC 3339 の日時。必ずオフセット付き / RFC 3339 date-time with offset.',
  'https://scalars.graphql.org/andimarek/date-time',
);
/** A calendar day as text, `2026-11-22`. */
export const DateScalar = scalar(
  GraphQLLocalDate,
  'Date',
  "ISO 8601 の日付。和暦は表示側で変換 / ISO 8601 calendar date; era formatting is the client's job.",
  'https://scalars.graphql.org/andimarek/local-date',
);
/** An address as an object; written back as text. */
export const UrlScalar = scalar(GraphQLURL, 'URL', 'アドレス（WHATWG URL） / Address, a WHATWG URL.');
export const PhoneNumberScalar = scalar(GraphQLPhoneNumber, 'PhoneNumber', 'E.164 電話番号 / E.164 phone number.');

@Directive('@shareable')
@ObjectType({ description: 'ページの続き / Where this page ends and whether there is more.' })
export class PageInfo {
  @Field(() => Boolean, { description: '次がある / More after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '前がある / More before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '最初のカーソル / Cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: '最後のカーソル / Cursor of the last item.' })
  endCursor!: string | null;
}

/**
 * The service's UserErrorCode enum and UserError type. Enums of all subgraphs merge in the supergraph.
 * @param codes code → description 日本語 / English
 */
export function defineUserError<Code extends string>(codes: Record<Code, string>): new () => UserErrorShape<Code> {
  const UserErrorCode = Object.fromEntries(Object.keys(codes).map((code) => [code, code]));
  registerEnumType(UserErrorCode, {
    name: 'UserErrorCode',
    description: '利用者が直せる誤りの種類 / Kinds of problem a user can fix.',
    valuesConfig: Object.fromEntries(Object.entries<string>(codes).map(([code, description]) => [code, { description }])),
  });

  @Directive('@shareable')
  @ObjectType('UserError', { description: '利用者が直せる誤り。messageは要求の言語 / A problem the user can fix; message is localised.' })
  class UserError implements UserErrorShape<Code> {
    @Field(() => UserErrorCode, { description: '誤りの種類 / What kind of problem.' })
    code!: Code;

    @Field(() => String, { description: '利用者への説明 / A sentence for the user.' })
    message!: string;

    @Field(() => [String], {
      nullable: true,
      description: '入力の場所 例 ["input","measurements","0","value"] / Path into the input.',
    })
    field!: string[] | null;
  }
  return UserError;
}
