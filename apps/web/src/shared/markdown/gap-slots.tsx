import { createContext, Fragment, use, type ReactNode } from 'react';

import { piecesOf } from './parse.js';

/** What stands where the text has a gap; null where the text is not about gaps, so that `{{1}}` is itself. */
export type GapSlot = (gapId: string) => ReactNode;

export const GapSlots = createContext<GapSlot | null>(null);

/** A run of characters with its gaps filled. */
export function Characters({ value }: { value: string }) {
  const slot = use(GapSlots);
  if (slot === null) return value;
  return piecesOf(value).map((piece, index) =>
    'text' in piece ? piece.text : <Fragment key={index}>{slot(piece.gap)}</Fragment>,
  );
}
