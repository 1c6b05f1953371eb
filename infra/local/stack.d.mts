/** One process as procs.json shows it. */
export interface RunningProcess {
  /** identity | consent | room | timeline | gateway | portal | postgres */
  name: string;
  /** undefined for the moment between a crash and the restart. */
  pid: number | undefined;
  port: number;
  url: string;
}

export type PartName = 'portal' | 'gateway' | 'identity' | 'consent' | 'room' | 'timeline' | 'postgres';
export type Ports = Record<PartName, number>;

export interface StackOptions {
  /** Data, secrets and logs; made when missing. A second start with the same folder finds its data again. */
  dir: string;
  /** Free ones are chosen when left out. */
  ports?: Ports;
  /** Start the portal too (default true). */
  portal?: boolean;
  /** More environment variables by process name, e.g. `{ gateway: { SHARE_CHANNELS: 'false' } }`. */
  environment?: Partial<Record<PartName, Record<string, string>>>;
  /** `accounts` (default): the demo district and its people; `room`: also an opened room with a few posts; false: nothing. */
  demo?: 'accounts' | 'room' | false;
  /** Told about progress in Japanese and English. */
  say?: (ja: string, en: string) => void;
  /** Breaks a start off, or ends the running stack. */
  signal?: AbortSignal;
}

export interface DemoAccount {
  /** doctor, nurse, secondNurse, careManager, helper, pharmacist, outsider, family, patient, clerk, approver, facilityAdmin, steward is careManager */
  role: string;
  userName: string;
  password: string;
  /** base32 */
  totpSecret: string;
  userId: string;
  displayName: string;
  facilityId: string | null;
  /** The demo room this person is in, when there is one. */
  room: string | null;
}

export interface Demo {
  district: { id: string; name: string };
  accounts: DemoAccount[];
  /** People who have nothing to do with the first: a doctor, a clerk, an approver. */
  secondDistrict?: { district: { id: string; name: string }; accounts: DemoAccount[] };
  room: { id: string; patientId: string; roomNumber: string } | null;
}

export interface Stack {
  readonly dir: string;
  readonly ports: Partial<Ports>;
  readonly urls: { portal: string; gateway: string; socket: string; issuer: string };
  /** Superuser connection to the embedded PostgreSQL, for looking at what is stored. */
  readonly adminUrl: string;
  readonly demo: Demo | undefined;
  /** Where its data, secrets and logs lie, by name (setup/paths.mjs). */
  readonly files: Record<'dir' | 'secrets' | 'logs' | 'district' | 'secondDistrict' | 'procs', string>;
  /** What a process was started with; for commands that run beside it. */
  planOf(name: PartName): { name: string; folder: string; script: string; port: number; url: string; environment: Record<string, string> };
  processes(): RunningProcess[];
  /** Ends one process with SIGKILL (or the given signal); supervision brings it back. */
  kill(name: PartName, signal?: NodeJS.Signals): void;
  /** Ends one in order and waits until it is healthy again; variables given here stay in force. */
  restart(name: PartName, environment?: Record<string, string>): Promise<void>;
  /** Waits until one part, or all, answer /health. */
  ready(name?: PartName): Promise<void>;
  /** Stops everything in order. Data stays. */
  stop(): Promise<void>;
}

/** Starts the whole built stack on an embedded PostgreSQL of its own. */
export function startStack(options: StackOptions): Promise<Stack>;
