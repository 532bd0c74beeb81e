import { useRef, type ReactNode } from 'react';

import { announce } from '../../../shared/ui/announcer.js';
import { Icon } from '../../../shared/ui/icon.js';
import { useProblem } from './problems.js';

interface ListEditorProps<Item> {
  label: string;
  /** What one of them is called: "Option". */
  noun: string;
  /** Where the list is in the question. */
  field: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  /** A new empty one; without it nothing can be added. */
  make?: () => NoInfer<Item>;
  hint?: string;
  children: (item: Item, set: (item: Item) => void, index: number) => ReactNode;
}

/** A list whose parts can be added, taken out and moved, by keyboard as well. */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { label, noun, field, items, onChange, make, hint, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const problem = useProblem(field);
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
    announce(`${noun} ${from + 1} is now ${to + 1} of ${items.length}`);
    // The focus follows what was moved, so that the next press moves it on.
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const way = row?.querySelector<HTMLButtonElement>(`[data-move="${to < from ? 'up' : 'down'}"]:not(:disabled)`);
      (way ?? row?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
    });
  };
  const remove = (index: number) => {
    onChange(items.toSpliced(index, 1));
    announce(`${noun} ${index + 1} was taken out`);
    add.current?.focus();
  };
  return (
    <fieldset className="parts">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
      {problem === null ? null : <p className="field-error">{problem}</p>}
      <ol className="plain-list stack" ref={list}>
        {items.map((item, index) => (
          <li key={index} className="part">
            <div className="part-head">
              <span className="part-name">
                {noun} {index + 1}
              </span>
              <button
                type="button"
                className="button small quiet"
                data-move="up"
                disabled={index === 0}
                aria-label={`Move ${noun.toLowerCase()} ${index + 1} up`}
                onClick={() => move(index, index - 1)}
              >
                <Icon name="up" size={18} />
              </button>
              <button
                type="button"
                className="button small quiet"
                data-move="down"
                disabled={index === items.length - 1}
                aria-label={`Move ${noun.toLowerCase()} ${index + 1} down`}
                onClick={() => move(index, index + 1)}
              >
                <Icon name="down" size={18} />
              </button>
              <button
                type="button"
                className="button small quiet"
                aria-label={`Take out ${noun.toLowerCase()} ${index + 1}`}
                onClick={() => remove(index)}
              >
                <Icon name="cross" size={18} />
              </button>
            </div>
            {children(item, (next) => onChange(items.with(index, next)), index)}
          </li>
        ))}
      </ol>
      {make === undefined ? null : (
        <div>
          <button type="button" ref={add} className="button small" onClick={() => onChange([...items, make()])}>
            <Icon name="plus" size={18} /> Add {noun.toLowerCase()}
          </button>
        </div>
      )}
    </fieldset>
  );
}
