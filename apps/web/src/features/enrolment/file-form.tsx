import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';

import { ApiProblem, type RosterImportReport } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { Field } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { refreshCohort } from './after-change.js';
import { Report, summary } from './report.js';

const bytesMax = 2 * 1024 * 1024;
const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

function Problems({ error }: { error: unknown }) {
  const details = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <>
      <ErrorNote error={error} />
      {details.map(({ detail }) => (
        <p key={detail}>The file {detail}.</p>
      ))}
    </>
  );
}

function ReadAs({ report }: { report: RosterImportReport }) {
  return (
    <p className="muted small-text">
      Read with {delimiters[report.delimiter]} between columns, {report.hasHeader ? 'with' : 'without'} a header.
      {report.ignoredColumns.length === 0 ? '' : ` Not used: ${report.ignoredColumns.join(', ')}.`} Names are only shown
      here: accounts carry their own.
    </p>
  );
}

interface DropProps {
  file: File | null;
  onFile: (file: File | null) => void;
}

function Drop({ file, onFile }: DropProps) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setIsOver(is);
  };
  const drop = (event: DragEvent) => {
    over(event, false);
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div
      className={`drop${isOver ? ' drop-over' : ''}`}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={drop}
    >
      <Field
        label="CSV file"
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        hint="Columns email and name, with a header or without; commas, semicolons or tabs. 10,000 rows and 2 MB at most. You can also drop the file here."
        error={(file?.size ?? 0) > bytesMax ? 'The file is larger than 2 MB. Split it.' : null}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      {file === null ? null : <p className="small-text">Chosen: {file.name}</p>}
    </div>
  );
}

/** A file of learners: tried first, with what would become of each row, and then taken. */
export function FileForm({ cohortId, invite }: { cohortId: string; invite: boolean }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const send = (chosen: File, dryRun: boolean) => api.quiz.importLearners(cohortId, chosen, { dryRun, invite });
  const trial = useMutation({ mutationFn: (chosen: File) => send(chosen, true) });
  const real = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: () => {
      trial.reset();
      refreshCohort(queries);
    },
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    trial.reset();
    real.reset();
    if (chosen !== null && chosen.size <= bytesMax) trial.mutate(chosen);
  };
  const changes = (trial.data?.counts.enrolled ?? 0) + (trial.data?.counts.invited ?? 0);
  const error = real.error ?? trial.error;
  return (
    <section className="stack" aria-labelledby="file">
      <h2 id="file">From a file</h2>
      <Drop file={file} onFile={choose} />
      {trial.isPending ? <p role="status">Checking the file</p> : null}
      {error === null ? null : <Problems error={error} />}
      {trial.data === undefined ? null : (
        <>
          <Report title={`Trial: ${summary(trial.data, true)}`} report={trial.data} isTrial />
          <ReadAs report={trial.data} />
          <div className="row">
            {changes === 0 ? (
              <p>Nothing in this file would change anything.</p>
            ) : (
              <button
                type="button"
                className="button primary"
                disabled={real.isPending || file === null}
                onClick={() => {
                  if (file !== null) real.mutate(file);
                }}
              >
                {real.isPending ? 'Enrolling' : `Enrol or invite ${counted(changes, 'person', 'people')}`}
              </button>
            )}
            <span className="muted small-text">Nothing is changed yet.</span>
          </div>
        </>
      )}
      {real.data === undefined ? null : <Report title={summary(real.data)} report={real.data} />}
    </section>
  );
}
