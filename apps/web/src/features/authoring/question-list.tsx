import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { QuestionView } from '#libs/api-client';

import { Markdown } from '../../shared/markdown/markdown.js';
import { api } from '../../shared/session/session.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Icon } from '../../shared/ui/icon.js';
import { Empty, ErrorNote, Skeleton } from '../../shared/ui/states.js';

const typeWords: Record<QuestionView['type'], string> = {
  single_choice: 'Single choice',
  multiple_choice: 'Multiple choice',
  true_false: 'True or false',
  short_text: 'Short text',
  numeric: 'Number',
  matching: 'Matching',
  ordering: 'Ordering',
  cloze: 'Text with gaps',
  essay: 'Essay',
};

function Key({ question }: { question: QuestionView }) {
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return (
        <ul className="plain-list stack-tight">
          {question.options.map((option) => (
            <li key={option.id} className="row">
              <Icon name={option.isKey ? 'check' : 'dash'} size={18} />
              <span className="visually-hidden">{option.isKey ? 'Right: ' : 'Not right: '}</span>
              <Markdown text={option.text} inline />
            </li>
          ))}
        </ul>
      );
    case 'true_false':
      return <p>{question.key ? 'True' : 'False'} is right.</p>;
    case 'short_text':
      return <p>Accepted: {question.accepted.join(', ')}</p>;
    case 'numeric':
      return (
        <p>
          {question.value}
          {question.unit === undefined ? '' : ` ${question.unit}`}, tolerance {question.tolerance}
        </p>
      );
    case 'matching':
      return (
        <ul className="plain-list stack-tight">
          {question.prompts.map((prompt) => (
            <li key={prompt.id} className="row">
              <Markdown text={prompt.text} inline />
              <Icon name="arrow" size={18} />
              <span className="visually-hidden">belongs to</span>
              <Markdown text={question.choices.find(({ id }) => id === prompt.match)?.text ?? prompt.match} inline />
            </li>
          ))}
        </ul>
      );
    case 'ordering':
      return (
        <ol className="stack-tight">
          {question.items.map((item) => (
            <li key={item.id}>
              <Markdown text={item.text} inline />
            </li>
          ))}
        </ol>
      );
    case 'cloze':
      return (
        <ul className="plain-list stack-tight">
          {question.gaps.map((gap) => (
            <li key={gap.id}>
              <code>{gap.id}</code>: {gapKey(gap)}
            </li>
          ))}
        </ul>
      );
    case 'essay':
      return <p>Marked by a person{question.rubric === undefined ? '' : ', with a rubric'}.</p>;
    default:
      return question satisfies never;
  }
}

function gapKey(gap: Extract<QuestionView, { type: 'cloze' }>['gaps'][number]): string {
  if (gap.kind === 'number') return `${gap.value}${gap.unit === undefined ? '' : ` ${gap.unit}`}`;
  if (gap.kind === 'text') return gap.accepted.join(', ');
  return gap.options.map(({ text, isKey }) => (isKey ? `${text} (right)` : text)).join(', ');
}

function QuestionCard({ question }: { question: QuestionView }) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.content.removeQuestion(question.id, question.version),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['author'] }),
  });
  return (
    <li className="card stack">
      <div className="row">
        <span className="tag">{typeWords[question.type]}</span>
        {question.difficulty === undefined ? null : <span className="tag">{question.difficulty}</span>}
        {question.tags.map((tag) => (
          <span key={tag} className="tag tag-accent">
            {tag}
          </span>
        ))}
      </div>
      <Markdown text={question.stem} />
      <Key question={question} />
      {question.explanation === undefined ? null : (
        <div className="muted">
          <Markdown text={question.explanation} />
        </div>
      )}
      <div>
        <button type="button" className="button small danger" onClick={() => setAsking(true)}>
          Remove question
        </button>
      </div>
      <Dialog title="Remove this question" isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>It leaves the bank. Attempts that hold it keep it, and so does the live publication until you publish.</p>
        {remove.isError ? <ErrorNote error={remove.error} /> : null}
        <div className="row">
          <button type="button" className="button danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            Remove
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            Keep
          </button>
        </div>
      </Dialog>
    </li>
  );
}

/** The question bank of a section, page by page. */
export function QuestionList({ sectionId, search }: { sectionId: string; search: string | undefined }) {
  const questions = useInfiniteQuery({
    queryKey: ['author', 'questions', sectionId, search],
    queryFn: ({ pageParam }) => api.content.questions(sectionId, { search, cursor: pageParam }),
    initialPageParam: undefined as string | undefined, // the type of the first page's cursor cannot be inferred
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (questions.isPending) return <Skeleton kind="card" rows={3} />;
  if (questions.data === undefined) {
    return <ErrorNote error={questions.error} onRetry={() => void questions.refetch()} />;
  }
  const items = questions.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <Empty title={search === undefined ? 'No questions yet' : 'No question matches'}>
        {search === undefined ? <p>Import some from Markdown.</p> : null}
      </Empty>
    );
  }
  return (
    <>
      <ul className="plain-list stack">
        {items.map((question) => (
          <QuestionCard key={question.id} question={question} />
        ))}
      </ul>
      {questions.hasNextPage ? (
        <div>
          <button
            type="button"
            className="button"
            disabled={questions.isFetchingNextPage}
            onClick={() => void questions.fetchNextPage()}
          >
            Show more
          </button>
        </div>
      ) : null}
    </>
  );
}
