/** Reading measured values, and turning a draft into a record. */
import { grant } from '@heya/service-common/holds';
import { newId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { look, permit, perRequest, seePatient, timelineClass, type TimelineRequest } from '../access/index.ts';
import { vitalLimits } from './vitals.limits.ts';
import { flagOf, type VitalsDraft, worstFlag } from './vitals.policy.ts';
import {
  countVitalsOfPatient,
  findLatest,
  findVitals,
  findVitalsOfPatient,
  type LatestRow,
  type MeasurementRow,
  type NewVitals,
  type VitalsRow,
} from './vitals.repository.ts';

/** The only way a record is given out, with its values. */
function see(context: TimelineRequest, row: VitalsRow | undefined): VitalsRow | null {
  const seen = permit(context, row, row?.audience);
  for (const measurement of seen?.measurements ?? []) grant(measurement, [timelineClass]);
  return seen;
}

const vitalsById = perRequest(
  (context) =>
    new DataLoader<string, VitalsRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findVitals(tx, ids);
        const value = ids.map((id) =>
          see(
            context,
            rows.find((row) => row.id === id),
          ),
        );
        return {
          value,
          rooms: value.filter((row) => row !== null),
          refused: { type: 'VitalsRecord', ids: ids.filter((_, index) => !value[index]) },
        };
      }),
    ),
);

export const getVitals = (context: TimelineRequest, id: string): Promise<VitalsRow | null> => vitalsById(context).load(id);

const latestByPatient = perRequest(
  (context) =>
    new DataLoader<string, LatestRow[]>((ids) =>
      look(context, async (tx) => {
        const seen = (await findLatest(tx, ids)).flatMap((row) => permit(context, row, row.audience) ?? []);
        return { value: ids.map((id) => seen.filter(({ patientId }) => patientId === id)), rooms: seen };
      }),
    ),
);

/** @returns the newest value of each kind; null when this person may not see them */
export async function latestVitals(context: TimelineRequest, patientId: string): Promise<MeasurementRow[] | null> {
  return (await seePatient(context, patientId)) && latestByPatient(context).load(patientId);
}

export interface VitalsListing {
  from?: Date | null;
  to?: Date | null;
  first?: number | null;
  after?: string | null;
}

/** A page that can count the whole when asked to. */
export interface VitalsList extends Omit<Connection<VitalsRow>, 'totalCount'> {
  count: () => Promise<number>;
}

/** @returns newest first; null when this person may not see them */
export async function listVitals(
  context: TimelineRequest,
  patientId: string,
  { from, to, first, after }: VitalsListing,
): Promise<VitalsList | null> {
  const size = requirePageSize(first ?? 20);
  const kind = `vitals ${patientId}`;
  const position = openCursor(context.cursors, kind, after) as [number, string] | undefined;
  if (!(await seePatient(context, patientId))) return null;
  const span = { patientId, from: from ?? null, to: to ?? null };
  const rows = await look(context, async (tx) => {
    const found = (await findVitalsOfPatient(tx, span, { after: position, limit: size + 1 })).flatMap((row) => see(context, row) ?? []);
    return { value: found, rooms: found };
  });
  const page = toConnection({
    seal: context.cursors,
    kind,
    rows,
    size,
    continued: Boolean(after),
    position: ({ takenAt, id }) => [takenAt.getTime(), id],
  });
  return { ...page, count: () => context.read((tx) => countVitalsOfPatient(tx, span)) };
}

/** What is stored of a draft that has passed its rules: unit, code and flag as the limits were at that time. */
export function toNewVitals(
  draft: VitalsDraft,
  place: Pick<NewVitals, 'roomId' | 'patientId' | 'audience' | 'takenById' | 'takenByName'>,
): NewVitals {
  const measurements = draft.measurements.map((measurement): MeasurementRow => ({
    kind: measurement.kind,
    value: measurement.value,
    context: measurement.context ?? null,
    takenAt: draft.takenAt,
    unit: vitalLimits[measurement.kind].unit,
    loincCode: vitalLimits[measurement.kind].loincCode,
    flag: flagOf(measurement),
  }));
  return {
    ...place,
    id: newId(),
    takenAt: draft.takenAt,
    measurements,
    source: 'MANUAL',
    note: draft.note?.trim() || null,
    oxygenLitersPerMinute: draft.oxygenLitersPerMinute ?? null,
    worstFlag: worstFlag(measurements.map(({ flag }) => flag)),
  };
}
