import { Switch } from 'react-aria-components';

import { counted } from '../../shared/text/numbers.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { ErrorNote } from '../../shared/ui/states.js';

interface SubmitDialogProps {
  isOpen: boolean;
  empty: readonly number[];
  /** Begun, with parts left empty. */
  partly: readonly number[];
  flagged: readonly number[];
  unsent: number;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onGo: (number: number) => void;
  onSubmit: () => void;
}

function Numbers({ label, numbers, onGo }: { label: string; numbers: readonly number[]; onGo: (n: number) => void }) {
  if (numbers.length === 0) return null;
  return (
    <div className="stack-tight">
      <p>{label}</p>
      <ul className="row plain-list">
        {numbers.map((number) => (
          <li key={number}>
            <button type="button" className="button small" onClick={() => onGo(number)}>
              Question {number}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Shows what is empty or flagged, once, then hands in. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { isOpen, empty, partly, flagged, unsent, isPending, error, onClose, onGo, onSubmit } = props;
  return (
    <Dialog title="Hand in the quiz" isOpen={isOpen} onClose={onClose}>
      {empty.length === 0 && partly.length === 0 && flagged.length === 0 ? (
        <p>Every question is answered and none is flagged.</p>
      ) : null}
      <Numbers label={`${counted(empty.length, 'question')} empty:`} numbers={empty} onGo={onGo} />
      <Numbers label={`${counted(partly.length, 'question')} answered in part:`} numbers={partly} onGo={onGo} />
      <Numbers label={`${counted(flagged.length, 'question')} flagged:`} numbers={flagged} onGo={onGo} />
      {unsent === 0 ? null : <p>{counted(unsent, 'answer')} not sent yet will go along.</p>}
      <p className="muted">After handing in, answers cannot be changed.</p>
      {error === null ? null : (
        <>
          <ErrorNote error={error} />
          <p>Nothing is lost: your answers are kept. Handing in twice counts once.</p>
        </>
      )}
      <div className="row">
        <button type="button" className="button primary" disabled={isPending} onClick={onSubmit}>
          {isPending ? 'Handing in' : error === null ? 'Hand in' : 'Try again'}
        </button>
        <button type="button" className="button" onClick={onClose}>
          Back to the quiz
        </button>
      </div>
    </Dialog>
  );
}

interface KeysDialogProps {
  isOpen: boolean;
  onClose: () => void;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

const keyList: readonly [string, string][] = [
  ['1 to 9', 'choose an option'],
  ['← →', 'previous and next question'],
  ['Enter', 'next question'],
  ['↑ ↓', 'move an item, on its buttons'],
  ['F', 'flag this question'],
  ['?', 'this list'],
];

export function KeysDialog({ isOpen, onClose, isOn, onSwitch }: KeysDialogProps) {
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose}>
      <dl className="key-list">
        {keyList.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch className="switch" isSelected={isOn} onChange={onSwitch}>
        <span className="switch-track">
          <span className="switch-thumb" />
        </span>
        Single keys (1 to 9, F, ?) are {isOn ? 'on' : 'off'}
      </Switch>
      <div>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
