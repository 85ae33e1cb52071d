import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { expect, test } from 'vitest';
import { catalogueOf } from './catalogues.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).toSorted();
const keys = [...catalogueOf('en').keys()];

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function walk(value: unknown, visit: (node: Tree) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isTree(value)) {
    if (typeof value['type'] === 'string') visit(value);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

const parse = (file: string): unknown => parseSync(readFileSync(path.join(root, file), 'utf8'), { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2024' });
const HAS_WORD = /\p{L}{2,}/u;
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'description', 'buttonLabel', 'errorMessage']);
const nameOf = (node: unknown): string => (isTree(node) && typeof node['value'] === 'string' ? node['value'] : '');

/** Literals that an expression can come out as: `'a'`, `` `a` ``, `x ? 'a' : 'b'`, `x && 'a'`. */
function outcomes(expression: unknown): string[] {
  if (!isTree(expression)) return [];
  switch (expression['type']) {
    case 'StringLiteral':
      return [nameOf(expression)];
    case 'TemplateLiteral':
      return Array.isArray(expression['quasis']) ? expression['quasis'].map((part: unknown) => (isTree(part) && typeof part['raw'] === 'string' ? part['raw'] : '')) : [];
    case 'ConditionalExpression':
      return [...outcomes(expression['consequent']), ...outcomes(expression['alternate'])];
    case 'BinaryExpression':
      return [...outcomes(expression['left']), ...outcomes(expression['right'])];
    case 'ParenthesisExpression':
    case 'JSXExpressionContainer':
      return outcomes(expression['expression']);
    default:
      return [];
  }
}

test('no word on screen stands outside the catalogues', () => {
  expect(files.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.tsx'))) {
    const report = (text: string): void => {
      if (HAS_WORD.test(text)) found.push(`${file}: ${text.trim()}`);
    };
    walk(parse(file), (node) => {
      if (node['type'] === 'JSXText') report(nameOf(node));
      if ((node['type'] === 'JSXElement' || node['type'] === 'JSXFragment') && Array.isArray(node['children'])) {
        for (const child of node['children']) if (isTree(child) && child['type'] === 'JSXExpressionContainer') outcomes(child).forEach(report);
      }
      if (node['type'] === 'JSXAttribute' && SPOKEN.has(nameOf(node['name']))) outcomes(node['value']).forEach(report);
    });
  }
  expect(found).toEqual([]);
});

/** The literal parts of a key: one that is put together at run time fits every text that has them in this order. */
function keyParts(argument: Tree): readonly string[] | null {
  if (argument['type'] === 'StringLiteral') return [nameOf(argument)];
  return argument['type'] === 'TemplateLiteral' ? outcomes(argument) : null;
}

const fits = (key: string, [first = '', ...rest]: readonly string[]): boolean => {
  if (rest.length === 0) return key === first;
  if (!key.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    // Something must stand where a value is put in.
    const next = part === '' ? at + 1 : key.indexOf(part, at + 1);
    if (next < 0 || next > key.length) return false;
    at = next + part.length;
  }
  return rest.at(-1) === '' || at === key.length;
};

test('every text that is asked for is in the catalogues', () => {
  const missing: string[] = [];
  let asked = 0;
  for (const file of files) {
    const tree = parse(file);
    const namespaces: string[] = [];
    walk(tree, (node) => {
      if (node['type'] !== 'CallExpression' || nameOf(node['callee']) !== 'useTranslation' || !Array.isArray(node['arguments'])) return;
      const first: unknown = node['arguments'][0];
      if (isTree(first) && isTree(first['expression'])) namespaces.push(nameOf(first['expression']));
    });
    walk(tree, (node) => {
      if (node['type'] !== 'CallExpression' || nameOf(node['callee']) !== 't' || !Array.isArray(node['arguments'])) return;
      const argument: unknown = node['arguments'][0];
      const parts = isTree(argument) && isTree(argument['expression']) ? keyParts(argument['expression']) : null;
      if (parts === null) return;
      asked += 1;
      const [head = '', ...tail] = parts;
      const heads = head.includes(':') ? [head] : namespaces.map((namespace) => `${namespace}:${head}`);
      const candidates = heads.map((first) => [first].concat(tail));
      if (!candidates.some((candidate) => keys.some((key) => fits(key, candidate)))) missing.push(`${file}: ${parts.join('…')}`);
    });
  }
  expect(asked).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
