/** How long an enrolment lasts, and where it stands. Pure. */
import type { CodeShape } from '../credential/index.ts';
import type { Enrolment } from './enrolment.entity.ts';

/** 67 bits; what is tried is throttled as well. */
export const codeShape: CodeShape = { groups: 3, group: 5 };

const day = 24 * 3_600_000;

export const codeDeadline = (now: Date, days: number): Date => new Date(now.getTime() + days * day);

type Facts = Pick<Enrolment, 'expiresAt' | 'completedAt' | 'replacedAt' | 'codeHash'>;

export const isOpen = ({ completedAt, replacedAt }: Pick<Facts, 'completedAt' | 'replacedAt'>): boolean => !completedAt && !replacedAt;

/** Whether its code still opens it. */
export const takesCode = (enrolment: Facts, now: Date): boolean =>
  isOpen(enrolment) && Boolean(enrolment.codeHash) && now < enrolment.expiresAt;
