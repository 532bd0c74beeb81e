import { type XmlElement, xmlElement } from '../xml/xml.js';
import { Ratio } from './ratio.js';
import type { Tolerance } from './expressions.js';

export const templateFolder = 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/';

/** A number that does not depend on the answer. A third has no decimal, so it is written as a division. */
export function constant(value: Ratio): XmlElement {
  const decimal = value.toDecimal();
  if (decimal !== null) return baseValue('float', decimal);
  const top = baseValue('float', value.numerator.toString());
  return xmlElement('qti-divide', {}, [top, baseValue('float', value.denominator.toString())]);
}

export function baseValue(type: 'float' | 'identifier', value: string): XmlElement {
  return xmlElement('qti-base-value', { 'base-type': type }, [value]);
}

export function setOutcome(identifier: string, value: XmlElement): XmlElement {
  return xmlElement('qti-set-outcome-value', { identifier }, [value]);
}

export function variable(identifier: string): XmlElement {
  return xmlElement('qti-variable', { identifier });
}

/** What the mapping of a response gives, times a factor. */
export function mapped(identifier: string, factor: Ratio): XmlElement {
  const response = xmlElement('qti-map-response', { identifier });
  return factor.equals(Ratio.one) ? response : xmlElement('qti-product', {}, [response, constant(factor)]);
}

export function addToScore(value: XmlElement): XmlElement {
  return setOutcome('SCORE', xmlElement('qti-sum', {}, [variable('SCORE'), value]));
}

export function when(test: XmlElement, ...rules: readonly XmlElement[]): XmlElement {
  return xmlElement('qti-response-condition', {}, [xmlElement('qti-response-if', {}, [test, ...rules])]);
}

export function allOf(tests: readonly XmlElement[]): XmlElement {
  const [only] = tests;
  return only && tests.length === 1 ? only : xmlElement('qti-and', {}, tests);
}

/** Whether the response is the correct one. */
export function isCorrect(identifier: string): XmlElement {
  return xmlElement('qti-match', {}, againstCorrect(identifier));
}

export function isCorrectText(identifier: string, isCaseSensitive: boolean): XmlElement {
  const attributes = { 'case-sensitive': String(isCaseSensitive) };
  return xmlElement('qti-string-match', attributes, againstCorrect(identifier));
}

/** Relative tolerances are percentages in QTI. */
export function isCorrectNumber(identifier: string, tolerance: Tolerance | null): XmlElement {
  const size = tolerance?.kind === 'relative' ? tolerance.value.times(Ratio.of(100)) : tolerance?.value;
  const room = size && decimalOf(size).text;
  const attributes = { 'tolerance-mode': tolerance?.kind ?? 'exact', tolerance: room && `${room} ${room}` };
  return xmlElement('qti-equal', attributes, againstCorrect(identifier));
}

function againstCorrect(identifier: string): XmlElement[] {
  return [variable(identifier), xmlElement('qti-correct', { identifier })];
}

const places = 12n;

/** A decimal, rounded where none ends. */
export function decimalOf(value: Ratio): { readonly text: string; readonly isExact: boolean } {
  const exact = value.toDecimal();
  if (exact !== null) return { text: exact, isExact: true };
  const rounded = Ratio.of((value.numerator * 10n ** places) / value.denominator, 10n ** places);
  return { text: rounded.toDecimal() ?? '0', isExact: false };
}
