import { Field, ID, InputType } from 'type-graphql';

@InputType('ScanPagesFileInput', { description: '紙を申請に入れる / Files pages to an application.' })
export class ScanPagesFileInput {
  @Field(() => [ID], { description: '紙(200枚まで) / The pages, at most 200.' })
  pageIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: '見たときにあった仕事。仕分け前ならnull / Where they lay when they were looked at; null: not filed yet.',
  })
  fromTaskId?: string | null;

  @Field(() => ID, { description: '入れる先の仕事 / The item of the inbox that they belong to.' })
  taskId!: string;
}

@InputType('ScanPagesDiscardInput', { description: '紙を捨てる / Discards pages.' })
export class ScanPagesDiscardInput {
  @Field(() => [ID], { description: '紙(200枚まで) / The pages, at most 200.' })
  pageIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: '見たときにあった仕事。仕分け前ならnull / Where they lay when they were looked at; null: not filed yet.',
  })
  fromTaskId?: string | null;

  @Field(() => String, { description: '理由(300文字まで) / Why, at most 300 characters.' })
  reason!: string;
}
