import { parentPort } from 'node:worker_threads';

import { heavyPartsOf, read, type Reading } from './reading.js';

parentPort?.on('message', (reading: Reading) => {
  const result = read(reading);
  parentPort?.postMessage(result, heavyPartsOf(result));
});
