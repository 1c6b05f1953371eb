/**
 * Watching whether an ID is used by several people (R3): each use of a sign-in is written down beside its refresh, and looked at
 * together with the others afterwards. What looks wrong is put to the center; no ID is ever stopped here.
 */
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import type { Viewer } from '@heya/service-common/viewer';
import { readSetting } from '../district-setting/index.ts';
import { openWork } from '../inbox/index.ts';
import { maskAddress, noticeSecurity, type SeenUse } from '../session/index.ts';
import { findUser } from '../user/index.ts';
import type { SharedIdCase } from './shared-id-case.entity.ts';
import { caseTitle, isWorthAsking, joinReasons, weigh, type Weighing } from './shared-id.policy.ts';
import * as repository from './shared-id.repository.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };
const peopleAtOnce = 200;
const dayMs = 24 * 3_600_000;

interface WatchParts {
  orm: Orm;
  relay: Relay;
  /** Tells networks apart without keeping them. @returns 22 letters */
  markNetwork: (address: string) => string;
  now: () => Date;
}

export class SharedIdWatch {
  readonly #parts: WatchParts;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** In the transaction of the sign-in or refresh itself. */
  readonly note = (tx: Em, { userId, sessionId, address, at }: SeenUse): Promise<void> =>
    repository.insertUse(tx, {
      ...{ id: newId(), userId, sessionId, at },
      networkMark: this.#parts.markNetwork(address),
      networkHint: maskAddress(address),
    });

  /** Looks at what is new, and forgets what is old. */
  async sweep(): Promise<void> {
    while ((await this.#within((tx) => this.#weighDue(tx))) === peopleAtOnce);
    await this.#within((tx) => this.#forget(tx));
    this.#parts.relay.wake();
  }

  /** @returns of how many people something was new */
  async #weighDue(tx: Em): Promise<number> {
    const due = await repository.takeDue(tx, peopleAtOnce);
    const now = this.#parts.now();
    for (const watched of due.length > 0 ? await repository.usesOf(tx, due) : []) {
      const weighing = weigh(watched.uses);
      if (isWorthAsking(weighing, watched.verdict, now)) await this.#ask(tx, watched, weighing);
    }
    return due.length;
  }

  /** One case a spell: what comes while it is open is added to it. */
  async #ask(tx: Em, { userId, districtId }: repository.Watched, { reasons }: Weighing): Promise<void> {
    const lastSeenAt = new Date(reasons.map(({ lastAt }) => lastAt).reduce((one, other) => (one > other ? one : other)));
    const open = await repository.findOpenCase(tx, userId);
    if (open) {
      const joined = joinReasons(open.reasons, reasons);
      // Officers who are deciding are told of another kind of sign, not of more of the same.
      const version = open.version + (joined.length > open.reasons.length ? 1 : 0);
      await repository.changeCase(tx, open, { reasons: joined, lastSeenAt, version });
      return;
    }
    const row = {
      ...{ id: newId(), userId, districtId, reasons, openedAt: this.#parts.now(), lastSeenAt, version: 1 },
      ...{ outcome: null, note: null, decidedAt: null, decidedBy: null },
    };
    if (!(await repository.insertCase(tx, row))) return;
    await this.#tellCenter(tx, row);
    await noticeSecurity(tx, userId, 'SHARED_ID');
  }

  async #tellCenter(tx: Em, { id, userId, districtId, openedAt }: SharedIdCase): Promise<void> {
    const user = await findUser(tx, userId);
    await openWork(tx, {
      districtId,
      kind: 'SHARED_ID',
      form: null,
      title: caseTitle(id),
      subjectType: 'SharedIdCase',
      subjectId: id,
      facilityId: null,
      words: [user?.displayName, user?.displayNameKana, user?.accountName],
      openedAt,
    });
    const about = { categories: [], subjectType: 'SharedIdCase', subjectId: id, districtId };
    await audit(tx, { viewer: serviceViewer, requestId: newId() }, { authority: 'SERVICE', action: 'CREATE', ...about });
  }

  async #forget(tx: Em): Promise<void> {
    const now = this.#parts.now();
    for (const districtId of await repository.districtsWithUsesBefore(tx, new Date(now.getTime() - dayMs))) {
      const days = await readSetting(tx, districtId, 'signInWatchDays', now);
      await repository.deleteUses(tx, { districtId, before: new Date(now.getTime() - days * dayMs) });
    }
  }

  #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, serviceViewer, work);
  }
}
