import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@tag(name: "internal")')
@ObjectType('PrintedFile', { description: '印刷する書面(PDF) / A paper to print, as a PDF.' })
export class PrintedFile {
  @Field(() => String, { description: 'ファイルの名前 / Name of the file.' })
  fileName!: string;

  @Field(() => String, { description: 'PDF(base64) / The PDF in base64.' })
  base64!: string;
}
