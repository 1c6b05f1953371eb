/** Somebody whose ID was issued and who has not come in yet, for specs. */
import { inViewer } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { readEnvironment } from './environment.ts';
import { testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { SecretBox } from './modules/credential/index.ts';
import { createEnrolment, type EnrolmentCode } from './modules/enrolment/index.ts';
import { Affiliation, Practitioner, User } from './modules/user/index.ts';

export type Issued = Awaited<ReturnType<typeof issue>>;

/** A district with an officer and a doctor, and a new nurse who works at the doctor's clinic. */
export async function issue(world: World) {
  const district = testDistrict();
  const { doctor, officer } = district.people;
  await world.load({ ...district.file, people: [doctor, officer] });
  const who = { id: newId(), accountName: `new-${newId().slice(-12)}`, displayName: '高橋 由美', displayNameKana: 'タカハシ ユミ' };
  const practitionerId = newId();
  await asService(world, async (tx) => {
    const kind = 'PROFESSIONAL' as const;
    await tx.insert(User, { ...who, kind, districtId: district.file.district.id, sortName: who.displayNameKana, createdAt: new Date() });
    await tx.insert(Practitioner, { id: practitionerId, userId: who.id, professions: ['NURSE'] });
    await tx.insert(Affiliation, {
      id: newId(),
      practitionerId,
      facilityId: doctor.facilityId ?? '',
      isFacilityAdmin: false,
      since: '2026-01-01',
    });
  });
  const issueCode = (userId = who.id, districtId = district.file.district.id): Promise<EnrolmentCode> => {
    const { KEY_ENCRYPTION_KEY } = readEnvironment(world.environment.variables);
    const context = {
      viewer: viewerOf(district, officer),
      requestId: newId(),
      enrolmentPepper: new SecretBox(KEY_ENCRYPTION_KEY).derive('enrolment'),
      now: world.clock.now,
    };
    return asService(world, (tx) => createEnrolment(tx, { userId, districtId }, context));
  };
  return { district, doctor, officer, who, issueCode };
}

const asService = <T>(world: World, work: Parameters<typeof inViewer<T>>[2]): Promise<T> =>
  inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, work);
