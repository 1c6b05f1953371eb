/** People as the gateway would present them. Ids are new each time, so test files never meet. */
import { newId } from '@heya/service-common/id';
import type { ChannelViewer, PersonViewer, UserKind, Viewer } from '@heya/service-common/viewer';

export { newId };

/** @param override anything the case depends on, e.g. `{ districtId }` */
export function person(kind: UserKind, override: Partial<PersonViewer> = {}): PersonViewer {
  return {
    type: 'person',
    kind,
    userId: newId(),
    districtId: newId(),
    sessionId: newId(),
    clientId: 'heya-cli',
    labels: { name: '試験 太郎' },
    ...override,
  };
}

function professional(name: string, profession: string, override: Partial<PersonViewer>): PersonViewer {
  const facilityId = override.facilityId ?? newId();
  const labels = { name, profession, facility: `${name}の事業所` };
  return person('PROFESSIONAL', { facilityId, profession, labels, ...override });
}

export const physician = (override: Partial<PersonViewer> = {}): PersonViewer => professional('佐藤 健一', 'PHYSICIAN', override);
export const nurse = (override: Partial<PersonViewer> = {}): PersonViewer => professional('鈴木 花子', 'NURSE', override);
export const careManager = (override: Partial<PersonViewer> = {}): PersonViewer => professional('高橋 実', 'CARE_MANAGER', override);
export const family = (override: Partial<PersonViewer> = {}): PersonViewer =>
  person('FAMILY', { labels: { name: '田中 美咲' }, ...override });
export const patient = (override: Partial<PersonViewer> = {}): PersonViewer =>
  person('PATIENT', { labels: { name: '田中 ハル' }, ...override });
export const officer = (override: Partial<PersonViewer> = {}): PersonViewer =>
  person('CENTER_OFFICER', { labels: { name: '渡辺 直子' }, ...override });

/** Everybody of one district, and a nurse of another who must see nothing. */
export function district(districtId: string = newId()) {
  return {
    districtId,
    physician: physician({ districtId }),
    nurse: nurse({ districtId }),
    otherNurse: nurse({ districtId, labels: { name: '伊藤 さくら', profession: 'NURSE' } }),
    careManager: careManager({ districtId }),
    family: family({ districtId }),
    patient: patient({ districtId }),
    officer: officer({ districtId }),
    otherOfficer: officer({ districtId, labels: { name: '小林 誠' } }),
    outsider: physician({ districtId, labels: { name: '部外 者', profession: 'PHYSICIAN' } }),
    otherDistrict: nurse(),
  };
}
export type District = ReturnType<typeof district>;

export const channel = (roomId: string, audience: ChannelViewer['audience'], epoch: number): ChannelViewer => ({
  type: 'channel',
  roomId,
  audience,
  epoch,
});
export const anonymous: Viewer = { type: 'anonymous' };
