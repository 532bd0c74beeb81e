import { expect } from '@jest/globals';

import { createApi, type Api, type Attempt, type QuestionView } from '#libs/api-client';
import { eventually } from '#libs/testing';

/** The API as someone signed in, beside the browser. */
export async function apiAs(url: string, email: string, password: string): Promise<Api> {
  const { accessToken } = await createApi({ baseUrl: url }).auth.signIn({ email, password });
  return createApi({ baseUrl: url, accessToken: () => accessToken });
}

const pressed: readonly string[] = ['single_choice', 'multiple_choice', 'true_false', 'short_text', 'numeric'];

/**
 * Leaves in every section of the author's course only what `rightPress` can answer, publishes it, and waits until learners
 * get it: which of the others a paper would draw is chance.
 */
export async function keepPressable(author: Api): Promise<void> {
  const [course] = (await author.content.courses()).items;
  if (course === undefined) throw new Error('The author has no course');
  for (const section of (await author.content.course(course.id)).sections) {
    const { items } = await author.content.questions(section.id, { limit: 200 });
    const others = items.filter(({ type }) => !pressed.includes(type));
    for (const { id, version } of others) await author.content.removeQuestion(id, version);
  }
  const { version } = await author.content.course(course.id);
  const { publication } = await author.content.publish(course.id, version);
  await eventually(async () => expect((await author.quiz.course(course.id)).publication).toBe(publication));
}

/** What is right, from the author's bank: by question id. */
export async function answerKeys(author: Api, sectionId: string): Promise<ReadonlyMap<string, QuestionView>> {
  const { items } = await author.content.questions(sectionId, { limit: 200 });
  return new Map(items.map((question) => [question.id, question]));
}

export type Press = { readonly digits: readonly number[] } | { readonly text: string };

/** How a question of a paper is answered right: the digits to press, in the order of its options, or the text to type. */
export function rightPress(question: Attempt['questions'][number], key: QuestionView | undefined): Press {
  switch (key?.type) {
    case 'single_choice':
    case 'multiple_choice': {
      // A paper names its options anew, so that their names tell nothing: the text is what bank and paper share.
      const right = new Set(key.options.filter(({ isKey }) => isKey).map(({ text }) => text));
      return { digits: (question.options ?? []).flatMap(({ text }, index) => (right.has(text) ? [index + 1] : [])) };
    }
    case 'true_false':
      return { digits: [key.key ? 1 : 2] };
    case 'short_text':
      return { text: (key.accepted[0] ?? '').replaceAll('*', '') };
    case 'numeric':
      return { text: key.value };
    case undefined:
      throw new Error(`The bank has no question ${question.id}`);
    case 'matching':
    case 'ordering':
    case 'cloze':
    case 'essay':
      throw new Error(`A ${key.type} is not answered with one press`);
    default:
      return key satisfies never;
  }
}
