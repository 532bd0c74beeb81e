import { counted } from '../../shared/text/numbers.js';
import { clock } from '../../shared/text/time.js';
import { Icon } from '../../shared/ui/icon.js';
import type { KeeperSnapshot, SaveState } from './answer-keeper.js';

/** The state of one answer, beside it. */
export function AnswerStatus({ state }: { state: SaveState | undefined }) {
  if (state === undefined || state.kind === 'empty') return <p className="save muted">Not answered yet</p>;
  switch (state.kind) {
    case 'saving':
      return (
        <p className="save muted">
          <Icon name="cloud" size={18} /> Saving
        </p>
      );
    case 'saved':
      return (
        <p className="save save-ok">
          <Icon name="check" size={18} /> Saved at {clock(state.at)}
        </p>
      );
    case 'waiting':
      return (
        <p className="save save-waiting">
          <Icon name="offline" size={18} /> Kept on this device, waiting for network
        </p>
      );
    case 'refused':
      return (
        <p className="save save-bad">
          <Icon name="warn" size={18} /> Not saved: {state.text}
        </p>
      );
    default:
      return state satisfies never;
  }
}

/** One line for the whole paper. Changes of connection are announced by the keeper, not from here. */
export function PaperStatus({ view }: { view: KeeperSnapshot }) {
  if (!view.isConnected) {
    return (
      <p className="save save-waiting">
        <Icon name="offline" size={18} />
        <span>No connection. {counted(view.unsent, 'answer')} kept on this device; go on answering.</span>
      </p>
    );
  }
  if (view.unsent > 0) {
    return (
      <p className="save muted">
        <Icon name="cloud" size={18} /> Saving
      </p>
    );
  }
  return (
    <p className="save save-ok">
      <Icon name="check" size={18} /> All answers saved
    </p>
  );
}
