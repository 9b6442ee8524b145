import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type AtRule, type ChildNode, type Container } from 'postcss';

/**
 * The style sheet of a plain page, reduced to the rules that this page can use and put into it: the page
 * is then drawn from its first bytes, without waiting for a second file.
 */
type Selector = { text: string; classes: string[]; alternatives: boolean };
type Declaration = { text: string; property: string; variables: string[] };
type Node =
  | { kind: 'rule'; selectors: Selector[]; declarations: Declaration[] }
  | { kind: 'group'; head: string; name: string; nodes: Node[] }
  | { kind: 'raw'; text: string; name: string; params: string; covers: ((html: string) => boolean) | null };

const variablesIn = (text: string): string[] => [...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? '');

function selector(text: string): Selector {
  const positive = text.replace(/:not\([^()]*\)/g, '');
  const classes = [...positive.matchAll(/\.((?:\\[^\n]|[\w-]|[^\p{ASCII}])+)/gu)].map((match) => (match[1] ?? '').replace(/\\(.)/g, '$1'));
  return { text, classes, alternatives: /:(?:is|where)\([^)]*,/.test(positive) };
}

/** For a font face with a range of characters: whether a page has any of them. */
function covers(node: AtRule): ((html: string) => boolean) | null {
  let range = '';
  node.walkDecls('unicode-range', (declaration) => {
    range = declaration.value;
  });
  const parts = range.split(',').flatMap((part) => {
    const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-');
    if (!from || !to) return [];
    return [`\\u{${from.replace(/\?/g, '0')}}-\\u{${to.replace(/\?/g, 'f')}}`];
  });
  if (parts.length === 0) return null;
  const pattern = new RegExp(`[${parts.join('')}]`, 'u');
  return (html) => pattern.test(html);
}

function parse(container: Container): Node[] {
  return (container.nodes ?? []).flatMap((node: ChildNode): Node[] => {
    if (node.type === 'rule') {
      const declarations = node.nodes.flatMap((child): Declaration[] =>
        child.type === 'decl' ? [{ text: child.toString(), property: child.prop, variables: variablesIn(child.value) }] : [],
      );
      return [{ kind: 'rule', selectors: node.selectors.map(selector), declarations }];
    }
    if (node.type !== 'atrule') return [];
    if (node.nodes === undefined || ['font-face', 'property', 'keyframes', 'page'].includes(node.name)) return [{ kind: 'raw', text: `${node.toString()}${node.nodes === undefined ? ';' : ''}`, name: node.name, params: node.params, covers: covers(node) }];
    return [{ kind: 'group', head: `@${node.name} ${node.params}`, name: node.name, nodes: parse(node) }];
  });
}

/** Addresses in a style sheet are relative to it; in a page they must not be. */
function absolute(css: string, href: string): string {
  return css.replace(/url\((["']?)(?!data:|https?:|\/)([^"')]+)\1\)/g, (_whole, _quote, path: string) => `url(${new URL(path, `http://host${href}`).pathname})`);
}

export class StyleSheet {
  readonly #nodes: Node[];
  readonly #always: ReadonlySet<string>;

  /** `alwaysUsed` are texts whose words may become classes later, i.e. scripts. */
  constructor(css: string, href: string, alwaysUsed: readonly string[]) {
    this.#nodes = parse(postcss.parse(absolute(css, href)));
    this.#always = new Set(alwaysUsed.flatMap(words));
  }

  /** The rules that can apply to this page, in their order, with the variables they need. */
  for(html: string): string {
    const used = new Set([...words(html), ...this.#always]);
    const applies = ({ classes, alternatives }: Selector) => (alternatives ? classes.length === 0 || classes.some((name) => used.has(name)) : classes.every((name) => used.has(name)));
    const kept = prune(this.#nodes, applies, html);
    const needed = neededVariables(kept);
    const body = write(kept, needed, '');
    return write(kept, needed, body);
  }
}

const words = (text: string): string[] => text.split(/[\s"'`<>=]+/);

function prune(nodes: readonly Node[], applies: (selector: Selector) => boolean, html: string): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === 'raw') return node.covers === null || node.covers(html) ? [node] : [];
    if (node.kind === 'group') {
      const inner = prune(node.nodes, applies, html);
      return inner.length > 0 ? [{ ...node, nodes: inner }] : [];
    }
    const selectors = node.selectors.filter(applies);
    return selectors.length > 0 ? [{ ...node, selectors }] : [];
  });
}

/** Custom properties that some kept declaration reads, directly or through others. */
function neededVariables(nodes: readonly Node[]): Set<string> {
  const declared = new Map<string, string[]>();
  const needed = new Set<string>();
  const visit = (list: readonly Node[]) => {
    for (const node of list) {
      if (node.kind === 'group') visit(node.nodes);
      if (node.kind === 'raw') for (const name of variablesIn(node.text)) needed.add(name);
      if (node.kind !== 'rule') continue;
      for (const { property, variables } of node.declarations) {
        if (property.startsWith('--')) declared.set(property, [...(declared.get(property) ?? []), ...variables]);
        else for (const name of variables) needed.add(name);
      }
    }
  };
  visit(nodes);
  for (const name of needed) for (const next of declared.get(name) ?? []) needed.add(next);
  return needed;
}

function write(nodes: readonly Node[], needed: ReadonlySet<string>, body: string): string {
  return nodes
    .map((node) => {
      if (node.kind === 'group') {
        const inner = write(node.nodes, needed, body);
        return inner === '' ? '' : `${node.head}{${inner}}`;
      }
      if (node.kind === 'raw') {
        if (node.name === 'property' && !needed.has(node.params)) return '';
        if (node.name === 'keyframes' && body !== '' && !body.includes(node.params)) return '';
        return node.text;
      }
      const declarations = node.declarations.filter(({ property }) => !property.startsWith('--') || needed.has(property));
      return declarations.length === 0 ? '' : `${node.selectors.map(({ text }) => text).join(',')}{${declarations.map(({ text }) => text).join(';')}}`;
    })
    .join('');
}

const sheets = new Map<string, StyleSheet>();
const link = /<link\b(?=[^>]*\srel="stylesheet")[^>]*\shref="(\/_next\/static\/[^"?]+\.css)[^"]*"[^>]*>/g;
const preload = /<link\b(?=[^>]*\srel="preload")(?=[^>]*\sas="style")[^>]*>/g;

/** Replaces the links to our style sheets by what this page needs of them. `distDir` is Next's build folder. */
export function withOwnStyles(html: string, distDir: string, script: string): string {
  const styled = html.replace(preload, '').replace(link, (whole, href: string) => {
    try {
      let sheet = sheets.get(href);
      if (!sheet) {
        sheet = new StyleSheet(readFileSync(join(distDir, href.slice('/_next/'.length)), 'utf8'), href, [script]);
        sheets.set(href, sheet);
      }
      const css = sheet.for(html);
      return css === '' ? '' : `<style>${css}</style>`;
    } catch {
      // Without the file at hand the page keeps its link, which works as well.
      return whole;
    }
  });
  return styled;
}
