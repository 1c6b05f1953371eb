import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { ConsentContext } from '../platform/index.ts';
import { readConsentText } from './consent-text.service.ts';
import { ConsentTextType } from './consent-text.type.ts';

@Resolver(() => ConsentTextType)
export class ConsentTextResolver {
  @Directive('@tag(name: "internal")')
  @Query(() => ConsentTextType, { description: '今の同意書の文面(様式3-1) / Current wording of form 3-1.' })
  async consentText(
    @Ctx() context: ConsentContext,
    @Arg('version', () => String, { nullable: true, description: '版。省くと今の版 / Version; the current one when left out.' })
    version: string | null,
    @Arg('locale', () => String, { nullable: true, defaultValue: 'ja', description: '言語 ja / en / Language, ja or en.' })
    locale: string | null,
  ): Promise<ConsentTextType> {
    const { effective_on: effectiveOn, title, sections, version: found } = await readConsentText(context, locale ?? 'ja', version);
    return { version: found, title, sections, effectiveOn };
  }
}
