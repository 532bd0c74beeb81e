import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Effects, Extension, State } from 'micromark-util-types';
import type { Processor } from 'unified';

import type { Gap } from './gap-node.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    gap: 'gap';
  }
}

const open = 123; // {
const close = 125; // }
const lengthMax = 40;

/** Teaches a Markdown parser that `{{id}}` is one unit, so that an underscore in it begins no emphasis. */
export function gapSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

const syntax: Extension = { text: { [open]: { name: 'gap', tokenize } } };

const fromMarkdown: FromMarkdown = {
  enter: {
    gap(token) {
      const gap: Gap = { type: 'gap', value: this.sliceSerialize(token) };
      this.enter(gap, token);
    },
  },
  exit: {
    gap(token) {
      this.exit(token);
    },
  },
};

function tokenize(effects: Effects, ok: State, nok: State): State {
  let length = 0;

  function start(code: Code): State | undefined {
    effects.enter('gap');
    effects.consume(code);
    return second;
  }

  function second(code: Code): State | undefined {
    if (code !== open) return nok(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code === close && length > 0) {
      effects.consume(code);
      return last;
    }
    if (!isOfId(code) || length === lengthMax) return nok(code);
    length += 1;
    effects.consume(code);
    return inside;
  }

  function last(code: Code): State | undefined {
    if (code !== close) return nok(code);
    effects.consume(code);
    effects.exit('gap');
    return ok;
  }

  return start;
}

function isOfId(code: Code): boolean {
  return code !== null && code > 0 && /[A-Za-z0-9_-]/.test(String.fromCodePoint(code));
}
