export { findChromium, launchBrowser } from './browser.js';
export { describeWithBrowser, describeWithKafka, describeWithProgram } from './conditional-suites.js';
export { asSuperuser, createTestDatabase, superuserUrl, type TestDatabase } from './database.js';
export { DrivenClock } from './driven-clock.js';
export { eventually, uniqueName } from './eventually.js';
export { anyQuestion, aQuestion } from './questions.js';
export { type Answer, type RunningService, type Sent, startService } from './running-service.js';
export { type TokenHolder, TokenIssuer } from './tokens.js';
export { decimals, questionArbitrary, type QuestionTexts } from './question-arbitraries.js';
