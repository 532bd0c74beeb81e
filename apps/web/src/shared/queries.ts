import { queryOptions } from '@tanstack/react-query';

import { ApiProblem } from '#libs/api-client';

import { api } from './session/session.js';

export const catalogueQuery = queryOptions({ queryKey: ['courses'], queryFn: () => api.quiz.courses({ limit: 200 }) });

export const courseQuery = (idOrSlug: string) =>
  queryOptions({ queryKey: ['course', idOrSlug], queryFn: () => api.quiz.course(idOrSlug), staleTime: 60_000 });

export const progressQuery = (courseId: string | undefined) =>
  queryOptions({
    queryKey: ['progress', courseId],
    queryFn: () => {
      if (courseId === undefined) throw new Error('progress is asked for before its course is known');
      return api.quiz.progress(courseId);
    },
    enabled: courseId !== undefined,
  });

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['attempt', id],
    queryFn: () => api.quiz.attempt(id),
    // The player keeps its own state; a refetch in the middle would only fight with it. What is handed in may still be
    // marked or corrected.
    staleTime: ({ state }) => (state.data?.state === 'in_progress' ? Infinity : 5_000),
    refetchOnReconnect: false,
    retry: (tries, error) => tries < 4 && error instanceof ApiProblem && error.isTransient,
  });

export const attemptsQuery = (sectionId: string) =>
  queryOptions({ queryKey: ['attempts', sectionId], queryFn: () => api.quiz.attempts(sectionId) });

export const challengesQuery = (attemptId: string) =>
  queryOptions({ queryKey: ['challenges', attemptId], queryFn: () => api.quiz.challenges(attemptId) });

export const practiceQuery = (id: string) =>
  queryOptions({ queryKey: ['practice', id], queryFn: () => api.quiz.practice(id), staleTime: 60_000 });

export const accommodationQuery = queryOptions({
  queryKey: ['accommodation'],
  queryFn: () => api.quiz.accommodation(),
  staleTime: 60_000,
});

/** Null where the credential is somebody else's. */
export const myCredentialQuery = (id: string) =>
  queryOptions({
    queryKey: ['my-credentials', id],
    queryFn: async () => (await api.quiz.myCredentials({ id })).items[0] ?? null,
  });

export const myRenewalsQuery = queryOptions({
  queryKey: ['my-renewals'],
  queryFn: () => api.quiz.myRenewals(),
  staleTime: 60_000,
});
