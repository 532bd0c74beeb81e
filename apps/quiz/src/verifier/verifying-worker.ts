import { parentPort } from 'node:worker_threads';

import { type Answer, type FromThread, type Question, type ToThread, verifyByAsking } from './verifying.js';

const open = new Map<number, (answer: Answer | null) => void>();
let questions = 0;

const say = (message: FromThread) => parentPort?.postMessage(message);

async function ask(call: number, question: Question): Promise<Answer> {
  questions += 1;
  const number = questions;
  const answered = new Promise<Answer | null>((resolve) => open.set(number, resolve));
  say({ call, number, question });
  const answer = await answered;
  if (answer === null) throw new Error('The question could not be answered.');
  return answer;
}

parentPort?.on('message', (message: ToThread) => {
  if ('question' in message) {
    open.get(message.question)?.(message.answer);
    open.delete(message.question);
    return;
  }
  const { call, verifying } = message;
  void verifyByAsking(verifying, (question) => ask(call, question)).then(
    (verification) => say({ call, verification }),
    (error: unknown) => say({ call, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
