export { findChromium, launchBrowser } from './browser.js';
export { describeWithBrowser, describeWithKafka } from './conditional-suites.js';
export { asSuperuser, createTestDatabase, superuserUrl, type TestDatabase } from './database.js';
export { DrivenClock } from './driven-clock.js';
export { eventually, uniqueName } from './eventually.js';
