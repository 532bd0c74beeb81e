import { type Options } from 'rehype-sanitize';

/** All that may be in a text, whichever way it travels. Other elements leave only what they hold. */
export const sanitizeSchema: Options = {
  tagNames: [
    ...['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside', 'address', 'center'],
    ...['figure', 'figcaption', 'fieldset', 'legend', 'details', 'summary', 'blockquote', 'pre', 'hr', 'br', 'wbr'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ...['a', 'img', 'b', 'strong', 'i', 'em', 'u', 'del', 's', 'strike', 'q', 'sub', 'sup'],
    ...['code', 'kbd', 'samp', 'tt', 'var', 'input', 'span'],
  ],
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title'],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['media'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: { input: ['li'], li: ['ol', 'ul'] },
  strip: ['script', 'style'],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
