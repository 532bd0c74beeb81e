import { Icon } from '../../shared/ui/icon.js';

/** That it worked, beside the button that did it. */
export function Done({ children }: { children: string }) {
  return (
    <p className="row" role="status">
      <Icon name="check" size={18} /> {children}
    </p>
  );
}
