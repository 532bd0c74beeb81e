/** What of an item a spec is about. */
export interface QtiParts {
  readonly responses?: string;
  readonly body: string;
  readonly processing?: string;
  readonly after?: string;
  readonly attributes?: string;
}

const matchCorrect = 'https://www.imsglobal.org/question/qti_v3p0/rptemplates/match_correct.xml';
/** A template of the standard, by its name. */
export const qtiTemplate = (name: string) =>
  `<qti-response-processing template="${matchCorrect.replace('match_correct', name)}"/>`;

export function qtiItem({
  responses = '',
  body,
  processing = qtiTemplate('match_correct'),
  after = '',
  attributes = '',
}: QtiParts) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i1" title="A title" adaptive="false" time-dependent="false"${attributes}>
${responses}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-item-body>${body}</qti-item-body>
${processing}${after}
</qti-assessment-item>`;
}

const values = (list: readonly string[]) => list.map((value) => `<qti-value>${value}</qti-value>`).join('');
/** A response declaration; the type is `single identifier` and the like. */
export const qtiResponse = (type: string, correct: readonly string[], mapping = '', name = 'RESPONSE') => {
  const [cardinality = '', baseType = ''] = type.split(' ');
  const right = correct.length > 0 ? `<qti-correct-response>${values(correct)}</qti-correct-response>` : '';
  return `<qti-response-declaration identifier="${name}" cardinality="${cardinality}" base-type="${baseType}">${right}${mapping}</qti-response-declaration>`;
};
export const qtiMapping = (entries: Readonly<Record<string, string>>, bounds = '') =>
  `<qti-mapping ${bounds}>${Object.entries(entries)
    .map(([key, value]) => `<qti-map-entry map-key="${key}" mapped-value="${value}"/>`)
    .join('')}</qti-mapping>`;
/** A choice of these options in their order. */
export const qtiChoice = (ids: readonly string[], attributes = 'max-choices="1"') =>
  `<p>Which?</p><qti-choice-interaction response-identifier="RESPONSE" shuffle="true" ${attributes}>${ids
    .map((name) => `<qti-simple-choice identifier="${name}">Text ${name}</qti-simple-choice>`)
    .join('')}</qti-choice-interaction>`;
