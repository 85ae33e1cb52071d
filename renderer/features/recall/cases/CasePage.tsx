import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { id as idSchema } from '#shared/contract/common.ts';
import { queries } from '#renderer/api.ts';
import { errorKind } from '#renderer/components/describe-error.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import type { Case } from './case.ts';
import { CaseActions } from './CaseActions.tsx';
import { CaseState } from './case-columns.tsx';
import { ConcludeDialog } from './ConcludeDialog.tsx';
import { Notices } from './Notices.tsx';
import { Touched } from './Touched.tsx';

/** One finding: what failed, what it reaches, who is told, and what was concluded. */
export function CasePage() {
  const { t } = useTranslation('recall');
  const { id = '' } = useParams();
  const isId = idSchema.safeParse(id).success;
  const { data, error, refetch } = useQuery(queries.recall.case.queryOptions({ input: { id }, enabled: isId }));
  const toList = (
    <LinkButton variant="text" to="/recall/cases">
      {t('part.cases.title')}
    </LinkButton>
  );
  if (!isId || (error && errorKind(error) === 'NOT_FOUND')) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t('cases.notFound')} actions={toList}>
        {t('cases.notFoundBody')}
      </EmptyState>
    );
  }
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingBlock lines={10} />;
  return <CaseView key={data.id} found={data} toList={toList} />;
}

function CaseView({ found, toList }: { readonly found: Case; readonly toList: ReactNode }) {
  const { t } = useTranslation('recall');
  const [isConcluding, setIsConcluding] = useState(false);
  const conclude = () => {
    setIsConcluding(true);
  };
  return (
    <div className="flex w-full max-w-6xl flex-col gap-7">
      <PageHeader
        title={t('cases.title', { serial: found.serial })}
        parent={toList}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <bdi>{found.instrumentName}</bdi>
            <CaseState closedOn={found.closedOn} />
          </span>
        }
        actions={<CaseActions found={found} onConclude={conclude} />}
      />
      <Finding found={found} />
      <Touched found={found} />
      <Notices found={found} />
      <Conclusion found={found} />
      <ConcludeDialog found={found} isOpen={isConcluding} onClose={() => { setIsConcluding(false); }} />
    </div>
  );
}

function Finding({ found }: { readonly found: Case }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return (
    <Section title={t('cases.finding')}>
      <KeyValueList
        items={[
          {
            key: 'instrument', label: found.isStandard ? t('instruments:standard') : t('orders.instrument'),
            value: <LinkButton variant="text" to={`/instruments/${found.instrumentId}`}><Isolate>{found.serial}</Isolate></LinkButton>,
          },
          {
            key: 'whose', label: t('cases.whose'),
            value: found.clientId === null ? t('instruments:ownHands') : <LinkButton variant="text" to={`/clients/${found.clientId}`}><bdi>{found.clientName}</bdi></LinkButton>,
          },
          {
            key: 'found', label: t('cases.found'),
            value: (
              <span className="flex flex-wrap items-baseline gap-x-2">
                {format.day(found.foundOn, 'long')}
                <LinkButton variant="text" to={`/certificates/${found.certificateId}`}>
                  {t('cases.byCertificate', { number: found.certificateNumber })}
                </LinkButton>
              </span>
            ),
          },
          { key: 'failed', label: t('cases.failed'), value: t('cases.failedOf', { count: found.failedPoints, all: found.pointCount }) },
          { key: 'good', label: t('cases.lastGood'), value: found.goodUntilOn === null ? t('cases.neverGood') : format.day(found.goodUntilOn, 'long') },
        ]}
      />
    </Section>
  );
}

function Conclusion({ found: { conclusion, closedOn } }: { readonly found: Case }) {
  const { t } = useTranslation('recall');
  const format = useFormat();
  return (
    <Section title={t('cases.conclusion')}>
      {conclusion === null ? <p className="text-ink-2">{t('cases.noConclusion')}</p> : <p dir="auto" className="max-w-prose whitespace-pre-line">{conclusion}</p>}
      {closedOn === null ? null : <p className="mt-1 text-sm text-ink-3">{t('cases.closedOn', { day: format.day(closedOn, 'long') })}</p>}
    </Section>
  );
}
