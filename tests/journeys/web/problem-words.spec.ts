import { expect, it } from '@jest/globals';

import { ApiProblem } from '#libs/api-client';

import { errorWords } from '../../../apps/web/src/shared/text/problem.js';

const about = 'The request does not fit what this address accepts; each error names the place and the mend.';

const misfit = (...errors: { pointer: string; detail: string }[]) =>
  new ApiProblem({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    code: 'request_invalid',
    detail: about,
    errors,
  });

it('a mistyped link leads nowhere, and is not asked for again', () => {
  expect(errorWords(misfit({ pointer: '/', detail: 'Invalid UUID' }))).toEqual({
    title: 'Nothing here',
    detail: 'The link may be old, or this belongs to someone else.',
    isFinal: true,
  });
});

it('what does not fit is named place by place', () => {
  const { detail, isFinal } = errorWords(
    misfit(
      { pointer: '/policy/passMark', detail: 'must be at most 1' },
      { pointer: '/search', detail: 'must be text' },
    ),
  );
  expect([detail, isFinal]).toEqual(['pass mark: must be at most 1; search: must be text', true]);
});

it('another refusal keeps the sentence of the server, and may be tried again', () => {
  const refusal = new ApiProblem({
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'x',
    detail: 'Not now.',
  });
  expect(errorWords(refusal)).toEqual({ title: 'That cannot be done now', detail: 'Not now.' });
});
