/** The wording of form 3-1 as data: per district, version and language. The zero district holds the model wording. */
import { defineEntity, p } from '@mikro-orm/core';

export interface TextSection {
  heading: string;
  body: string;
  /** The same in plain words. */
  plainBody: string | null;
}

export const consentText = defineEntity({
  name: 'ConsentText',
  properties: {
    districtId: p.uuid().primary(),
    version: p.text().primary(),
    locale: p.text().primary(),
    title: p.text(),
    sections: p.json().$type<TextSection[]>(),
    effectiveOn: p.date(),
    /** SHA-256 over title and sections. */
    hash: p.text(),
  },
});
