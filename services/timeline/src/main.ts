/** Starts the timeline service and stops it gracefully. */
import { migrateTimeline, startTimeline } from './app.ts';
import { readEnvironment } from './environment.ts';

const environment = readEnvironment();
await migrateTimeline(environment.MIGRATION_DATABASE_URL);
const timeline = await startTimeline(environment);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(
    signal,
    () =>
      void timeline.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  );
}
