#!/usr/bin/env node
// `npx waymark` and `npm run waymark --` are the same program, behind the same door.
process.argv.splice(2, 0, 'waymark');
await import('./run.mjs');
