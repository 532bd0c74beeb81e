import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';

import { ApiProblem, type QuestionRecord } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { Icon } from '../../../shared/ui/icon.js';
import { useLeaveWarning } from '../../../shared/ui/leave-warning.js';
import { ErrorNote, Skeleton } from '../../../shared/ui/states.js';
import { When } from '../../../shared/ui/when.js';
import { CommonForm, StemForm } from './common-form.js';
import { draftOf, tidied, type Draft } from './draft.js';
import { PictureField } from './picture-field.js';
import { Preview, ProblemList } from './preview.js';
import { Problems, problemsOf } from './problems.js';
import { TypeForm } from './type-form.js';
import { useDraft, type Kept } from './use-draft.js';
import { usePreview } from './use-preview.js';
import { Versions } from './versions.js';
import './editor.css';

function SaveState({ kept, version }: { kept: Kept; version: number }) {
  if (kept.state === 'saved') {
    return version === 0 ? null : (
      <span className="row small-text">
        <Icon name="check" size={16} /> Saved as version {version}
      </span>
    );
  }
  if (kept.state === 'not_kept') {
    return <span className="small-text field-error">Not saved, and this device cannot keep it. Save soon.</span>;
  }
  return (
    <span className="row small-text">
      <Icon name="cloud" size={16} />
      <span>
        Not saved yet; kept on this device <When at={kept.at} />
      </span>
    </span>
  );
}

interface ConflictProps {
  questionId: string;
  onTheirs: (stored: QuestionRecord) => void;
  onMine: (stored: QuestionRecord) => void;
}

/** Somebody saved meanwhile: the author decides, nothing is overwritten unasked. */
function Conflict({ questionId, onTheirs, onMine }: ConflictProps) {
  const read = useMutation({ mutationFn: () => api.content.question(questionId) });
  return (
    <div className="note note-warning" role="alert">
      <Icon name="warn" />
      <div>
        <p className="note-title">This question was changed meanwhile</p>
        <p>Nothing was overwritten. Your work is still in the form, and every version is kept.</p>
        {read.isError ? <ErrorNote error={read.error} /> : null}
        <div className="row">
          <button type="button" className="button small" onClick={() => read.mutate(undefined, { onSuccess: onMine })}>
            Save mine as the next version
          </button>
          <button
            type="button"
            className="button small"
            onClick={() => read.mutate(undefined, { onSuccess: onTheirs })}
          >
            Show what is stored, drop mine
          </button>
        </div>
      </div>
    </div>
  );
}

interface EditorProps {
  courseId: string;
  sectionId: string;
  /** Null for a question that is not stored yet. */
  record: QuestionRecord | null;
  initial: Draft;
  onSaved: (record: QuestionRecord) => void;
  /** Ways on, beside saving. */
  children?: ReactNode;
}

/** A question's form with its live preview beside it. */
export function QuestionEditor({ courseId, sectionId, record, initial, onSaved, children }: EditorProps) {
  const queries = useQueryClient();
  const name = record?.id ?? `new.${sectionId}.${initial.type}`;
  const editing = useDraft(name, { draft: initial, version: record?.version ?? 0 });
  const { draft, version, isDirty, kept } = editing;
  const [seed, setSeed] = useState('preview');
  const preview = usePreview(draft, seed);
  const save = useMutation({
    mutationFn: (onTopOf: number) =>
      record === null
        ? api.content.addQuestion(sectionId, tidied(draft))
        : api.content.changeQuestion(record.id, onTopOf, tidied(draft)),
    onSuccess: async (saved) => {
      editing.settle({ draft: draftOf(saved), version: saved.version });
      await queries.invalidateQueries({ queryKey: ['author'] });
      onSaved(saved);
    },
  });
  // Where the device keeps nothing, leaving would lose the work.
  useLeaveWarning(isDirty && kept.state === 'not_kept');
  const isStale = save.error instanceof ApiProblem && save.error.status === 412;
  const problems =
    save.isError && !isStale ? [...preview.problems, ...problemsOf(undefined, save.error)] : preview.problems;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(version);
  };
  return (
    <Problems value={problems}>
      <div className="editor">
        <form className="stack editor-form" onSubmit={submit} noValidate>
          {editing.wasFound && isDirty ? (
            <div className="note">
              <Icon name="info" />
              <div>
                <p>You are going on with what you left unsaved on this device.</p>
                <button
                  type="button"
                  className="button small"
                  onClick={() => editing.settle({ draft: initial, version: record?.version ?? 0 })}
                >
                  Drop it and start from what is stored
                </button>
              </div>
            </div>
          ) : null}
          <StemForm draft={draft} onChange={editing.change} />
          <PictureField
            courseId={courseId}
            onPicture={(shown) => editing.change({ ...draft, stem: `${draft.stem.trimEnd()}\n\n${shown}`.trimStart() })}
          />
          <TypeForm draft={draft} onChange={editing.change} />
          <CommonForm draft={draft} onChange={editing.change} />
          {isStale && record !== null ? (
            <Conflict
              questionId={record.id}
              onTheirs={(stored) => {
                save.reset();
                editing.settle({ draft: draftOf(stored), version: stored.version });
              }}
              onMine={(stored) => {
                editing.rebase(stored.version);
                save.mutate(stored.version);
              }}
            />
          ) : save.isError ? (
            <ErrorNote error={save.error} />
          ) : null}
          <div className="row editor-save">
            <button type="submit" className="button primary" disabled={save.isPending || (record !== null && !isDirty)}>
              {save.isPending ? 'Saving' : record === null ? 'Save question' : 'Save as next version'}
            </button>
            <SaveState kept={kept} version={version} />
            {children}
          </div>
        </form>
        <section className="editor-preview card stack" aria-labelledby="preview-title">
          <h2 id="preview-title">As learners see it</h2>
          <ProblemList problems={problems} />
          {preview.paper !== undefined ? (
            <Preview
              key={`${seed}${JSON.stringify(preview.rested)}`}
              draft={preview.rested}
              paper={preview.paper}
              seed={seed}
              canTry={preview.isFresh && problems.length === 0}
              onShuffle={() => setSeed(`preview-${Date.now()}`)}
            />
          ) : preview.error instanceof ApiProblem && problems.length === 0 ? (
            <ErrorNote error={preview.error} />
          ) : problems.length > 0 ? (
            <p className="muted">The question appears here as soon as it has a text.</p>
          ) : (
            <Skeleton rows={4} />
          )}
        </section>
      </div>
      {record === null ? null : (
        <details className="card">
          <summary>Versions</summary>
          <div className="part-more">
            <Versions questionId={record.id} version={record.version} onTake={editing.change} />
          </div>
        </details>
      )}
    </Problems>
  );
}
