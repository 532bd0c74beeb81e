import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { QuestionFormat } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { Field, SelectField, TextField } from '../../../shared/ui/field.js';
import { ErrorNote } from '../../../shared/ui/states.js';
import { formats, formatWords } from './formats.js';
import { ImportResult } from './import-result.js';

const bytesMax = 20 * 1024 * 1024;
const autoFormat = 'auto';
type Format = QuestionFormat | typeof autoFormat;

const example = `## Which status says that a resource was created?

- [ ] 200
- [x] 201
- [ ] 204

201 Created names the new resource in its Location header.
`;

interface Source {
  format: Format;
  file: File | null;
  text: string;
}

const given = ({ format, file, text }: Source, dryRun: boolean) =>
  file === null ? { format, text, dryRun } : { format, file, dryRun };

interface SourceProps {
  source: Source;
  onChange: (source: Source) => void;
}

function SourceFields({ source, onChange }: SourceProps) {
  const isTooLarge = (source.file?.size ?? 0) > bytesMax;
  return (
    <>
      <Field
        label="File"
        type="file"
        hint="Markdown, GIFT, Moodle XML, Aiken, CSV, QTI, YAML or JSON; 20 MB at most."
        error={isTooLarge ? 'The file is larger than 20 MB.' : null}
        onChange={(event) => onChange({ ...source, file: event.target.files?.[0] ?? null })}
      />
      {source.file === null ? (
        <TextField
          label="Or paste the questions"
          className="code"
          rows={10}
          spellCheck={false}
          value={source.text}
          onChange={(event) => onChange({ ...source, text: event.target.value })}
        />
      ) : null}
      <SelectField
        label="Format"
        value={source.format}
        options={[
          { value: autoFormat, label: 'Find out' },
          ...formats.map((value) => ({ value, label: formatWords[value] })),
        ]}
        onChange={(value) => onChange({ ...source, format: formats.find((one) => one === value) ?? autoFormat })}
      />
    </>
  );
}

/** Questions from a file or pasted: tried first, with what would become of each, and then imported. */
export function QuestionImport({ sectionId }: { sectionId: string }) {
  const [source, setSource] = useState<Source>({ format: autoFormat, file: null, text: '' });
  const queries = useQueryClient();
  const trial = useMutation({ mutationFn: () => api.content.importQuestions(sectionId, given(source, true)) });
  const read = useMutation({
    mutationFn: () => api.content.importQuestions(sectionId, given(source, false)),
    onSuccess: () => {
      trial.reset();
      return queries.invalidateQueries({ queryKey: ['author'] });
    },
  });
  const change = (next: Source) => {
    setSource(next);
    trial.reset();
    read.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.reset();
    trial.mutate();
  };
  const isEmpty = source.file === null && source.text.trim() === '';
  const isTooLarge = (source.file?.size ?? 0) > bytesMax;
  const error = read.error ?? trial.error;
  return (
    <div className="stack">
      <details className="card">
        <summary>How a question is written in Markdown</summary>
        <pre tabIndex={0} role="region" aria-label="Example">
          <code>{example}</code>
        </pre>
      </details>
      <form className="form form-wide" onSubmit={submit}>
        <SourceFields source={source} onChange={change} />
        {error === null ? null : <ErrorNote error={error} />}
        <div className="row">
          <button
            type="submit"
            className="button primary"
            disabled={isEmpty || isTooLarge || trial.isPending || read.isPending}
          >
            {trial.isPending ? 'Checking' : 'Check the file'}
          </button>
          <span className="muted small-text">Nothing is stored yet.</span>
        </div>
      </form>
      {trial.data === undefined ? null : (
        <>
          <ImportResult report={trial.data} isTrial />
          {trial.data.imported === 0 ? null : (
            <div>
              <button type="button" className="button primary" disabled={read.isPending} onClick={() => read.mutate()}>
                {read.isPending ? 'Importing' : `Import ${counted(trial.data.imported, 'question')}`}
              </button>
            </div>
          )}
        </>
      )}
      {read.data === undefined ? null : <ImportResult report={read.data} isTrial={false} />}
    </div>
  );
}
