import createClient from 'openapi-fetch';

import { authApi } from './auth.js';
import { bankApi, bankFilesApi } from './bank.js';
import { cohortsApi, enrolmentsApi } from './cohorts.js';
import { contentApi } from './content.js';
import { credentialLivesApi } from './credential-lives.js';
import type { paths as authPaths } from './generated/auth.js';
import type { paths as contentPaths } from './generated/content.js';
import type { paths as quizPaths } from './generated/quiz.js';
import { insightsApi } from './insights.js';
import { liveApi } from './live.js';
import { quizApi } from './quiz.js';
import { teachingApi } from './teaching.js';
import { authorisedFetch, type ApiOptions } from './transport.js';
import { verifyingApi } from './verifying.js';

export { ApiProblem } from './problem.js';
export type { LiveEvent, LiveFigures, WatchOptions } from './live.js';
export type { ApiOptions } from './transport.js';
export type * from './shapes.js';

/**
 * The whole platform as typed functions. A refusal is thrown as `ApiProblem` with a stable `code`; no answer at all is
 * an `ApiProblem` too (`isOffline`), so that callers have one kind of failure.
 *
 * @example
 * const api = createApi({ baseUrl: 'http://localhost:3000', accessToken: () => token });
 * const { items } = await api.quiz.courses();
 */
export function createApi(options: ApiOptions = {}) {
  const settings = { baseUrl: options.baseUrl ?? '', fetch: authorisedFetch(options) };
  const content = createClient<contentPaths>(settings);
  const quiz = createClient<quizPaths>(settings);
  return {
    auth: authApi(createClient<authPaths>(settings)),
    content: { ...contentApi(content), ...bankApi(content), ...bankFilesApi(content) },
    quiz: {
      ...quizApi(quiz),
      ...credentialLivesApi(quiz),
      ...cohortsApi(quiz),
      ...enrolmentsApi(quiz),
      ...teachingApi(quiz),
      ...insightsApi(quiz),
      ...liveApi(settings),
      ...verifyingApi(quiz),
    },
  };
}

export type Api = ReturnType<typeof createApi>;
