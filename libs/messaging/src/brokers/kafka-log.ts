import { logLevel, type logCreator } from 'kafkajs';

import type { Log } from '../log.js';

/** What kafkajs calls errors although it is how a group or a fresh broker works. */
const normal =
  /rebalanc|coordinator is loading|coordinator is not available|coordinator is not aware|topic creation errors/i;

/** Sends what kafkajs says to our log, under its own name. */
export function kafkaLog(log: Log): logCreator {
  return () =>
    ({ namespace, level, log: { message, timestamp: _timestamp, logger: _logger, ...fields } }) => {
      const said = `kafkajs ${namespace}: ${message}`;
      if (level === logLevel.ERROR && !normal.test(`${message} ${String(fields['error'])}`)) log.warn(fields, said);
      else log.debug(fields, said);
    };
}
