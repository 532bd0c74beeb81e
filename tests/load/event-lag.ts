import { setTimeout as delay } from 'node:timers/promises';

import { Client } from '../../scripts/demo/client.js';
import { readOptions } from '../../scripts/demo/options.js';
import { startStack } from '../../scripts/demo/stack.js';

export interface LagMeasured {
  readonly samples: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const learners = 12;
const sections = 20;
const pollMs = 3;

/** From the answer to a submission until the badge it earned is in the learner's list, over a whole platform of its own. */
export async function measureLag(broker: 'in-process' | 'kafka'): Promise<LagMeasured> {
  const options = readOptions(['--broker', broker]);
  const stack = await startStack(options);
  try {
    const admin = new Client(stack.urls);
    await admin.signIn(options.admin.email, options.admin.password);
    const author = await newPerson(admin, 'author');
    const courseId = await publishCourse(author);
    const samples: number[] = [];
    for (let index = 0; index < learners; index += 1)
      samples.push(...(await badgesOf(await newPerson(admin, `learner${index}`), courseId)));
    samples.sort((a, b) => a - b);
    const at = (share: number) =>
      samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? Number.NaN;
    return { samples: samples.length, p50Ms: at(0.5), p99Ms: at(0.99) };
  } finally {
    await stack.stop();
  }

  async function newPerson(admin: Client, name: string): Promise<Client> {
    const person = { email: `${name}@bench.example`, displayName: name, password: 'measured and found quick' };
    const { id } = await admin.call<{ id: string }>('auth', '/accounts', { body: person });
    if (name === 'author')
      await admin.call('auth', `/accounts/${id}/roles`, { method: 'PUT', body: { roles: ['learner', 'author'] } });
    const client = new Client(stack.urls);
    await client.signIn(person.email, person.password);
    return client;
  }
}

async function publishCourse(author: Client): Promise<string> {
  const markdown = `# Lag\n\n${Array.from({ length: sections }, (_, index) => `## Section ${index + 1}\n\n- [Link](https://example.org/${index})\n`).join('\n')}`;
  const { course } = await author.call<{ course: { id: string; sections: { id: string }[] } }>(
    'content',
    '/courses:import',
    { body: { markdown } },
  );
  for (const { id } of course.sections) {
    await author.call('content', `/sections/${id}/questions`, {
      body: { question: { type: 'true_false', stem: 'Is it so?', key: true } },
    });
  }
  const { version } = await author.call<{ version: number }>('content', `/courses/${course.id}`);
  await author.call('content', `/courses/${course.id}:publish`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
  });
  while (!(await author.call('quiz', `/courses/${course.id}`).catch(() => null))) await delay(20);
  return course.id;
}

async function badgesOf(learner: Client, courseId: string): Promise<number[]> {
  const { sections: open } = await learner.call<{ sections: { sectionId: string }[] }>(
    'quiz',
    `/courses/${courseId}/progress`,
  );
  const samples: number[] = [];
  for (const { sectionId } of open) {
    const { id, questions } = await learner.call<{ id: string; questions: { id: string }[] }>(
      'quiz',
      `/sections/${sectionId}/attempts`,
      { method: 'POST' },
    );
    const answers = questions.map((question) => ({ questionId: question.id, sequence: 1, answer: { value: true } }));
    await learner.call('quiz', `/attempts/${id}:submit`, { body: { answers } });
    const submitted = performance.now();
    while (!(await hasBadge(learner, sectionId))) await delay(pollMs);
    samples.push(performance.now() - submitted);
  }
  return samples;
}

async function hasBadge(learner: Client, sectionId: string): Promise<boolean> {
  const { items } = await learner.call<{ items: { sectionId: string | null }[] }>('quiz', '/me/credentials?limit=200');
  return items.some((item) => item.sectionId === sectionId);
}
