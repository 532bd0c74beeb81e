import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { QuestionView } from '#libs/api-client';

import { Markdown } from '../../../shared/markdown/markdown.js';
import { api } from '../../../shared/session/session.js';
import { difficultyWords, stemLine, typeWords } from '../../../shared/text/questions.js';
import { announce } from '../../../shared/ui/announcer.js';
import { ErrorNote } from '../../../shared/ui/states.js';
import { QuestionKey } from './question-key.js';
import { Statistics } from './statistics.js';
import { MoveDialog, RemoveDialog } from './dialogs.js';

interface BankCardProps {
  question: QuestionView;
  isChosen: boolean;
  onToggle: () => void;
}

const editorRoute = '/author/courses/$id/sections/$section/questions/$question';

export function BankCard({ question, isChosen, onToggle }: BankCardProps) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'move' | 'remove' | null>(null);
  const duplicate = useMutation({
    mutationFn: () => api.content.duplicateQuestion(question.id),
    onSuccess: () => {
      announce('The copy stands at the end of the section');
      return queries.invalidateQueries({ queryKey: ['author'] });
    },
  });
  const line = question.name ?? stemLine(question.stem, 60);
  const names = [{ id: question.id, version: question.version }];
  return (
    <li className="card stack">
      <div className="row bank-card-head">
        <label className="check">
          <input type="checkbox" checked={isChosen} onChange={onToggle} />
          <span className="visually-hidden">Choose {line}</span>
        </label>
        <span className="tag">{typeWords[question.type]}</span>
        {question.difficulty === undefined ? null : <span className="tag">{difficultyWords[question.difficulty]}</span>}
        {question.tags.map((tag) => (
          <span key={tag} className="tag tag-accent">
            {tag}
          </span>
        ))}
      </div>
      {question.name === undefined ? null : <p className="note-title">{question.name}</p>}
      <Markdown text={question.stem} />
      <details>
        <summary>Right answer</summary>
        <div className="part-more">
          <QuestionKey question={question} />
        </div>
      </details>
      <Statistics question={question} />
      {duplicate.isError ? <ErrorNote error={duplicate.error} /> : null}
      <div className="row">
        <Link
          from="/author/courses/$id/sections/$section"
          to={editorRoute}
          params={(before) => ({ ...before, question: question.id })}
          search={{}}
          className="button small primary"
          aria-label={`Edit ${line}`}
        >
          Edit
        </Link>
        <button
          type="button"
          className="button small"
          disabled={duplicate.isPending}
          onClick={() => duplicate.mutate()}
        >
          Duplicate
        </button>
        <button type="button" className="button small" onClick={() => setAsking('move')}>
          Move
        </button>
        <button type="button" className="button small danger" onClick={() => setAsking('remove')}>
          Remove
        </button>
      </div>
      <MoveDialog
        names={names}
        sectionId={question.sectionId}
        isOpen={asking === 'move'}
        onClose={() => setAsking(null)}
      />
      <RemoveDialog
        names={names}
        sectionId={question.sectionId}
        isOpen={asking === 'remove'}
        onClose={() => setAsking(null)}
      />
    </li>
  );
}
