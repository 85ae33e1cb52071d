import { useLayoutEffect, useMemo } from 'react';
import type { PrintPaper } from '#shared/contract/desktop.ts';
import { directionOf } from '#shared/i18n/locale.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { adoptStyle, pageRule } from './paper.ts';
import type { Paper, RunningWords } from './paper.ts';

/** The fonts that the page's text asked for, the margin boxes' among them, and every picture. */
async function everythingShown(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
  await document.fonts.ready;
  // A logo that cannot be decoded leaves its place to the company's name; it must not keep a report from being printed.
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}

export const tellPrinter = (state: 'true' | 'error'): void => {
  document.documentElement.dataset['printReady'] = state;
};

/** A sheet in the language and digits of the scope around it, with the running words along its edges. */
export function usePrintReady(paper: Paper, words: RunningWords, title: string, onReady: () => void, isLandscape = false): void {
  const { language, digits } = useFormat().choice;
  const direction = directionOf(language);
  const rule = useMemo(() => pageRule({ paper, isLandscape, direction, digits }, words), [paper, isLandscape, direction, digits, words]);
  useRuledSheet({ language, direction, paper, rule }, title, onReady);
}

interface RuledSheet {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paper: PrintPaper;
  /** The `@page` rule. */
  readonly rule: string;
}

/**
 * Makes the whole document the sheet: paper, margins, title and language are the document's. Then, when fonts and pictures
 * are there, tells whoever prints (`data-print-ready` on the root: `true`, or `error`).
 */
export function useRuledSheet({ language, direction, paper, rule }: RuledSheet, title: string, onReady: () => void): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    const before = { theme: root.dataset['theme'], lang: root.lang, dir: root.dir, title: document.title };
    root.dataset['paper'] = paper;
    root.dataset['theme'] = 'light';
    root.lang = language;
    root.dir = direction;
    document.title = title;
    const drop = adoptStyle(rule);
    let isGone = false;
    everythingShown().then(
      () => {
        if (isGone) return;
        tellPrinter('true');
        onReady();
      },
      () => {
        if (!isGone) tellPrinter('error');
      },
    );
    return () => {
      isGone = true;
      drop();
      delete root.dataset['paper'];
      delete root.dataset['printReady'];
      if (before.theme !== undefined) root.dataset['theme'] = before.theme;
      root.lang = before.lang;
      root.dir = before.dir;
      document.title = before.title;
    };
  }, [paper, language, direction, rule, title, onReady]);
}
