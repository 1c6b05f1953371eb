/** Reading measured values, and turning a draft into a record. */
import { grant } from '@heya/service-common/holds';
import { problem, type Problem } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import type { PersonViewer } from '@heya/service-common/viewer';
import { look, permit, perRequest, seePatient, timelineClass, type TimelineRequest } from '../access/index.ts';
import { alertsOf, alertSpanMs, looksBack, type Told } from './vitals.alerts.policy.ts';
import { toLife } from './vitals.life.ts';
import { vitalLimits } from './vitals.limits.ts';
import { flagOf, mayCorrect, type Ranges, type VitalsDraft, worstFlag } from './vitals.policy.ts';
import {
  countVitalsOfPatient,
  findLatest,
  findTold,
  findVitals,
  findVitalsOfPatient,
  type LatestRow,
  lockVitals,
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

type Place = Pick<NewVitals, 'roomId' | 'patientId' | 'audience' | 'takenById' | 'takenByName'>;

/** What is stored of a draft that has passed its rules: unit, code and flag as the limits were at that time, and what stands out over days. */
export async function toNewVitals(tx: Em, draft: VitalsDraft, place: Place, ranges: Ranges): Promise<NewVitals> {
  const measurements = draft.measurements.map((measurement): MeasurementRow => ({
    kind: measurement.kind,
    value: measurement.value,
    context: measurement.context ?? null,
    takenAt: draft.takenAt,
    unit: vitalLimits[measurement.kind].unit,
    loincCode: vitalLimits[measurement.kind].loincCode,
    flag: flagOf(measurement, ranges),
  }));
  const told = toldBy(draft);
  const span = [new Date(draft.takenAt.getTime() - alertSpanMs), draft.takenAt] as const;
  const before = looksBack(told) ? await findTold(tx, { ...place, except: draft.corrects?.id ?? null }, span) : [];
  return {
    ...place,
    id: newId(),
    takenAt: draft.takenAt,
    measurements,
    life: told.life,
    alerts: alertsOf(told, before),
    source: draft.source ?? 'MANUAL',
    note: draft.note?.trim() || null,
    oxygenLitersPerMinute: draft.oxygenLitersPerMinute ?? null,
    worstFlag: worstFlag(measurements.map(({ flag }) => flag)),
    correctsId: draft.corrects?.id ?? null,
    correctionReason: draft.corrects?.reason.trim() ?? null,
  };
}

function toldBy(draft: VitalsDraft): Told {
  const valueOf = (kind: string): number | null => draft.measurements.find((one) => one.kind === kind)?.value ?? null;
  return {
    takenAt: draft.takenAt,
    life: toLife(draft),
    weight: valueOf('WEIGHT'),
    fluid: valueOf('FLUID_INTAKE'),
    urine: valueOf('URINE_VOLUME'),
  };
}

type CorrectionCode = 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID_STATE';

/** Where a correction is to stand: beside what it corrects, which is there for the writer and still counts. */
export async function correctionProblems(
  tx: Em,
  context: TimelineRequest,
  id: string,
  place: { roomId: string; audience: string; author: PersonViewer; isTeam: boolean },
): Promise<Problem<CorrectionCode>[]> {
  if (!isId(id)) return [problem('NOT_FOUND', ['id'])];
  await lockVitals(tx, id);
  const [found] = await findVitals(tx, [id]);
  const row = see(context, found);
  if (row?.roomId !== place.roomId.toLowerCase() || row.audience !== place.audience) return [problem('NOT_FOUND', ['id'])];
  if (!mayCorrect(place.author, place.isTeam, row.takenById)) return [problem('FORBIDDEN', ['id'])];
  return row.isCurrent ? [] : [problem('INVALID_STATE', ['id'])];
}

/** What was read of it in this request is read anew. */
export const forgetVitals = (context: TimelineRequest, id: string): unknown => vitalsById(context).clear(id);
