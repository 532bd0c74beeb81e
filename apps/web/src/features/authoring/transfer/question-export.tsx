import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { QuestionExportReport, QuestionFormat } from '#libs/api-client';

import { saveFile } from '../../../shared/download.js';
import { api } from '../../../shared/session/session.js';
import { counted } from '../../../shared/text/numbers.js';
import { SelectField } from '../../../shared/ui/field.js';
import { Icon } from '../../../shared/ui/icon.js';
import { ErrorNote, QueryView } from '../../../shared/ui/states.js';
import { formats, formatWords } from './formats.js';

function Losses({ items }: { items: QuestionExportReport['items'] }) {
  const lossy = items.filter(({ outcome }) => outcome !== 'written');
  if (items.length === 0) return <p>The section has no questions to export.</p>;
  if (lossy.length === 0) {
    return (
      <p className="row">
        <Icon name="check" size={18} /> The file holds {counted(items.length, 'question')} whole.
      </p>
    );
  }
  return (
    <div className="stack-tight">
      <p>
        {counted(lossy.length, 'question')} of {items.length} would lose something:
      </p>
      <div className="table-scroll" role="region" aria-label="What the file cannot hold" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">What is lost</th>
            </tr>
          </thead>
          <tbody>
            {lossy.map((item) => (
              <tr key={item.key + item.title}>
                <td>{item.title}</td>
                <td>
                  {item.outcome === 'left_out' ? <span className="tag tag-danger">Left out</span> : null}
                  {item.losses.map((words) => (
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
    </div>
  );
}

/** The bank as a file in a format of choice, with what that format cannot hold said first. */
export function QuestionExport({ sectionId }: { sectionId: string }) {
  const [format, setFormat] = useState<QuestionFormat>('yaml');
  const report = useQuery({
    queryKey: ['author', 'export-report', sectionId, format],
    queryFn: () => api.content.exportReport(sectionId, format),
  });
  const download = useMutation({
    mutationFn: async () =>
      saveFile(await api.content.exportQuestions(sectionId, format), report.data?.fileName ?? 'questions'),
  });
  return (
    <section className="stack" aria-labelledby="export">
      <h2 id="export">Export</h2>
      <div className="form">
        <SelectField
          label="As"
          value={format}
          options={formats.map((value) => ({ value, label: formatWords[value] }))}
          onChange={(value) => setFormat(formats.find((one) => one === value) ?? 'yaml')}
        />
      </div>
      <QueryView query={report}>{({ items }) => <Losses items={items} />}</QueryView>
      {download.isError ? <ErrorNote error={download.error} /> : null}
      <div>
        <button
          type="button"
          className="button"
          disabled={download.isPending || report.data === undefined}
          onClick={() => download.mutate()}
        >
          {download.isPending ? 'Preparing' : 'Download'}
        </button>
      </div>
    </section>
  );
}
