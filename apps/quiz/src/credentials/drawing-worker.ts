import { parentPort } from 'node:worker_threads';

import { draw, type Drawing } from './drawing.js';

parentPort?.on('message', (drawing: Drawing) => {
  // A drawing that fails ends the thread; the service tells whoever waits, and starts another thread for the next.
  void draw(drawing).then((bytes) => parentPort?.postMessage(bytes));
});
