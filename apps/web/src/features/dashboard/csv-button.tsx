import { useMutation } from '@tanstack/react-query';

import { csvFile, fileName, saveFile } from '../../shared/download.js';
import { ErrorNote } from '../../shared/ui/states.js';

interface CsvButtonProps {
  /** Of the file, and said after "Download CSV" to whoever cannot see which figures stand beside it. */
  name: string;
  load: () => Promise<string>;
  isSmall?: boolean;
}

/** The same figures as a file for spreadsheets. */
export function CsvButton({ name, load, isSmall = true }: CsvButtonProps) {
  const download = useMutation({ mutationFn: async () => saveFile(csvFile(await load()), `${fileName(name)}.csv`) });
  return (
    <>
      <button
        type="button"
        className={`button${isSmall ? ' small' : ''}`}
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        {download.isPending ? 'Preparing' : 'Download CSV'}
        {isSmall ? <span className="visually-hidden">: {name}</span> : null}
      </button>
      {download.isError ? <ErrorNote error={download.error} /> : null}
    </>
  );
}
