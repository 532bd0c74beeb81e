import { lazy, Suspense, use } from 'react';

import { FormulaSource, type FormulaProps } from './formula-source.js';
import { Characters, GapSlots } from './gap-slots.js';
import { piecesOf } from './parse.js';

// Larger than the rest of the page together, and most pages have no formula. Without a network the source is still readable.
const Maths = lazy(() => import('./maths.js').catch(() => ({ default: FormulaSource })));

export function Formula({ source, isDisplayed }: FormulaProps) {
  const slots = use(GapSlots);
  // Nobody can type into a typeset formula: one with a gap is shown as it was written, with the gap in it.
  if (slots !== null && piecesOf(source).some((piece) => 'gap' in piece)) {
    return (
      <code>
        <Characters value={source} />
      </code>
    );
  }
  return (
    <Suspense fallback={<FormulaSource source={source} isDisplayed={isDisplayed} />}>
      <Maths source={source} isDisplayed={isDisplayed} />
    </Suspense>
  );
}
