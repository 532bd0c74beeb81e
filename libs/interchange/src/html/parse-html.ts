import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, type TreeAdapter } from 'parse5';

type TreeMap = DefaultTreeAdapterTypes.DefaultTreeAdapterMap;
type ParsedNode = DefaultTreeAdapterTypes.Node;

/** As deep as Markdown may be; the libraries that follow call themselves once per level. */
export const htmlDepthMax = 40;
/** A parser repeats open formatting elements in every paragraph, so that the size of a text does not bound its tree. */
const nodesMax = 20_000;

class TooComplex extends Error {}

/** The tree of an HTML fragment, or null when it is nested too deep or has too many elements to be anyone's writing. */
export function parseHtml(html: string): Root | null {
  try {
    const fragment = parseFragment(html, { treeAdapter: boundedAdapter() });
    if (depthOf(fragment) > htmlDepthMax) return null;
    const tree = fromParse5(fragment);
    return tree.type === 'root' ? tree : null;
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

/** Gives up while the tree grows: the parser looks through all open elements for each new one. */
function boundedAdapter(): TreeAdapter<TreeMap> {
  const depths = new WeakMap<ParsedNode, number>();
  let nodes = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      nodes += 1;
      if (nodes > nodesMax) throw new TooComplex();
      return defaultTreeAdapter.createElement(...given);
    },
    appendChild(parent, child) {
      const depth = (depths.get(parent) ?? 0) + 1;
      // The parser appends some elements first and moves them after, so this bound is looser than the one that counts.
      if (depth > 2 * htmlDepthMax) throw new TooComplex();
      depths.set(child, depth);
      defaultTreeAdapter.appendChild(parent, child);
    },
  };
}

function depthOf(fragment: DefaultTreeAdapterTypes.DocumentFragment): number {
  let level: ParsedNode[] = [fragment];
  let depth = -1;
  while (level.length > 0) {
    depth += 1;
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return depth;
}
