/** From what was found to what is given out: of each person in a check what leads, what is behind it, and what the viewer may do. */
import { grant } from '@heya/service-common/holds';
import { safetyClass } from '../access/index.ts';
import type { ReportRow, SubjectRow } from './safety-report.repository.ts';
import { boardKey, compareBoard, type SafetyStatus, type Stand, standOf } from './safety-report.policy.ts';

/** Whose place on the board it is, under the right with which it was found. */
export type Subject = Omit<SubjectRow, 'authority' | 'open'> & { authority: SubjectRow['authority'] | 'MUNICIPALITY'; open: boolean };

export interface ReportView {
  id: string;
  subject: Subject;
  patientName: string;
  locality: string | null;
  roomNumber: string | null;
  status: SafetyStatus;
  place: ReportRow['place'];
  placeNote: string | null;
  evidence: ReportRow['evidence'] | null;
  needs: string | null;
  note: string | null;
  device: string | null;
  powerMinutesLeft: number | null;
  powerEndsAt: Date | null;
  observedAt: Date | null;
  reportedAt: Date | null;
  reportedById: string | null;
  reportedByName: string | null;
  reportedByLabel: string | null;
  facilityName: string | null;
  retractedAt: Date | null;
  isContradicted: boolean;
  viewerCanReport: boolean;
  viewerCanRetract: boolean;
  all: ReportView[];
}

export interface BoardPlace {
  subject: Subject;
  stand: Stand<ReportRow>;
}

/** @returns everybody in a check in the order of the board */
export function boardOf(subjects: readonly Subject[], reports: readonly ReportRow[]): BoardPlace[] {
  const byPatient = Map.groupBy(reports, ({ patientId }) => patientId);
  const places = subjects.map((subject) => ({ subject, stand: standOf(byPatient.get(subject.patientId) ?? []) }));
  return places.toSorted((a, b) => compareBoard(keyOfPlace(a), keyOfPlace(b)));
}

export const keyOfPlace = ({ subject, stand }: BoardPlace): [number, number, number, string] => boardKey(stand, subject.patientId);

const ofPerson = (subject: Subject) => ({
  subject,
  patientName: subject.name ?? '',
  locality: subject.locality,
  roomNumber: subject.roomNumber,
});

const nothing = {
  place: null,
  placeNote: null,
  evidence: null,
  needs: null,
  note: null,
  device: null,
  powerMinutesLeft: null,
  observedAt: null,
  reportedAt: null,
  reportedById: null,
  reportedByName: null,
  reportedByLabel: null,
  facilityName: null,
  retractedAt: null,
} satisfies Partial<ReportView>;

export interface ViewSettings {
  /** null: nobody who could take part. */
  userId: string | null;
  isRunning: boolean;
}

/** One report for itself. @param settings who reads */
export function viewOfReport(row: ReportRow, subject: Subject, { userId, isRunning }: ViewSettings): ReportView {
  const { fingerprint: _fingerprint, checkId: _check, roomId: _room, patientId: _patient, districtId: _district, ...said } = row;
  const powerEndsAt = row.powerMinutesLeft === null ? null : new Date(row.observedAt.getTime() + row.powerMinutesLeft * 60_000);
  const canReport = isRunning && subject.open;
  return open({
    ...ofPerson(subject),
    ...said,
    powerEndsAt,
    isContradicted: false,
    viewerCanReport: canReport,
    viewerCanRetract: canReport && row.retractedAt === null && row.reportedById === userId,
    all: [],
  });
}

/** Somebody's place on the board: what leads. */
export function viewOfPlace({ subject, stand }: BoardPlace, settings: ViewSettings): ReportView {
  const { status, lead, powerEndsAt, isContradicted } = stand;
  const leading = lead ? viewOfReport(lead, subject, settings) : null;
  return open({
    ...ofPerson(subject),
    ...nothing,
    viewerCanRetract: false,
    ...leading,
    id: placeId(subject),
    status,
    powerEndsAt,
    isContradicted,
    viewerCanReport: settings.isRunning && subject.open,
    all: stand.all.map((row) => viewOfReport(row, subject, settings)),
  });
}

/** Of a place on the board, whatever leads there. */
export const placeId = ({ checkId, patientId }: Pick<Subject, 'checkId' | 'patientId'>): string => `${checkId}.${patientId}`;

const open = (view: ReportView): ReportView => grant(view, [safetyClass]);
