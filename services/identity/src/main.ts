/** Starts and stops the service. */
import 'reflect-metadata';
import { createLogger, describeError } from '@heya/service-common/logger';
import { createApp } from './app.ts';
import { readEnvironment } from './environment.ts';

const environment = readEnvironment();
const logger = createLogger('identity', environment.LOG_LEVEL);

const app = await createApp(environment);
const url = await app.server.listen({ host: environment.HOST, port: environment.PORT });
logger.info('ready', { url });

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave(signal));

async function leave(signal: string): Promise<void> {
  logger.info('stopping', { signal });
  await app.stop().catch((error: unknown) => logger.error('did not stop cleanly', describeError(error)));
  process.exit(0);
}
