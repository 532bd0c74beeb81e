import { useEffect, useRef, useState } from 'react';

const switchKey = 'waymark.keys';

export interface PlayerKeys {
  choose: (index: number) => void;
  move: (by: 1 | -1) => void;
  flag: () => void;
  next: () => void;
  help: () => void;
}

/** Whether single characters act; WCAG 2.1.4 asks for a way to turn them off. */
export function useKeySwitch(): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(switchKey) !== 'off');
  const change = (next: boolean) => {
    if (next) localStorage.removeItem(switchKey);
    else localStorage.setItem(switchKey, 'off');
    setOn(next);
  };
  return [isOn, change];
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type));

const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="dialog"]') !== null;

function act(event: KeyboardEvent, keys: PlayerKeys, singleKeysOn: boolean): boolean {
  const typing = isTyping(event.target);
  if (event.key === 'Enter') {
    // Enter presses what can be pressed, opens a list, and makes a new line in a longer text.
    const hasOwnUse = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
    if (isPressable(event.target) || hasOwnUse) return false;
    keys.next();
    return true;
  }
  if (typing) return false;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    // With single keys off, radios keep the browser's own arrows.
    if (!singleKeysOn && event.target instanceof HTMLInputElement) return false;
    keys.move(event.key === 'ArrowRight' ? 1 : -1);
    return true;
  }
  if (!singleKeysOn) return false;
  if (/^[1-9]$/.test(event.key)) keys.choose(Number(event.key) - 1);
  else if (event.key === 'f' || event.key === 'F') keys.flag();
  else if (event.key === '?') keys.help();
  else return false;
  return true;
}

/** Keys of the player, inert while typing, with modifiers, and while a dialog is open. */
export function useKeys(keys: PlayerKeys, singleKeysOn: boolean, isActive: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isActive) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (act(event, latest.current, singleKeysOn)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [singleKeysOn, isActive]);
}
