import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

import { Markdown } from '../markdown/markdown.js';
import { plainText } from '../markdown/parse.js';
import { announce } from '../ui/announcer.js';
import { Icon } from '../ui/icon.js';
import { isAnswered, moved, orderOf } from './answer.js';
import type { InputProps } from './input-props.js';

type Direction = 'up' | 'down';

const nameLengthMax = 60;

function nameOf(text: string): string {
  const words = plainText(text);
  return words.length > nameLengthMax ? `${words.slice(0, nameLengthMax - 1)}…` : words;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

/** The place of the pointer among the other items: below how many of them it is. */
function placeUnder(list: HTMLElement, from: number, y: number): number {
  return [...list.children].filter((item, index) => {
    const { top, height } = item.getBoundingClientRect();
    return index !== from && top + height / 2 < y;
  }).length;
}

/**
 * Dragging by a handle, with mouse, pen or finger. Nothing moves before the end of it: moving the element that the pointer is
 * bound to would end the drag. The buttons do the same without dragging.
 */
function useDrag(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const handle = (from: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from, to: from });
    },
    onPointerMove: ({ clientY }: PointerEvent<HTMLElement>) => {
      if (drag !== null && list.current !== null) setDrag({ from, to: placeUnder(list.current, from, clientY) });
    },
    onPointerUp: () => {
      if (drag !== null) onMove(drag.from, drag.to);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  return { drag, list, handle };
}

/** Where the dragged item would come to stand. */
function dropClass(index: number, drag: Drag | null): string {
  if (drag === null) return '';
  if (index === drag.from) return ' is-dragged';
  if (index !== drag.to) return '';
  return drag.to < drag.from ? ' is-drop-before' : ' is-drop-after';
}

/** A list in an order to be found. Untouched it is no answer, because the order to begin with says nothing. */
export function OrderingInput({ question, answer, labelledBy, onAnswer }: InputProps) {
  const texts = new Map((question.items ?? []).map(({ id, text }) => [id, text]));
  const order = orderOf(question, answer);
  const focusAfter = useRef<{ id: string; direction: Direction } | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());

  const move = (from: number, to: number) => {
    const place = Math.max(0, Math.min(order.length - 1, to));
    const id = order[from];
    if (id === undefined) return;
    const name = nameOf(texts.get(id) ?? '');
    if (place === from) {
      announce(
        `${name} stays ${place === 0 ? 'first' : place === order.length - 1 ? 'last' : `at place ${place + 1}`}.`,
      );
      return;
    }
    onAnswer({ order: moved(order, from, place) }, true);
    announce(`${name} is now ${place + 1} of ${order.length}.`);
  };
  const { drag, list, handle } = useDrag((from, to) => {
    if (from !== to) move(from, to);
  });
  const press = (index: number, direction: Direction) => {
    const to = direction === 'up' ? index - 1 : index + 1;
    focusAfter.current = order[to] === undefined ? null : { id: order[index] ?? '', direction };
    move(index, to);
  };
  const key = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    press(index, event.key === 'ArrowUp' ? 'up' : 'down');
  };

  // An element that was moved in the document loses the focus; the next press must find it again.
  useLayoutEffect(() => {
    const { current } = focusAfter;
    if (current !== null) buttons.current.get(`${current.direction} ${current.id}`)?.focus();
    focusAfter.current = null;
  });

  const button = (id: string, index: number, direction: Direction) => {
    const isEnd = direction === 'up' ? index === 0 : index === order.length - 1;
    return (
      <button
        type="button"
        ref={(element) => {
          if (element === null) buttons.current.delete(`${direction} ${id}`);
          else buttons.current.set(`${direction} ${id}`, element);
        }}
        className="button small ordering-button"
        aria-label={`Move ${nameOf(texts.get(id) ?? '')} ${direction}`}
        // Not disabled: a button that vanishes under the finger takes the focus along.
        aria-disabled={isEnd}
        onKeyDown={(event) => key(event, index)}
        onClick={() => press(index, direction)}
      >
        <Icon name={direction} size={18} />
      </button>
    );
  };

  return (
    <div className="stack-tight" role="group" aria-labelledby={labelledBy} aria-describedby={`${labelledBy}-hint`}>
      <p id={`${labelledBy}-hint`} className="muted small-text">
        Put these in order with the buttons, with ↑ and ↓ on a button, or by dragging the handle.
      </p>
      <ol className="ordering plain-list" ref={list}>
        {order.map((id, index) => (
          <li key={id} className={`ordering-item${dropClass(index, drag)}`}>
            <span className="ordering-handle" aria-hidden="true" {...handle(index)}>
              <Icon name="grip" size={20} />
            </span>
            <span className="ordering-place">{index + 1}</span>
            <div className="ordering-text">
              <Markdown text={texts.get(id) ?? ''} inline />
            </div>
            <span className="ordering-buttons">
              {button(id, index, 'up')}
              {button(id, index, 'down')}
            </span>
          </li>
        ))}
      </ol>
      {isAnswered(answer) ? null : (
        <div className="row">
          <button
            type="button"
            className="button small"
            onClick={() => {
              // This button goes away; the way on is to move the first item.
              focusAfter.current = { id: order[0] ?? '', direction: 'down' };
              onAnswer({ order }, false);
            }}
          >
            Keep this order
          </button>
          <span className="muted small-text">The order to begin with does not count until you keep or change it.</span>
        </div>
      )}
    </div>
  );
}
