import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { api } from '../../../shared/session/session.js';
import { announce } from '../../../shared/ui/announcer.js';
import { Field } from '../../../shared/ui/field.js';
import { ErrorNote } from '../../../shared/ui/states.js';

const bytesMax = 1024 * 1024;

/** Brackets in the words would end them. */
const asMarkdown = (words: string, name: string) => `![${words.trim().replaceAll(/[[\]\\]/g, '\\$&')}](media:${name})`;

interface PictureFieldProps {
  courseId: string;
  /** Takes the Markdown that shows the picture. */
  onPicture: (markdown: string) => void;
}

/** Takes a picture into the course and shows it in the question; its words stand in for it where it cannot be seen. */
export function PictureField({ courseId, onPicture }: PictureFieldProps) {
  const [file, setFile] = useState<File | null>(null);
  const [words, setWords] = useState('');
  const [fieldKey, setFieldKey] = useState(0);
  const head = useRef<HTMLElement>(null);
  const isTooLarge = (file?.size ?? 0) > bytesMax;
  const send = useMutation({
    mutationFn: (picture: File) => api.content.addMedia(courseId, picture),
    onSuccess: ({ name }) => {
      onPicture(asMarkdown(words, name));
      announce('The picture stands at the end of the question.');
      setFile(null);
      setWords('');
      setFieldKey((key) => key + 1);
      // The button that was pressed has nothing more to send.
      head.current?.focus();
    },
  });
  return (
    <details className="card">
      <summary ref={head}>Add a picture</summary>
      <div className="stack part-more">
        <Field
          key={fieldKey}
          label="Picture"
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          hint="PNG, JPEG, GIF or WebP, 1 MB at most."
          error={isTooLarge ? 'The picture is larger than 1 MB. Make it smaller.' : null}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            send.reset();
          }}
        />
        <Field
          label="What it shows"
          hint="For learners who cannot see it; without giving the answer away."
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {send.isError ? <ErrorNote error={send.error} /> : null}
        <div>
          <button
            type="button"
            className="button small"
            disabled={file === null || isTooLarge || words.trim() === '' || send.isPending}
            onClick={() => {
              if (file !== null) send.mutate(file);
            }}
          >
            {send.isPending ? 'Sending' : 'Put it into the question'}
          </button>
        </div>
        <p className="muted small-text">It is added at the end of the question; the line can be moved to any text.</p>
      </div>
    </details>
  );
}
