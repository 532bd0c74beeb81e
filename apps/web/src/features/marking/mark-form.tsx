import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { ApiProblem, type AnswerToMark, type MarkGiven } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { share as shareWords } from '../../shared/text/numbers.js';
import { fieldError } from '../../shared/text/problem.js';
import { Field, TextField } from '../../shared/ui/field.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { When } from '../../shared/ui/when.js';
import { queueKey } from './queue.js';
import { isComplete, Rubric, type Levels } from './rubric.js';

interface MarkFormProps {
  answer: AnswerToMark;
  onSaved: () => void;
  /** Reads the answer again, after somebody else marked it. */
  onReload: () => void;
}

/** Percent as people write it, as the exact share that travels. */
function shareOf(percent: string): string | null {
  const text = percent.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text) || Number(text) > 100) return null;
  return `${text}/100`;
}

function Conflict({ onReload }: { onReload: () => void }) {
  return (
    <div className="note note-warning" role="alert">
      <Icon name="warn" />
      <div>
        <p className="note-title">Somebody marked this answer meanwhile</p>
        <p>Your mark was not stored, theirs holds. What you chose stays in the form until you look at theirs.</p>
        <button type="button" className="button small" onClick={onReload}>
          Show their mark
        </button>
      </div>
    </div>
  );
}

/** The mark of one answer: by rubric, or as a percentage where there is none; with a comment. */
export function MarkForm({ answer, onSaved, onReload }: MarkFormProps) {
  const queries = useQueryClient();
  const { rubric, mark } = answer;
  const hasRubric = rubric.length > 0;
  const [levels, setLevels] = useState<Levels>(mark?.levels ?? {});
  const [percent, setPercent] = useState(mark === null || hasRubric ? '' : String(mark.share * 100));
  const [comment, setComment] = useState(mark?.comment ?? '');
  const [isReminded, setReminded] = useState(false);
  const share = shareOf(percent);
  const isReady = hasRubric ? isComplete(rubric, levels) : share !== null;
  const save = useMutation({
    mutationFn: (given: MarkGiven) =>
      api.quiz.mark({ attemptId: answer.attemptId, questionId: answer.questionId }, answer.version, given),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queueKey });
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setReminded(!isReady);
    if (!isReady) return;
    const said = comment.trim() === '' ? {} : { comment: comment.trim() };
    save.mutate(hasRubric ? { levels: { ...levels }, ...said } : { share: share ?? '0', ...said });
  };
  const isStale = save.error instanceof ApiProblem && (save.error.status === 412 || save.error.status === 409);
  return (
    <form className="stack" onSubmit={submit} aria-label="Mark">
      {mark === null ? null : (
        <p className="muted small-text">
          Marked by {mark.markedByName} <When at={mark.markedAt} />: {shareWords(mark.share)}. A new mark grades the
          attempt anew, and the learner is told.
        </p>
      )}
      {hasRubric ? (
        <Rubric rubric={rubric} levels={levels} onChange={setLevels} />
      ) : (
        <Field
          label="Percent of the mark"
          inputMode="decimal"
          value={percent}
          hint={`From 0 to 100; the question is worth ${answer.points}.`}
          error={isReminded && share === null ? 'Give a number from 0 to 100.' : fieldError(save.error, 'share')}
          onChange={(event) => setPercent(event.target.value)}
        />
      )}
      {isReminded && hasRubric && !isReady ? (
        <p role="alert" className="field-error">
          Choose a level for every criterion.
        </p>
      ) : null}
      <TextField
        label="Comment"
        rows={4}
        maxLength={5_000}
        value={comment}
        hint="The learner reads it with the result."
        onChange={(event) => setComment(event.target.value)}
      />
      {isStale ? <Conflict onReload={onReload} /> : save.isError ? <ErrorNote error={save.error} /> : null}
      <div>
        <button type="submit" className="button primary" disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save and next'}
        </button>
      </div>
    </form>
  );
}
