/** Headings to begin a text of each kind with; what stands empty is not a text. */
import type { PostKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const templates: Record<PostKind, (() => string) | null> = {
  NOTE: m.template_note,
  MEDICAL_NOTE: m.template_medical,
  CARE_NOTE: m.template_care,
  MEDICATION: m.template_medication,
  HANDOVER: m.template_handover,
  QUESTION: m.template_question,
  SAFETY: m.template_safety,
  VITALS: null,
  PHOTO: null,
  WOUND: null,
  SYSTEM: null,
};

/** @returns headings, a line each; null for a kind that nobody writes by hand */
export const templateFor = (kind: PostKind): string | null => templates[kind]?.() ?? null;

/** What was typed stays before it. */
export const withTemplate = (body: string, template: string): string => (body.trim() ? `${body.trimEnd()}\n${template}` : template);

/** Whether nothing but headings stands there. */
export function isOnlyHeadings(body: string, template: string | null): boolean {
  const headings = new Set((template ?? '').split('\n'));
  const lines = body.split('\n').map((line) => line.trim());
  return lines.some(Boolean) && lines.every((line) => line === '' || headings.has(line));
}
