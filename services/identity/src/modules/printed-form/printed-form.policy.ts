/** From a filed application to what its form says (R19). Pure. */
import type { IdChange, IdIssue } from '@heya/forms/contents';
import type { CenterAddress, FormEvent } from '@heya/forms/sheet';
import { spokenPhone } from '@heya/forms/words';
import type { Facility } from '../facility/index.ts';
import type { IdApplication, IssueDetails } from '../id-application/index.ts';
import { type ChangeDetails, changesOf } from '../id-change/index.ts';

type Filed = Pick<IdApplication, 'submittedAt' | 'entries'> & { details: IssueDetails };

/** @param day calendar day in Japan of a time */
export function toContents({ details, submittedAt }: Filed, day: (at: Date) => string): IdIssue {
  return {
    facility: {
      name: details.facilityName,
      nameKana: details.facilityNameKana ?? undefined,
      institutionCode: details.institutionCode,
      kind: details.facilityKind,
      address: wholeAddress(details.municipality, details.address),
      phone: spokenPhone(details.phone),
      fax: details.fax === null ? undefined : spokenPhone(details.fax),
      email: details.contactEmail,
    },
    headName: details.representativeName,
    contactName: details.contactName,
    submittedOn: day(submittedAt),
    applicants: details.applicants.map((applicant) => ({
      name: applicant.name,
      nameKana: applicant.nameKana,
      professions: applicant.professions,
      title: applicant.title ?? undefined,
      birthDate: applicant.birthDate ?? undefined,
      licenceNumber: applicant.licenceNumber ?? undefined,
      email: applicant.email ?? undefined,
      existingId: applicant.existingAccountName ?? undefined,
      isFacilityAdmin: applicant.isFacilityAdmin,
      devices: applicant.devices,
    })),
  };
}

interface FiledChange extends Pick<IdApplication, 'submittedAt' | 'institutionCode'> {
  details: ChangeDetails;
  submitterName: string;
  professions: IdChange['person']['professions'];
  seats: readonly { id: string; roomNumber: string | null }[];
}

/** Form 2-2. @param local day and minute in Japan of a time */
export function toChangeContents(
  { details, submittedAt, institutionCode, submitterName, professions, seats }: FiledChange,
  local: (at: Date) => { day: string; minute: string },
): IdChange {
  const effective = local(details.effectiveAt === null ? submittedAt : new Date(details.effectiveAt));
  return {
    facility: { name: details.facilityName, institutionCode },
    submitterName,
    submittedOn: local(submittedAt).day,
    person: { name: details.personName, nameKana: details.personNameKana ?? undefined, professions },
    changes: changesOf(details).map(({ kind, before, after }) => ({ kind, before: before ?? undefined, after: after ?? undefined })),
    effectiveOn: effective.day,
    effectiveTime: details.effectiveAt === null ? undefined : effective.minute,
    toFacility:
      details.toFacilityName === null
        ? undefined
        : { name: details.toFacilityName, institutionCode: details.toInstitutionCode ?? undefined },
    successors: details.successors.map(({ seatId, name }) => ({
      roomNumber: seats.find(({ id }) => id === seatId)?.roomNumber ?? '',
      name,
    })),
    reason: details.reason ?? undefined,
  };
}

const acts: Partial<Record<IdApplication['status'], string>> = {
  SUBMITTED: '提出',
  IN_REVIEW: '確認',
  RETURNED: '差し戻し',
  REJECTED: '却下',
  APPROVED: '承認',
  WITHDRAWN: '取り下げ',
  COMPLETED: 'ID発行',
};

/** @param names of officers whom the reader may know, by id */
export function toHistory({ entries }: Pick<Filed, 'entries'>, names: ReadonlyMap<string, string>): FormEvent[] {
  return entries.map(({ status, at, by, reason }) => ({
    at,
    act: acts[status] ?? status,
    actor: by === null ? '申請者' : (names.get(by) ?? '支援センター職員'),
    note: reason ?? undefined,
  }));
}

/** @param facility the center itself, where the district has put it down */
export function toCenter(facility: Facility | null | undefined): CenterAddress {
  if (!facility) return { name: '在宅医療・介護連携支援センター' };
  const { name, municipality, address, phone, fax } = facility;
  return {
    name,
    address: wholeAddress(municipality, address ?? ''),
    phone: phone ? spokenPhone(phone) : undefined,
    fax: fax ? spokenPhone(fax) : undefined,
  };
}

const wholeAddress = (municipality: string, address: string): string => (address.includes(municipality) ? address : municipality + address);
