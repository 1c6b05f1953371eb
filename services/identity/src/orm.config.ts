/** Every table of this service, named one by one. */
import { dataKey, erasedRoom, ormOptions } from '@heya/service-common/orm';
import { Migration20261122115418_initial } from '../migrations/Migration20261122115418_initial.ts';
import { Migration20261122115500_row_security } from '../migrations/Migration20261122115500_row_security.ts';
import { Migration20261122133800_audit_grants } from '../migrations/Migration20261122133800_audit_grants.ts';
import { Migration20261122152000_sign_in_safety } from '../migrations/Migration20261122152000_sign_in_safety.ts';
import { Migration20261122152200_dead_events } from '../migrations/Migration20261122152200_dead_events.ts';
import { Migration20261122174000_wrong_codes } from '../migrations/Migration20261122174000_wrong_codes.ts';
import { Migration20261122190000_enrolment } from '../migrations/Migration20261122190000_enrolment.ts';
import { Migration20261122191000_devices } from '../migrations/Migration20261122191000_devices.ts';
import { Migration20261122191500_district_settings } from '../migrations/Migration20261122191500_district_settings.ts';
import { Migration20261122191600_pledges } from '../migrations/Migration20261122191600_pledges.ts';
import { Migration20261122192000_birth_date } from '../migrations/Migration20261122192000_birth_date.ts';
import { Migration20261122193000_id_application } from '../migrations/Migration20261122193000_id_application.ts';
import { Migration20261122194000_issue } from '../migrations/Migration20261122194000_issue.ts';
import { Migration20261122195000_reason_template } from '../migrations/Migration20261122195000_reason_template.ts';
import { Migration20261122195500_vouched } from '../migrations/Migration20261122195500_vouched.ts';
import { Migration20261122201500_roster } from '../migrations/Migration20261122201500_roster.ts';
import { Migration20261122223000_earlier_filing } from '../migrations/Migration20261122223000_earlier_filing.ts';
import { Migration20261122224000_id_change } from '../migrations/Migration20261122224000_id_change.ts';
import { Migration20261122224500_shared_id } from '../migrations/Migration20261122224500_shared_id.ts';
import { Migration20261122224600_inbox_search } from '../migrations/Migration20261122224600_inbox_search.ts';
import { Migration20261122230500_scan } from '../migrations/Migration20261122230500_scan.ts';
import { Migration20261122231500_inbox_policy } from '../migrations/Migration20261122231500_inbox_policy.ts';
import { Migration20261123063300_erasure } from '../migrations/Migration20261123063300_erasure.ts';
import { Migration20261123143000_erased_once } from '../migrations/Migration20261123143000_erased_once.ts';
import { Migration20261122235000_stopped_by_change } from '../migrations/Migration20261122235000_stopped_by_change.ts';
import { BackupCode, Credential } from './modules/credential/index.ts';
import { Device, PersonalDeviceAllowance } from './modules/device/index.ts';
import { District } from './modules/district/index.ts';
import { DistrictSetting } from './modules/district-setting/index.ts';
import { Enrolment } from './modules/enrolment/index.ts';
import { Facility } from './modules/facility/index.ts';
import { IdApplication } from './modules/id-application/index.ts';
import { IdChange, RoomSeat } from './modules/id-change/index.ts';
import { IdLink, PersonParticular } from './modules/issue/index.ts';
import { OidcPayload, SigningKey } from './modules/oidc/index.ts';
import { Passkey, PasskeyChallenge } from './modules/passkey/index.ts';
import { Pledge, PledgeSignature, PledgeText } from './modules/pledge/index.ts';
import { ReasonTemplate } from './modules/reason-template/index.ts';
import { Recovery } from './modules/recovery/index.ts';
import { ReviewTask } from './modules/inbox/index.ts';
import { RosterConfirmation, RosterReminder } from './modules/roster/index.ts';
import { Scan, ScanPage } from './modules/scan/index.ts';
import { Session, SessionGrant } from './modules/session/index.ts';
import { SharedIdCase, SignInUse } from './modules/shared-id/index.ts';
import { SignInLimit } from './modules/sign-in/index.ts';
import { Suspension } from './modules/suspension/index.ts';
import { Affiliation, Practitioner, User } from './modules/user/index.ts';

const entities = [
  District,
  Facility,
  User,
  Practitioner,
  Affiliation,
  Credential,
  BackupCode,
  Enrolment,
  Session,
  SessionGrant,
  ReviewTask,
  Scan,
  ScanPage,
  IdApplication,
  PersonParticular,
  IdLink,
  IdChange,
  RoomSeat,
  ReasonTemplate,
  OidcPayload,
  SigningKey,
  SignInLimit,
  Passkey,
  PasskeyChallenge,
  Recovery,
  Suspension,
  Device,
  PersonalDeviceAllowance,
  SignInUse,
  SharedIdCase,
  DistrictSetting,
  PledgeText,
  Pledge,
  PledgeSignature,
  RosterConfirmation,
  RosterReminder,
  dataKey,
  erasedRoom,
];
const migrations = [
  Migration20261122115418_initial,
  Migration20261122115500_row_security,
  Migration20261122133800_audit_grants,
  Migration20261122152000_sign_in_safety,
  Migration20261122152200_dead_events,
  Migration20261122174000_wrong_codes,
  Migration20261122190000_enrolment,
  Migration20261122191000_devices,
  Migration20261122191500_district_settings,
  Migration20261122191600_pledges,
  Migration20261122192000_birth_date,
  Migration20261122193000_id_application,
  Migration20261122194000_issue,
  Migration20261122195000_reason_template,
  Migration20261122195500_vouched,
  Migration20261122201500_roster,
  Migration20261122223000_earlier_filing,
  Migration20261122224000_id_change,
  Migration20261122224500_shared_id,
  Migration20261122224600_inbox_search,
  Migration20261122230500_scan,
  Migration20261122231500_inbox_policy,
  Migration20261122235000_stopped_by_change,
  Migration20261123063300_erasure,
  Migration20261123143000_erased_once,
];

export const options = (url: string): ReturnType<typeof ormOptions> => ormOptions(url, entities, migrations);
