import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import type { CourseFolderImport } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { Field } from '../../../shared/ui/field.js';
import { ErrorNote } from '../../../shared/ui/states.js';

type ReadFile = CourseFolderImport['report']['files'][number];

const bytesMax = 20 * 1024 * 1024;

const outcomes: Record<ReadFile['outcome'], { words: string; tone: string }> = {
  read: { words: 'Read', tone: 'tag-success' },
  read_with_loss: { words: 'Read with loss', tone: 'tag-warning' },
  refused: { words: 'Refused', tone: 'tag-danger' },
  left_out: { words: 'Left out', tone: '' },
};

function Report({ course, report }: CourseFolderImport) {
  return (
    <div className="stack" role="status">
      <h3>
        {counted(report.sections, 'section')}, {counted(report.questions, 'question')},{' '}
        {counted(report.pictures, 'picture')}; {counted(report.refused, 'question')} refused
      </h3>
      <div>
        <Link to="/author/courses/$id" params={{ id: course.id }} className="button primary">
          Open {course.title}
        </Link>
      </div>
      <div className="table-scroll" role="region" aria-label="Result per file" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {report.files.map((file) => (
              <tr key={file.path}>
                <th scope="row">{file.path}</th>
                <td>
                  <span className={`tag ${outcomes[file.outcome].tone}`}>{outcomes[file.outcome].words}</span>
                  {file.problems.map(({ line, message }) => (
                    <p key={`${line}${message}`} className="small-text">
                      Line {line}: {message}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A packed course folder becomes a new draft, with what became of each file. */
export function FolderImport() {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const isTooLarge = (file?.size ?? 0) > bytesMax;
  const read = useMutation({
    mutationFn: (folder: File) => api.content.importCourseFolder(folder),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['author', 'courses'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== null) read.mutate(file);
  };
  return (
    <section className="stack" aria-labelledby="folder">
      <h2 id="folder">Or a course folder</h2>
      <form className="form form-wide" onSubmit={submit}>
        <Field
          label="Packed folder"
          type="file"
          accept=".zip,application/zip"
          hint="A .zip as a course's page offers it, 20 MB at most. It becomes a new draft."
          error={isTooLarge ? 'The file is larger than 20 MB.' : null}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            read.reset();
          }}
        />
        {read.isError ? <ErrorNote error={read.error} /> : null}
        <div>
          <button type="submit" className="button" disabled={file === null || isTooLarge || read.isPending}>
            {read.isPending ? 'Reading' : 'Import folder'}
          </button>
        </div>
      </form>
      {read.data === undefined ? null : <Report {...read.data} />}
    </section>
  );
}
