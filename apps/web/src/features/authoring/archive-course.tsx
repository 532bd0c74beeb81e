import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { DraftCourse } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { announce } from '../../shared/ui/announcer.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { Field } from '../../shared/ui/field.js';
import { ErrorNote } from '../../shared/ui/states.js';

/** Takes a course out of use for good; it is named by typing, for there is no way back. */
export function ArchiveCourse({ course }: { course: DraftCourse }) {
  const queries = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const archive = useMutation({
    mutationFn: () => api.content.archiveCourse(course.id),
    onSuccess: async () => {
      setIsAsked(false);
      await queries.invalidateQueries({ queryKey: ['author'] });
      announce('The course is archived.');
    },
  });
  return (
    <section className="stack" aria-labelledby="archive-course">
      <h2 id="archive-course">Archive</h2>
      <p>Learners no longer find an archived course. Badges, certificates and figures stay.</p>
      <div>
        <button type="button" className="button danger" onClick={() => setIsAsked(true)}>
          Archive this course
        </button>
      </div>
      <Dialog title={`Archive ${course.title}?`} isOpen={isAsked} onClose={() => setIsAsked(false)}>
        <p>
          This cannot be taken back: the course can be read and exported from then on, but no longer changed or
          published. Imported again from its folder it is a new course.
        </p>
        <Field
          label={`Type the title of the course: ${course.title}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {archive.isError ? <ErrorNote error={archive.error} /> : null}
        <div className="row">
          <button
            type="button"
            className="button danger"
            disabled={archive.isPending || typed.trim() !== course.title.trim()}
            onClick={() => archive.mutate()}
          >
            Archive
          </button>
          <button type="button" className="button" onClick={() => setIsAsked(false)}>
            Keep
          </button>
        </div>
      </Dialog>
    </section>
  );
}
