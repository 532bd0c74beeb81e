import { type XmlElement, xmlElement } from '../xml/xml.js';
import { Ratio } from './ratio.js';

export interface WrittenEntry {
  readonly key: string;
  /** Of the mark. */
  readonly share: Ratio;
  readonly isCaseSensitive?: boolean;
}

/** A mapping, and what one unit of it is of the mark. */
export interface WrittenMapping {
  readonly element: XmlElement;
  readonly unit: Ratio;
}

/**
 * Shares of the mark as a mapping. Its values are decimals, so that thirds are written as ones of a mapping that is worth three; rules
 * divide by that.
 */
export function writeMapping(
  entries: readonly WrittenEntry[],
  floor: Ratio | null,
  most: Ratio | null,
): WrittenMapping {
  const scale = scaleOf([...entries.map(({ share }) => share), floor, most].filter((value) => value !== null));
  const decimal = (value: Ratio) => value.times(scale).toDecimal() ?? '0';
  const attributes = {
    'default-value': '0',
    'lower-bound': floor === null ? undefined : decimal(floor),
    'upper-bound': most === null ? undefined : decimal(most),
  };
  const children = entries.map(({ key, share, isCaseSensitive }) =>
    xmlElement('qti-map-entry', {
      'map-key': key,
      'mapped-value': decimal(share),
      'case-sensitive': isCaseSensitive === undefined ? undefined : String(isCaseSensitive),
    }),
  );
  return { element: xmlElement('qti-mapping', attributes, children), unit: Ratio.one.over(scale) };
}

/** The least whole number that makes decimals of all values. */
function scaleOf(values: readonly Ratio[]): Ratio {
  let scale = Ratio.one;
  for (const value of values) {
    const scaled = value.times(scale);
    if (scaled.toDecimal() === null) scale = scale.times(Ratio.of(withoutTwosAndFives(scaled.denominator)));
  }
  return scale;
}

function withoutTwosAndFives(denominator: bigint): bigint {
  let rest = denominator;
  for (const factor of [2n, 5n]) while (rest % factor === 0n) rest /= factor;
  return rest;
}
