import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { ApiProblem, type DraftSection, type Policy } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { Field, formText, SelectField } from '../../shared/ui/field.js';
import { Icon } from '../../shared/ui/icon.js';
import { ErrorNote } from '../../shared/ui/states.js';

const reviews: readonly { value: Policy['review']; label: string }[] = [
  { value: 'after_submit', label: 'After handing in' },
  { value: 'after_pass', label: 'Once passed' },
  { value: 'score_only', label: 'Only the score' },
  { value: 'never', label: 'Never' },
];

const minutes = (seconds: number | null) => (seconds === null ? '' : String(seconds / 60));

function number(form: FormData, name: string): number | null {
  const text = formText(form, name).trim();
  return text === '' ? null : Number(text);
}

function policyOf(form: FormData, before: Policy, review: Policy['review']): Policy {
  const limit = number(form, 'timeLimitMinutes');
  return {
    ...before,
    passMark: (number(form, 'passMarkPercent') ?? 80) / 100,
    timeLimitSeconds: limit === null ? null : Math.round(limit * 60),
    attemptsMax: number(form, 'attemptsMax'),
    cooldownSeconds: Math.round((number(form, 'cooldownMinutes') ?? 0) * 60),
    drawCount: number(form, 'drawCount'),
    shuffleQuestions: form.has('shuffleQuestions'),
    shuffleOptions: form.has('shuffleOptions'),
    review,
  };
}

function Refusal({ error }: { error: unknown }) {
  if (error instanceof ApiProblem && error.status === 412) {
    return (
      <div className="note note-warning" role="alert">
        <Icon name="warn" />
        <p>Someone changed this section meanwhile. Reload the page, then change it again; nothing was overwritten.</p>
      </div>
    );
  }
  const reasons = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <>
      <ErrorNote error={error} />
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              {pointer}: {detail}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How the section's quiz is given and judged. It counts from the next publication on. */
export function PolicyForm({ section }: { section: DraftSection }) {
  const { policy } = section;
  const queries = useQueryClient();
  const [review, setReview] = useState(policy.review);
  // The version this form was filled from: a refetch in between must not hide that someone else changed the section.
  const [version, setVersion] = useState(section.version);
  const save = useMutation({
    mutationFn: (form: FormData) =>
      api.content.changeSection(section.id, version, {
        title: formText(form, 'title').trim(),
        isRequired: form.has('isRequired'),
        policy: policyOf(form, policy, review),
      }),
    onSuccess: (saved) => {
      setVersion(saved.version);
      return queries.invalidateQueries({ queryKey: ['author', 'course'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(new FormData(event.currentTarget));
  };
  return (
    <form className="form" onSubmit={submit}>
      {save.isError ? <Refusal error={save.error} /> : null}
      <Field label="Section title" name="title" required defaultValue={section.title} />
      <Field
        label="Percent needed to pass"
        name="passMarkPercent"
        type="number"
        min={0}
        max={100}
        step="any"
        required
        defaultValue={String(Math.round(policy.passMark * 10_000) / 100)}
      />
      <Field
        label="Time limit in minutes"
        name="timeLimitMinutes"
        type="number"
        min={0.5}
        max={1440}
        step="any"
        defaultValue={minutes(policy.timeLimitSeconds)}
        hint="Empty means no limit."
      />
      <Field
        label="Attempts"
        name="attemptsMax"
        type="number"
        min={1}
        max={1000}
        defaultValue={policy.attemptsMax ?? ''}
        hint="Empty means as many as they like."
      />
      <Field
        label="Pause after a failed attempt, in minutes"
        name="cooldownMinutes"
        type="number"
        min={0}
        step="any"
        defaultValue={minutes(policy.cooldownSeconds)}
      />
      <Field
        label="Questions drawn per attempt"
        name="drawCount"
        type="number"
        min={1}
        max={500}
        defaultValue={policy.drawCount ?? ''}
        hint="Empty takes all of them."
      />
      <SelectField
        label="Learners see the right answers"
        value={review}
        onChange={(value) => setReview(reviews.find((item) => item.value === value)?.value ?? 'after_submit')}
        options={reviews}
      />
      <div>
        <label className="check">
          <input type="checkbox" name="shuffleQuestions" defaultChecked={policy.shuffleQuestions} />
          Shuffle questions
        </label>
        <label className="check">
          <input type="checkbox" name="shuffleOptions" defaultChecked={policy.shuffleOptions} />
          Shuffle options
        </label>
        <label className="check">
          <input type="checkbox" name="isRequired" defaultChecked={section.isRequired} />
          Needed for the course certificate
        </label>
      </div>
      <div className="row">
        <button type="submit" className="button primary" disabled={save.isPending}>
          Save policy
        </button>
        {save.isSuccess ? (
          <p role="status" className="row">
            <Icon name="check" size={18} /> Saved. It counts from the next publication on.
          </p>
        ) : null}
      </div>
    </form>
  );
}
