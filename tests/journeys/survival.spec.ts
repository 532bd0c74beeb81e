import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';

import { People } from './support/people.js';
import { Stack } from './support/stack.js';

const roadmap =
  '# Knots\n\n## Loops\n\n### Bowline\n\n- [How to tie it](https://example.org/bowline)\n\n## Hitches\n\n- [Clove hitch](https://example.org/clove)\n';
const questions = `## Which knot makes a loop that does not slip?

- [x] Bowline
- [ ] Slip knot

> It holds its size under load.

## A clove hitch is a loop knot.

- [ ] True
- [x] False
`;

interface Attempt {
  id: string;
  state: string;
  questions: { id: string; type: string; options?: { id: string; text: string }[] }[];
  answers: { questionId: string; sequence: number }[];
  result: { hasPassed: boolean; score: number } | null;
}

let stack: Stack;
let people: People;
let courseId: string;
let sectionIds: string[];

beforeAll(async () => {
  stack = await Stack.start();
  people = await People.invite(stack.url);
  await people.register('other');
  await publish();
}, 240_000);
afterAll(() => stack.stop());

async function publish(): Promise<void> {
  const { course } = await people.request<{ course: { id: string; sections: { id: string }[] } }>(
    'author',
    'POST /api/content/v1/courses:import',
    { markdown: roadmap },
  );
  courseId = course.id;
  sectionIds = course.sections.map((section) => section.id);
  for (const id of sectionIds)
    await people.request('author', `POST /api/content/v1/sections/${id}/questions:import`, {
      format: 'markdown',
      text: questions,
    });
  const { version } = await people.request<{ version: number }>('author', `GET /api/content/v1/courses/${courseId}`);
  await people.request('author', `POST /api/content/v1/courses/${courseId}:publish`, undefined, {
    'if-match': `"${version}"`,
  });
  await eventually(
    async () => expect((await people.send('learner', `GET /api/quiz/v1/courses/${courseId}`)).status).toBe(200),
    { withinMs: 20_000 },
  );
}

const start = (name: string, section = 0) =>
  people.request<Attempt>(name, `POST /api/quiz/v1/sections/${sectionIds[section]}/attempts`);
const read = (name: string, id: string) => people.request<Attempt>(name, `GET /api/quiz/v1/attempts/${id}`);

function rightAnswers({ questions: paper }: Attempt) {
  return paper.map((question) => ({
    questionId: question.id,
    sequence: 1,
    answer:
      question.type === 'true_false'
        ? { value: false }
        : { choice: question.options?.find((option) => option.text === 'Bowline')?.id },
  }));
}

describe('a platform that is killed', () => {
  it('starts again with every acknowledged answer, everybody signed in, and the same paper', async () => {
    const before = await start('learner');
    const [answer] = rightAnswers(before);
    await people.request('learner', `PUT /api/quiz/v1/attempts/${before.id}/answers/${answer?.questionId}`, {
      sequence: 1,
      answer: answer?.answer,
    });
    await stack.kill();
    await stack.restart();
    const after = await read('learner', before.id);
    expect(after.questions).toEqual(before.questions);
    expect(after.answers).toEqual([expect.objectContaining({ questionId: answer?.questionId, sequence: 1 })]);
    expect((await start('learner')).id).toBe(before.id);
  }, 120_000);

  it('gives the badge of a submission that was its last word before the end', async () => {
    const attempt = await start('learner', 1);
    const graded = await people.request<Attempt>('learner', `POST /api/quiz/v1/attempts/${attempt.id}:submit`, {
      answers: rightAnswers(attempt),
    });
    expect(graded.result?.hasPassed).toBe(true);
    await stack.kill();
    await stack.restart();
    await eventually(
      async () => {
        const { items } = await people.request<{ items: { sectionId: string }[] }>(
          'learner',
          'GET /api/quiz/v1/me/credentials',
        );
        expect(items.map((item) => item.sectionId)).toEqual([sectionIds[1]]);
      },
      { withinMs: 30_000 },
    );
  }, 120_000);
});

describe('an attempt over two connections', () => {
  it('is graded once, whoever submits', async () => {
    const attempt = await start('other');
    const submit = () =>
      people.request<Attempt>('other', `POST /api/quiz/v1/attempts/${attempt.id}:submit`, {
        answers: rightAnswers(attempt),
      });
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(second?.result).toEqual(first?.result);
  });

  it('belongs to one learner: to everybody else it does not exist', async () => {
    const attempt = await start('other', 1);
    const foreign = await people.send('learner', `GET /api/quiz/v1/attempts/${attempt.id}`);
    const unknown = await people.send('learner', 'GET /api/quiz/v1/attempts/00000000-0000-4000-8000-000000000000');
    const words = ({ text }: { text: string }) => text.replace(/"traceId":"\w+"/, '');
    expect(foreign.status).toBe(404);
    expect(words(foreign)).toBe(words(unknown));
  });
});

describe('the public page of a credential', () => {
  it('names what was earned and passes every check, without an address', async () => {
    const { items } = await people.request<{ items: { id: string }[] }>('learner', 'GET /api/quiz/v1/me/credentials');
    const shown = await people.send('anonymous', `GET /api/quiz/v1/credentials/${items[0]?.id}`);
    const verdict = await people.request<{ isValid: boolean; checks: { name: string; outcome: string }[] }>(
      'anonymous',
      `GET /api/quiz/v1/credentials/${items[0]?.id}/verification`,
    );
    expect(shown.text).not.toContain('journey.example');
    expect(verdict.isValid).toBe(true);
    expect(verdict.checks.map((check) => check.outcome)).toEqual(verdict.checks.map(() => 'pass'));
  });
});
