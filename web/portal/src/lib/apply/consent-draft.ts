import type { ConsentGiver, InformationCategory } from '@heya/client/generated/graphql';
import { draft } from '#lib/drafts.svelte.ts';

export interface Tick {
  granted: boolean;
  family: boolean;
  partners: boolean;
}

export interface ConsentDraft {
  textVersion: string;
  explainedAt: string;
  ticks: Partial<Record<InformationCategory, Tick>>;
  disasterUse: boolean;
  giver: ConsentGiver;
  giverName: string;
  proxyRelation: string;
  proxyReason: string;
  /** YYYY-MM-DD, or empty for none. */
  expiresOn: string;
  onPaper: boolean;
  strokes: string;
}

/** Form 3-1 over its three pages. Nothing is ticked beforehand: each class is a decision of its own (R9). */
export function consentDraft(patientId: () => string) {
  return draft<ConsentDraft>(
    () => `consent:${patientId()}`,
    () => ({
      textVersion: '',
      explainedAt: '',
      ticks: {},
      disasterUse: false,
      giver: 'PATIENT',
      giverName: '',
      proxyRelation: '',
      proxyReason: '',
      expiresOn: '',
      onPaper: false,
      strokes: '',
    }),
  );
}

/** The ticks as the server takes them: family and partners only for what is granted at all. */
export function tickInputs(ticks: ConsentDraft['ticks'], categories: readonly InformationCategory[]) {
  return categories.map((category) => {
    const { granted = false, family = false, partners = false } = ticks[category] ?? {};
    return { category, granted, visibleToFamily: granted && family, visibleToPartners: granted && partners };
  });
}
