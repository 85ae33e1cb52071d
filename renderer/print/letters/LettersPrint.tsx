import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { api } from '#renderer/api.ts';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { margins } from '../paper.ts';
import { tellPrinter, useRuledSheet } from '../use-print-ready.ts';
import { LetterDocument } from './LetterDocument.tsx';
import type { LetterContent, LetterSender } from './LetterDocument.tsx';
import { readLetterBatch } from './letter-choice.ts';
import type { LetterBatch } from './letter-choice.ts';

/** As many as one request takes; a batch is printed in as many as it needs. */
const PAGE = 500;

async function idsOf({ ids }: LetterBatch): Promise<readonly string[]> {
  if (ids !== 'unsent') return ids;
  const found: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await api.recall.letters({ clientId: null, kind: null, sent: false, offset, limit: PAGE });
    found.push(...rows.map(({ id }) => id));
    if (rows.length === 0 || found.length >= total) return found;
  }
}

/** The contents of any number of letters, with who sends them. */
export async function readLetters(batch: LetterBatch): Promise<{ readonly letters: readonly LetterContent[]; readonly sender: LetterSender }> {
  const ids = await idsOf(batch);
  const letters: LetterContent[] = [];
  for (let start = 0; start < ids.length; start += PAGE) letters.push(...(await api.recall.letterContents({ ids: ids.slice(start, start + PAGE) })));
  const { organisation, logo, me } = await api.settings.get();
  return { letters, sender: { organisation, logo, signedBy: me?.name ?? null } };
}

/** Letters and nothing else, each on sheets of its own. `then=print` asks to print them at once. */
export function LettersPrint() {
  const [query] = useSearchParams();
  const batch = useMemo(() => readLetterBatch(query), [query]);
  const { data, error, refetch } = useQuery({ queryKey: ['letters-print', query.toString()], queryFn: () => readLetters(batch) });
  useEffect(() => {
    if (error) tellPrinter('error');
  }, [error]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return <Sheets letters={data.letters} sender={data.sender} batch={batch} printsItself={query.get('then') === 'print'} />;
}

interface SheetsProps {
  readonly letters: readonly LetterContent[];
  readonly sender: LetterSender;
  readonly batch: LetterBatch;
  readonly printsItself: boolean;
}

function Sheets({ letters, sender, batch: { paper }, printsItself }: SheetsProps) {
  const { t, i18n } = useTranslation('letters');
  const onReady = useCallback(() => {
    if (printsItself) print();
  }, [printsItself]);
  const rule = `@page { size: ${paper}; margin: ${margins.side}mm ${margins.side}mm ${margins.bottom}mm; }`;
  useRuledSheet({ language: letters[0]?.language ?? i18n.language, direction: 'ltr', paper, rule }, t('documentTitle'), onReady);
  return (
    <main>
      {letters.map((letter) => (
        <LocaleScope key={letter.id} choice={usualDocumentLocale(letter.language)} className="letter-scope">
          <LetterDocument letter={letter} sender={sender} />
        </LocaleScope>
      ))}
    </main>
  );
}
