import { useMutation } from '@tanstack/react-query';

import { api } from '../../shared/session/session.js';
import { ErrorNote } from '../../shared/ui/states.js';

/** Fetches with the access token, which a plain link could not carry, and hands the file to the browser. */
async function download(cohortId: string, name: string): Promise<void> {
  const csv = await api.quiz.exportCohort(cohortId);
  // Reading a response as text drops the byte order mark that spreadsheets look for.
  const url = URL.createObjectURL(new Blob(['\ufeff', csv.replace(/^\ufeff/, '')], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'cohort'}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}

export function CsvButton({ cohortId, name }: { cohortId: string; name: string }) {
  const exportCsv = useMutation({ mutationFn: () => download(cohortId, name) });
  return (
    <>
      <button type="button" className="button" disabled={exportCsv.isPending} onClick={() => exportCsv.mutate()}>
        {exportCsv.isPending ? 'Preparing' : 'Download CSV'}
      </button>
      {exportCsv.isError ? <ErrorNote error={exportCsv.error} /> : null}
    </>
  );
}
