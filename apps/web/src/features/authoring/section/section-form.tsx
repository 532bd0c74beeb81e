import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { ApiProblem, type DraftCourse, type DraftSection } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { SelectField } from '../../../shared/ui/field.js';
import { Icon } from '../../../shared/ui/icon.js';
import { useLeaveWarning } from '../../../shared/ui/leave-warning.js';
import { ErrorNote } from '../../../shared/ui/states.js';
import { Check, Line, Prose } from '../editor/inputs.js';
import { Problems, problemsOf } from '../editor/problems.js';
import '../editor/editor.css';
import { ResourcesForm, TopicsForm, type ResourceDraft, type TopicDraft } from './parts-form.js';

interface Draft {
  title: string;
  prose: string;
  position: number;
  isRequired: boolean;
  prerequisites: readonly string[];
  topics: readonly TopicDraft[];
  resources: readonly ResourceDraft[];
}

const draftOf = ({ title, prose, position, isRequired, prerequisites, topics, resources }: DraftSection): Draft => ({
  title,
  prose,
  position,
  isRequired,
  prerequisites,
  topics: topics.map(({ key: _, ...topic }) => topic),
  resources,
});

interface PlaceProps {
  course: DraftCourse;
  section: DraftSection;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** Where the section stands on the path, and what has to be passed before it opens. */
function Place({ course, section, draft, onChange }: PlaceProps) {
  const others = course.sections.filter(({ id }) => id !== section.id);
  const toggle = (id: string, is: boolean) =>
    onChange({
      ...draft,
      prerequisites: is ? [...draft.prerequisites, id] : draft.prerequisites.filter((one) => one !== id),
    });
  return (
    <>
      <SelectField
        label="Place on the path"
        value={String(draft.position)}
        options={course.sections.map((_, index) => ({
          value: String(index),
          label: `${index + 1} of ${course.sections.length}`,
        }))}
        onChange={(value) => onChange({ ...draft, position: Number(value) })}
      />
      <Check
        label="Needed for the course certificate"
        isChecked={draft.isRequired}
        onChange={(isRequired) => onChange({ ...draft, isRequired })}
      />
      {others.length === 0 ? null : (
        <fieldset className="parts">
          <legend>Opens once these are passed</legend>
          <p className="field-hint">With none chosen it is open from the start.</p>
          {others.map(({ id, title }) => (
            <Check
              key={id}
              label={title}
              isChecked={draft.prerequisites.includes(id)}
              onChange={(is) => toggle(id, is)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof ApiProblem) || error.status !== 412) return <ErrorNote error={error} />;
  return (
    <div className="note note-warning" role="alert">
      <Icon name="warn" />
      <p>
        Someone changed this section meanwhile; nothing was overwritten. Copy what you wrote, reload the page and change
        it again.
      </p>
    </div>
  );
}

/** What learners read in a section, and where it stands in the course. */
export function SectionForm({ course, section }: { course: DraftCourse; section: DraftSection }) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(section));
  const [isDirty, setIsDirty] = useState(false);
  // The version this form was filled from: a refetch in between must not hide that someone else changed it.
  const [version, setVersion] = useState(section.version);
  const save = useMutation({
    mutationFn: () =>
      api.content.changeSection(section.id, version, {
        ...draft,
        title: draft.title.trim(),
        prerequisites: [...draft.prerequisites],
        topics: draft.topics.map((topic) => ({ ...topic, resources: [...topic.resources] })),
        resources: [...draft.resources],
      }),
    onSuccess: async (saved) => {
      setVersion(saved.version);
      // What was new has its id from now on.
      setDraft(draftOf(saved));
      setIsDirty(false);
      await queries.invalidateQueries({ queryKey: ['author', 'course'] });
    },
  });
  useLeaveWarning(isDirty && !save.isPending);
  const change = (next: Draft) => {
    setDraft(next);
    setIsDirty(true);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Problems value={save.isError ? problemsOf(undefined, save.error) : []}>
      <form className="form form-wide" onSubmit={submit} noValidate>
        <Line label="Title" field="title" value={draft.title} onChange={(title) => change({ ...draft, title })} />
        <Prose
          label="Introduction"
          field="prose"
          rows={6}
          hint="Markdown. It stands above the topics."
          value={draft.prose}
          onChange={(prose) => change({ ...draft, prose })}
        />
        <TopicsForm topics={draft.topics} onChange={(topics) => change({ ...draft, topics })} />
        <ResourcesForm
          field="resources"
          resources={draft.resources}
          onChange={(resources) => change({ ...draft, resources })}
        />
        <Place course={course} section={section} draft={draft} onChange={change} />
        {save.isError ? <Refusal error={save.error} /> : null}
        <div className="row">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {save.isPending ? 'Saving' : 'Save section'}
          </button>
          {save.isSuccess ? (
            <p role="status" className="row">
              <Icon name="check" size={18} /> Saved. Learners see it from the next publication on.
            </p>
          ) : null}
        </div>
      </form>
    </Problems>
  );
}
