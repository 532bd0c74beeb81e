export * from './auth-users.js';
export * from './content-courses.js';
export * from './event.js';
export * from './policy.js';
export * from './question.js';
export * from './quiz-events.js';
export * from './registry.js';
export * from './topics.js';
