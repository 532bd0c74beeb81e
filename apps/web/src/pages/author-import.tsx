import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';

import { ImportReportView } from '../features/authoring/import-report.js';
import { FolderImport } from '../features/authoring/transfer/folder-import.js';
import { MarkdownSource } from '../features/authoring/markdown-source.js';
import { api } from '../shared/session/session.js';
import { Page } from '../shared/ui/page.js';
import { ErrorNote } from '../shared/ui/states.js';

export function AuthorImportPage() {
  const [markdown, setMarkdown] = useState('');
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => api.content.importCourse({ markdown }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['author', 'courses'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate();
  };
  return (
    <Page
      title="Import a roadmap"
      above={<Link to="/author/courses">Authoring</Link>}
      lead="Headings become sections and topics, links become resources. Nothing is published by this."
    >
      {read.data === undefined ? (
        <form className="form form-wide" onSubmit={submit}>
          {read.isError ? <ErrorNote error={read.error} /> : null}
          <MarkdownSource
            label="Markdown"
            hint="Choose a file or paste its text, up to 2 MB."
            value={markdown}
            onChange={setMarkdown}
          />
          <div>
            <button type="submit" className="button primary" disabled={read.isPending}>
              {read.isPending ? 'Reading' : 'Import'}
            </button>
          </div>
        </form>
      ) : (
        <>
          <div className="row">
            <Link to="/author/courses/$id" params={{ id: read.data.course.id }} className="button primary">
              Open {read.data.course.title}
            </Link>
            <button type="button" className="button" onClick={() => read.reset()}>
              Import another
            </button>
          </div>
          <ImportReportView report={read.data.report} />
        </>
      )}
      <FolderImport />
    </Page>
  );
}
