import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import type { DraftSection } from '#libs/api-client';

import { api } from '../../../shared/session/session.js';
import { announce } from '../../../shared/ui/announcer.js';
import { counted } from '../../../shared/text/numbers.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Field } from '../../../shared/ui/field.js';
import { ErrorNote } from '../../../shared/ui/states.js';

/** Takes a section with its questions out of the draft; it is named by typing, for there is no way back. */
export function RemoveSection({ courseId, section }: { courseId: string; section: DraftSection }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: () => api.content.removeSection(section.id, section.version),
    onSuccess: async () => {
      await navigate({ to: '/author/courses/$id', params: { id: courseId }, replace: true });
      await queries.invalidateQueries({ queryKey: ['author'] });
      announce(`${section.title} was removed from the draft.`);
    },
  });
  return (
    <section className="stack" aria-labelledby="remove-section">
      <h2 id="remove-section">Remove</h2>
      <p>The live publication keeps the section until you publish again; badges that were earned stay.</p>
      <div>
        <button type="button" className="button danger" onClick={() => setIsAsked(true)}>
          Remove this section
        </button>
      </div>
      <Dialog title={`Remove ${section.title}?`} isOpen={isAsked} onClose={() => setIsAsked(false)}>
        <p>
          {section.questionCount === 0
            ? 'It leaves the draft.'
            : `It leaves the draft with its ${counted(section.questionCount, 'question')}. To keep them, export or move them first.`}
        </p>
        <Field
          label={`Type the title of the section: ${section.title}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {remove.isError ? <ErrorNote error={remove.error} /> : null}
        <div className="row">
          <button
            type="button"
            className="button danger"
            disabled={remove.isPending || typed.trim() !== section.title.trim()}
            onClick={() => remove.mutate()}
          >
            Remove
          </button>
          <button type="button" className="button" onClick={() => setIsAsked(false)}>
            Keep
          </button>
        </div>
      </Dialog>
    </section>
  );
}
