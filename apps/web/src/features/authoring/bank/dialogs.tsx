import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { QuestionName } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Field, formText, SelectField } from '../../../shared/ui/field.js';
import { ErrorNote, Skeleton } from '../../../shared/ui/states.js';

export interface BatchProps {
  names: readonly QuestionName[];
  sectionId: string;
  isOpen: boolean;
  onClose: () => void;
  /** After it was done. */
  onDone?: () => void;
}

/** One change to some questions, all of them or none. */
function useBatch<Given>(change: (given: Given) => Promise<unknown>, { onClose, onDone }: BatchProps) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['author'] });
      onClose();
      onDone?.();
    },
  });
}

const these = (names: readonly QuestionName[]) =>
  names.length === 1 ? 'this question' : counted(names.length, 'question');

export function RemoveDialog(props: BatchProps) {
  const { names, sectionId, isOpen, onClose } = props;
  const remove = useBatch(() => api.content.removeQuestions(sectionId, [...names]), props);
  return (
    <Dialog title={`Remove ${these(names)}`} isOpen={isOpen} onClose={onClose}>
      <p>
        {names.length === 1 ? 'It leaves' : 'They leave'} the bank. Attempts keep what they hold, and so does the live
        publication until you publish.
      </p>
      {remove.isError ? <ErrorNote error={remove.error} /> : null}
      <div className="row">
        <button
          type="button"
          className="button danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined)}
        >
          Remove
        </button>
        <button type="button" className="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Dialog>
  );
}

function MoveForm(props: BatchProps) {
  const { names, sectionId, onClose } = props;
  const { id } = useParams({ from: '/author/courses/$id/sections/$section' });
  const course = useQuery({ queryKey: ['author', 'course', id], queryFn: () => api.content.course(id) });
  const others = (course.data?.sections ?? []).filter((section) => section.id !== sectionId);
  const [chosen, setChosen] = useState<string | null>(null);
  const target = chosen ?? others[0]?.id ?? '';
  const move = useBatch((to: string) => api.content.moveQuestions(sectionId, [...names], to), props);
  if (course.isPending) return <Skeleton rows={2} />;
  if (others.length === 0) return <p>This course has no other section.</p>;
  return (
    <>
      <SelectField
        label="To the section"
        value={target}
        options={others.map((section) => ({ value: section.id, label: section.title }))}
        onChange={setChosen}
      />
      {move.isError ? <ErrorNote error={move.error} /> : null}
      <div className="row">
        <button type="button" className="button primary" disabled={move.isPending} onClick={() => move.mutate(target)}>
          Move
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </>
  );
}

export function MoveDialog(props: BatchProps) {
  return (
    <Dialog title={`Move ${these(props.names)}`} isOpen={props.isOpen} onClose={props.onClose}>
      <MoveForm {...props} />
    </Dialog>
  );
}

const tagsOf = (form: FormData, name: string) => [
  ...new Set(
    formText(form, name)
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

export function TagDialog(props: BatchProps) {
  const { names, sectionId, isOpen, onClose } = props;
  const tag = useBatch(
    (tags: { add: string[]; remove: string[] }) =>
      api.content.tagQuestions(sectionId, { questions: [...names], ...tags }),
    props,
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    tag.mutate({ add: tagsOf(form, 'add'), remove: tagsOf(form, 'remove') });
  };
  return (
    <Dialog title={`Tag ${these(names)}`} isOpen={isOpen} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field label="Add tags" name="add" hint="Separated by commas." />
        <Field label="Take tags away" name="remove" />
        {tag.isError ? <ErrorNote error={tag.error} /> : null}
        <div className="row">
          <button type="submit" className="button primary" disabled={tag.isPending}>
            Save tags
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
