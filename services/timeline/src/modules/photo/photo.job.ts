/** What was announced or brought and never sent is gone a day later, and objects that no row names are gone soon. */
import type { Job } from '@heya/service-common/jobs';
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { SealedPictures } from './photo.objects.ts';
import { checkWaiting } from './photo.check.ts';
import { deleteUnused, forgetUnneeded, takeUnneeded } from './photo.repository.ts';

const keptMs = 24 * 3_600_000;
const service = { type: 'service', name: 'timeline' } as const;

export const photoJobs = (orm: Orm, pictures: SealedPictures): Job[] => [
  {
    name: 'unsent-photos',
    cron: '17 * * * *',
    run: (now) => inViewer(orm.em, service, (tx) => deleteUnused(tx, new Date(now.getTime() - keptMs))),
  },
  { name: 'unneeded-objects', cron: '*/5 * * * *', run: (now) => removeUnneeded(orm, pictures.objects, now) },
  { name: 'unchecked-photos', cron: '* * * * *', run: (now) => checkWaiting(orm, pictures, now) },
];

const atOnce = 100;

/** The object first, then its name: ended in between, it is removed once more. */
async function removeUnneeded(orm: Orm, objects: SealedPictures['objects'], now: Date): Promise<number> {
  let count = 0;
  for (let found = atOnce; found === atOnce; count += found)
    found = await inViewer(orm.em, service, async (tx) => {
      const keys = await takeUnneeded(tx, now, atOnce);
      await Promise.all(keys.map((key) => objects.remove(key)));
      await forgetUnneeded(tx, keys);
      return keys.length;
    });
  return count;
}
