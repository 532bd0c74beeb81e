import { useMutation } from '@tanstack/react-query';

import type { DraftCourse } from '#libs/api-client';

import { fileName, saveFile } from '../../../shared/download.js';
import { api } from '../../../shared/session/session.js';
import { ErrorNote } from '../../../shared/ui/states.js';

/** The whole draft as a packed folder of YAML files and pictures. */
export function FolderExport({ course }: { course: DraftCourse }) {
  const download = useMutation({
    mutationFn: async () => saveFile(await api.content.exportCourse(course.id), `${fileName(course.slug)}.zip`),
  });
  return (
    <>
      <div>
        <button type="button" className="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {download.isPending ? 'Preparing' : 'Download as a folder'}
        </button>
      </div>
      {download.isError ? <ErrorNote error={download.error} /> : null}
    </>
  );
}
