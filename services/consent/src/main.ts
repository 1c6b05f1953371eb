/** Starts the consent service and stops it when told. */
import 'reflect-metadata';
import { createLogger, describeError } from '@heya/service-common/logger';
import { createApp, migrateDatabase } from './app.ts';
import { readEnvironment } from './environment.ts';

const environment = readEnvironment();
const logger = createLogger('consent', environment.LOG_LEVEL);
await migrateDatabase(environment.MIGRATION_DATABASE_URL);
const app = await createApp(environment);
await app.server.listen({ host: environment.HOST, port: environment.PORT });
logger.info('listening', { port: environment.PORT });

const stop = (signal: string): void => {
  logger.info('stopping', { signal });
  app.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.error('could not stop cleanly', describeError(error));
      process.exit(1);
    },
  );
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
