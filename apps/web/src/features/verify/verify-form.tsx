import { useMutation } from '@tanstack/react-query';
import { useState, type DragEvent, type FormEvent } from 'react';

import type { AnyVerification } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { Field, TextField } from '../../shared/ui/field.js';
import { ErrorNote, Skeleton } from '../../shared/ui/states.js';
import { readGiven } from './given.js';
import { VerificationResult } from './result.js';
import './verify.css';

const bytesMax = 1024 * 1024;

type Asked = { readonly file: File } | { readonly text: string } | { readonly url: string };

function ask(asked: Asked): Promise<AnyVerification> {
  return 'file' in asked ? api.quiz.verifyFile(asked.file) : api.quiz.verify(asked);
}

interface VerifyFormProps {
  /** A link or id of this site was given: its page shows more than a check. */
  onOwn: (id: string) => void;
}

/** Takes a link, an id, an address, pasted text or a file, and shows what was found. */
export function VerifyForm({ onOwn }: VerifyFormProps) {
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const verification = useMutation({ mutationFn: ask });

  const verifyText = (event: FormEvent) => {
    event.preventDefault();
    const given = readGiven(text, location.origin);
    if (given.kind === 'own') onOwn(given.id);
    else if (given.kind === 'url') verification.mutate({ url: given.url });
    else if (given.text !== '') verification.mutate({ text: given.text });
  };
  const verifyFile = (file: File | undefined) => {
    if (file === undefined) return;
    const isTooLarge = file.size > bytesMax;
    setFileFault(
      isTooLarge ? `${file.name} is larger than 1 MB. A badge is much smaller: is it the right file?` : null,
    );
    if (!isTooLarge) verification.mutate({ file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    verifyFile(event.dataTransfer.files[0]);
  };

  return (
    <div className="stack">
      <form className="form" onSubmit={verifyText}>
        <TextField
          label="Link, id or text"
          hint="A link or an id from this site, the address of a badge elsewhere, or the text of a badge file."
          className="code"
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <button type="submit" className="button primary" disabled={text.trim() === '' || verification.isPending}>
            Verify
          </button>
        </div>
      </form>
      <div
        className={isOver ? 'verify-drop verify-drop-over' : 'verify-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field
          label="Or a file"
          type="file"
          accept=".json,.jsonld,.jwt,.jws,.txt,.png,.svg,application/json,application/vc+ld+json,image/png,image/svg+xml"
          hint="JSON, JWT, or a PNG or SVG picture with a badge inside; 1 MB at most. You can drop it here."
          error={fileFault}
          onChange={(event) => verifyFile(event.target.files?.[0])}
        />
      </div>
      <div aria-live="polite">
        {verification.isPending ? <Skeleton kind="row" rows={6} /> : null}
        {verification.isError ? (
          <ErrorNote error={verification.error} onRetry={() => verification.mutate(verification.variables)} />
        ) : null}
        {verification.isSuccess ? <VerificationResult verification={verification.data} /> : null}
        {verification.isIdle ? <WhatIsChecked /> : null}
      </div>
    </div>
  );
}

function WhatIsChecked() {
  return (
    <section className="stack-tight" aria-labelledby="checked">
      <h2 id="checked">What is checked</h2>
      <p>
        That it is a badge in the open standard, that the signature is good, that the key is the issuer’s, that it was
        not withdrawn, that it holds today, and that it says who earned what. Badges of other issuers are checked too.
      </p>
      <p className="muted">Nothing that you give is kept.</p>
    </section>
  );
}
