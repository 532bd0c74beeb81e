import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { QuestionImportReport } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { ErrorNote } from '../../shared/ui/states.js';
import { MarkdownSource } from './markdown-source.js';

type Item = QuestionImportReport['items'][number];

const outcomes: Record<Item['outcome'], { words: string; tone: string }> = {
  imported: { words: 'Imported', tone: 'tag-success' },
  imported_with_loss: { words: 'Imported with loss', tone: 'tag-warning' },
  refused: { words: 'Refused', tone: 'tag-danger' },
};

function Report({ report, isTrial }: { report: QuestionImportReport; isTrial: boolean }) {
  return (
    <section className="stack" aria-labelledby="question-report">
      <h2 id="question-report">
        {isTrial ? 'Trial: ' : ''}
        {counted(report.imported, 'question')} {isTrial ? 'would be imported' : 'imported'}, {report.refused} refused
      </h2>
      <div className="table-scroll" role="region" aria-label="Result per question" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                Line
              </th>
              <th scope="col">Question</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item) => (
              <tr key={item.line}>
                <td className="number">{item.line}</td>
                <td>{item.title}</td>
                <td>
                  <span className={`tag ${outcomes[item.outcome].tone}`}>{outcomes[item.outcome].words}</span>
                  {[...item.losses, ...item.reasons].map((words) => (
                    <p key={words} className="small-text">
                      {words}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const example = `## Which status says that a resource was created?

- [ ] 200
- [x] 201
- [ ] 204

201 Created names the new resource in its Location header.
`;

/** Questions from Markdown, tried first if wanted, with a result per item. */
export function QuestionImport({ sectionId }: { sectionId: string }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: (isTrial: boolean) => api.content.importQuestions(sectionId, { format: 'markdown', text, dryRun: isTrial }),
    onSuccess: (_report, isTrial) => {
      if (!isTrial) void queries.invalidateQueries({ queryKey: ['author'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate(false);
  };
  return (
    <div className="stack">
      <details className="card">
        <summary>How a question is written</summary>
        <pre tabIndex={0} role="region" aria-label="Example">
          <code>{example}</code>
        </pre>
      </details>
      <form className="form form-wide" onSubmit={submit}>
        {read.isError ? <ErrorNote error={read.error} /> : null}
        <MarkdownSource
          label="Questions in Markdown"
          hint="A heading or numbered item per question, options as [ ] and [x], the explanation after them."
          value={text}
          onChange={setText}
        />
        <div className="row">
          <button type="submit" className="button primary" disabled={read.isPending}>
            Import questions
          </button>
          <button
            type="button"
            className="button"
            disabled={read.isPending || text === ''}
            onClick={() => read.mutate(true)}
          >
            Try without importing
          </button>
        </div>
      </form>
      {read.data === undefined ? null : <Report report={read.data} isTrial={read.variables} />}
    </div>
  );
}
