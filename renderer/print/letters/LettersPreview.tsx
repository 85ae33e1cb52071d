import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usualDocumentLocale } from '#shared/i18n/locale.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { LocaleScope } from '#renderer/i18n/LocaleScope.tsx';
import { usePreferences } from '#renderer/state/preferences.ts';
import { localToday } from '#renderer/state/today.ts';
import { FittedPaper } from '../FittedPaper.tsx';
import { paperSizes } from '../paper.ts';
import { PrintActions } from '../PrintActions.tsx';
import { LetterDocument } from './LetterDocument.tsx';
import { letterRoute, readLetterBatch } from './letter-choice.ts';
import { readLetters } from './LettersPrint.tsx';

/** The letters of a batch as they will be printed, each in its client's language. */
export function LettersPreview() {
  const { t } = useTranslation('recall');
  const { paper } = usePreferences();
  const [query] = useSearchParams();
  const batch = useMemo(() => ({ ...readLetterBatch(query), paper }), [query, paper]);
  const { data, error, refetch } = useQuery({ queryKey: ['letters-preview', query.toString()], queryFn: () => readLetters(batch) });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={12} />;
  const toLetters = (
    <LinkButton variant="text" to="/recall/letters">
      {t('part.letters.title')}
    </LinkButton>
  );
  if (data.letters.length === 0) return <EmptyState title={t('letters.noneToPrint')} actions={toLetters}>{t('letters.noneToPrintBody')}</EmptyState>;
  const [only] = data.letters;
  const route = letterRoute({ ids: data.letters.map(({ id }) => id), paper });
  return (
    <div className="flex w-full flex-col gap-5">
      <PageHeader
        title={t('letters.printTitle', { count: data.letters.length })}
        parent={toLetters}
        description={t('letters.printHow')}
        actions={
          <PrintActions
            // A batch longer than an address can be is asked for by what it is.
            route={route.length > 50_000 ? letterRoute({ ids: 'unsent', paper }) : route}
            paper={paper}
            fileName={t('letters.fileName', { name: only && data.letters.length === 1 ? only.clientName : String(data.letters.length), day: localToday() })}
          />
        }
      />
      <section aria-label={t('letters.sheets')} className="flex flex-col gap-6">
        {data.letters.map((letter) => (
          <FittedPaper key={letter.id} width={paperSizes[paper].width}>
            <div className="mx-auto bg-white shadow-float" style={{ inlineSize: `${paperSizes[paper].width}mm`, minBlockSize: `${paperSizes[paper].height}mm`, padding: '18mm' }}>
              <LocaleScope choice={usualDocumentLocale(letter.language)} className="letter-preview">
                <LetterDocument letter={letter} sender={data.sender} />
              </LocaleScope>
            </div>
          </FittedPaper>
        ))}
      </section>
    </div>
  );
}
