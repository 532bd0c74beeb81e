import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Answer, QuestionPreview } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { tidied, type Draft } from './draft.js';
import { problemsOf } from './problems.js';

const pauseMs = 350;

/** A value once it has rested for a moment. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** The draft as a learner would meet it, as the server sees it, a moment after the last change. */
export function usePreview(draft: Draft, seed: string) {
  const rested = useRested(draft);
  const [last, setLast] = useState<QuestionPreview | undefined>(undefined);
  const preview = useQuery({
    queryKey: ['question-preview', JSON.stringify(rested), seed],
    queryFn: () => api.content.previewQuestion({ question: tidied(rested), seed }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 30_000,
  });
  // Half a question still shows what was there before it was half.
  if (preview.data !== undefined && preview.data !== last) setLast(preview.data);
  return {
    rested,
    paper: last?.paper,
    problems: problemsOf(preview.data, preview.error),
    error: preview.error,
    isFresh: preview.isSuccess && !preview.isPlaceholderData && rested === draft,
  };
}

/** What an answer to that paper would earn. */
export function tryAnswer(draft: Draft, seed: string, answer: Answer): Promise<QuestionPreview> {
  return api.content.previewQuestion({ question: tidied(draft), seed, answer });
}
