import type { ImportReport } from '#libs/api-client';

import { counted } from '../../shared/text/numbers.js';

const changeWords: Record<ImportReport['changes'][number]['kind'], string> = {
  added: 'Added',
  renamed: 'Renamed',
  moved: 'Moved',
  removed: 'Removed',
};

function Changes({ changes }: { changes: ImportReport['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <details className="card">
      <summary>{counted(changes.length, 'change')}</summary>
      <ul>
        {changes.map((change) => (
          <li key={`${change.kind}${change.id}`}>
            {changeWords[change.kind]} {change.what}: {change.title}
            {change.before === undefined ? '' : ` (was ${change.before})`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Notes({ notes }: { notes: ImportReport['notes'] }) {
  if (notes.length === 0) return <p>Everything in the file was understood.</p>;
  return (
    <div className="table-scroll" role="region" aria-label="Notes of the import" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col">Kind</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((note) => (
            <tr key={`${note.line}${note.kind}${note.message}`}>
              <td className="number">{note.line}</td>
              <td>
                <span className={`tag ${note.severity === 'warning' ? 'tag-warning' : ''}`}>
                  {note.severity === 'warning' ? 'Warning' : 'Note'}
                </span>
              </td>
              <td>{note.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an import made, what it changed, and every line it did not take as it stood. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { sections, topics, resources, notes, changes } = report;
  return (
    <section className="stack" aria-labelledby="import-report">
      <h2 id="import-report">
        {counted(sections, 'section')}, {counted(topics, 'topic')}, {counted(resources, 'resource')}
      </h2>
      <Changes changes={changes} />
      <Notes notes={notes} />
    </section>
  );
}
