import type { ReactNode } from 'react';

import { Dialog } from '../../shared/ui/dialog.js';
import { ErrorNote } from '../../shared/ui/states.js';

interface ConfirmProps {
  title: string;
  action: string;
  isOpen: boolean;
  isPending: boolean;
  isReady?: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something is taken away: what happens, what stays, and the act by its name. */
export function Confirm({
  title,
  action,
  isOpen,
  isPending,
  isReady = true,
  error,
  onConfirm,
  onClose,
  children,
}: ConfirmProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {children}
      {error === null || error === undefined ? null : <ErrorNote error={error} />}
      <div className="row">
        <button type="button" className="button danger" disabled={isPending || !isReady} onClick={onConfirm}>
          {action}
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
