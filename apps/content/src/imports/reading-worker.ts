import { parentPort } from 'node:worker_threads';

import { heavyPartsOf, isReady, read, type Reading } from './reading.js';

parentPort?.on('message', (reading: Reading) => {
  const result = read(reading);
  parentPort?.postMessage(result, heavyPartsOf(result));
});

// Time is counted from here on: a busy machine may take long to load what reads.
parentPort?.postMessage(isReady);
