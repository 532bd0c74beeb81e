import { parentPort, workerData } from 'node:worker_threads';

import { read } from './reading.js';

// The thread lives for one file, so that the end of its time or memory takes nothing else along.
parentPort?.postMessage(read(workerData));
