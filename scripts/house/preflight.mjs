import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

import { root, Stop } from './shell.mjs';

const nodeNeeded = [20, 20, 2];
/** Packages, build and an embedded PostgreSQL take about 1.1 GB; less ends in the middle of an installation. */
const diskNeededMb = 1500;

/** Refuses a machine that cannot work, in one line that says what to do. */
export async function preflight() {
  if (isOlder(process.versions.node.split('.').map(Number), nodeNeeded)) {
    throw new Stop(
      `Waymark needs Node.js ${nodeNeeded.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
    );
  }
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Stop(`The folder ${root} cannot be written to by this user: packages and build results go there.`);
  }
  if (!existsSync(join(root, 'node_modules')) && freeMb() < diskNeededMb) {
    throw new Stop(`Only ${freeMb()} MB are free in ${root}; installing needs about ${diskNeededMb} MB.`);
  }
}

function isOlder(version, needed) {
  const at = needed.findIndex((part, index) => version[index] !== part);
  return at >= 0 && version[at] < needed[at];
}

function freeMb() {
  const { bavail, bsize } = statfsSync(root);
  return Math.floor((bavail * bsize) / 1_048_576);
}
