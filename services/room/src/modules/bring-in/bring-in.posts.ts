/** From the communications of a bundle to posts as they were read there. Pure. */
import { containsMyNumber } from '@heya/service-common/my-number';
import { systems } from '../take-along/index.ts';
import { codeOf, idOf, type Read } from './bring-in.fhir.ts';

export interface BroughtPost {
  sourceId: string;
  sourceRoomId: string;
  audience: 'CARE_TEAM' | 'EVERYONE';
  isImportant: boolean;
  authorLabel: string;
  body: string | null;
  readings: string[];
  /** RFC 3339. */
  observedAt: string;
  writtenAt: string;
}

/** @param roomId the room of the package; a post that it had been brought itself says where it was written */
export function toPosts(read: Read, roomId: string): BroughtPost[] {
  const values = new Map(read.Observation.map((each) => [each.id, each]));
  return read.Communication.map((each) => ({
    sourceId: each.id,
    sourceRoomId: each.meta.source?.replace(/^urn:uuid:/, '') ?? roomId,
    // Whatever does not say that it is for everyone is for the care team alone.
    audience: each.category.some((one) => codeOf(one, systems.audience) === 'EVERYONE') ? 'EVERYONE' : 'CARE_TEAM',
    isImportant: each.priority === 'urgent' || each.priority === 'stat',
    authorLabel: each.sender.display ?? '',
    body: [retractionOf(each), ...each.payload.map(({ contentString }) => contentString)].filter(Boolean).join('\n') || null,
    readings: each.about.flatMap((about) => readingOf(values.get(idOf(about) ?? ''))),
    observedAt: each.note.find(({ time }) => time)?.time ?? each.sent,
    writtenAt: each.sent,
  }));
}

/** What had been taken back there is read as that here. */
const retractionOf = ({ status, statusReason }: Read['Communication'][number]): string | null =>
  status === 'entered-in-error' ? `【取り消し：${statusReason?.text ?? ''}】` : null;

type Value = Read['Observation'][number];

function readingOf(value: Value | undefined): string[] {
  if (!value) return [];
  const measured = [value.code.text, saidOf(value)].filter(Boolean).join(' ');
  const beside = value.note.map((each) => each.text).join('、');
  return [beside ? `${measured}（${beside}）` : measured];
}

function saidOf({ valueQuantity: quantity, valueInteger, valueBoolean, valueCodeableConcept, valueString }: Value): string | undefined {
  if (quantity) return `${quantity.value}${quantity.unit ?? ''}`;
  if (valueBoolean !== undefined) return valueBoolean ? 'あり' : 'なし';
  return valueInteger?.toString() ?? valueCodeableConcept?.text ?? valueString;
}

/** R21: in whatever is kept of a post. */
export const holdsMyNumber = ({ authorLabel, body, readings }: BroughtPost): boolean =>
  [authorLabel, body ?? '', ...readings].some(containsMyNumber);
