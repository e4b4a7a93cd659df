/**
 * No sentence stands in the code: whatever a person reads is in locales/. The sources are parsed, so that what is found is a
 * string and not a comment.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Attributes whose text is read, aloud or on the screen. */
const SPOKEN_ATTRIBUTES =
  /^(aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder|label|hint|sentence|description)$/;
/** Calls whose strings are for developers, selectors, or Matte itself. */
const UNSPOKEN_CALLS =
  /^(matteError|MatteError|Error|TypeError|RangeError|DOMException|AbortError|querySelector|querySelectorAll|closest|matches|matchMedia|setProperty|stores|RegExp|getContext|createDocument|say|sayWith|sentenceOf)$/;
/** Two words with a letter each, the first of them in capitals: "Remove background", not "image/png" or "inset(50%)". */
const SENTENCE = /^\W*\p{Lu}[\p{L}’']*[,.:]?\s+\P{L}*\p{L}/u;

/** Read by whoever helps, in one language whoever sends it. */
const FOR_DEVELOPERS = ['utils/ui/diagnostics.ts'];

const sources = ['entrypoints', 'utils']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !FOR_DEVELOPERS.includes(path));

describe('sentences are in locales/, not in the code', () => {
  it.each(sources)('%s', (path) => {
    expect(sentencesOf(readFileSync(join(ROOT, path), 'utf8'), path)).toEqual([]);
  });

  it('nothing is said before a language is chosen: no say() runs while a module loads', () => {
    const early = sources.filter((path) => saysWhileLoading(parse(readFileSync(join(ROOT, path), 'utf8'), path)));
    expect(early).toEqual([]);
  });

  it('finds what it looks for', () => {
    const jsx = `<p title="Hi" className="Big one">Hello {name ? 'Nice day' : \`See \${you} soon\`}</p>`;
    expect(sentencesOf(jsx, 'a.tsx')).toEqual(['Hi', 'Hello', 'Nice day', 'See * soon']);
    expect(sentencesOf(`throw matteError('internal', 'Bad things happen'); // Never mind this`, 'a.ts')).toEqual([]);
    expect(saysWhileLoading(parse(`const A = { b: say('card.x') };`, 'a.ts'))).toBe(true);
    expect(saysWhileLoading(parse(`const a = () => say('card.x');`, 'a.ts'))).toBe(false);
  });
});

function parse(text: string, path: string): Node {
  return parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }).program as unknown as Node;
}

function sentencesOf(text: string, path: string): string[] {
  const found: string[] = [];
  visit(parse(text, path), (node, parents) => {
    const said = textOf(node);
    if (said === null || !/\p{L}/u.test(said) || isUnspoken(parents)) return;
    const attribute = parents.at(-1)?.type === 'JSXAttribute' ? nameOf(parents.at(-1)?.name) : '';
    if (node.type === 'JSXText' || SPOKEN_ATTRIBUTES.test(attribute) || (!attribute && SENTENCE.test(said))) {
      found.push(said.trim());
    }
  });
  return found;
}

function saysWhileLoading(program: Node): boolean {
  let isEarly = false;
  visit(program, (node, parents) => {
    if (node.type !== 'CallExpression' || !/^(say|sayWith|sentenceOf)$/.test(nameOf(node.callee))) return;
    if (!parents.some(({ type }) => /Function|MethodDefinition/.test(type))) isEarly = true;
  });
  return isEarly;
}

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('*');
}

function isUnspoken(parents: readonly Node[]): boolean {
  return parents.some(
    (node) =>
      /^(Import|ExportAll|TS.*Type|TSTypeReference)/.test(node.type) ||
      (/^(CallExpression|NewExpression)$/.test(node.type) && UNSPOKEN_CALLS.test(nameOf(node.callee))),
  );
}

function nameOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('property' in node) return nameOf(node.property);
  return 'name' in node ? String(node.name) : '';
}

function visit(
  node: unknown,
  look: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, look, parents);
    return;
  }
  const isNode = 'type' in node;
  if (isNode) look(node as Node, parents);
  const inside = isNode ? [...parents, node as Node] : parents;
  for (const child of Object.values(node)) visit(child, look, inside);
}
