export interface FormulaProps {
  source: string;
  isDisplayed: boolean;
}

/** A formula as it was written: while the typesetter is on its way, and when it cannot read it. */
export function FormulaSource({ source, isDisplayed }: FormulaProps) {
  return <code className={isDisplayed ? 'formula-block' : undefined}>{source}</code>;
}
