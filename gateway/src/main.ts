/** Starts and stops the gateway. */
import { createLogger, describeError } from '@heya/service-common/logger';
import { startGateway } from './app.ts';
import { readSettings, silenceTelemetry } from './environment.ts';

silenceTelemetry();
const settings = readSettings();
const logger = createLogger('gateway', settings.logLevel);
const gateway = await startGateway(settings, logger);
logger.info('listening', { url: gateway.url });

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    logger.info('stopping', { signal });
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('stopping failed', describeError(error));
        process.exit(1);
      },
    );
  });
