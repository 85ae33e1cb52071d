import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Rater, RaterAgreement } from '#shared/contract/scores.ts';
import { queries } from '#renderer/api.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { LoadingBlock } from '#renderer/components/Skeleton.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { Overall } from './Overall.tsx';
import { PoorOnes } from './PoorOnes.tsx';

/** Whether two people who rate the same clients mean the same (Cohen’s κ). */
export function AgreementPage() {
  const { t } = useTranslation('agreement');
  const [params, setParams] = useSearchParams();
  const raters = useQuery(queries.scores.raters.queryOptions());
  const input = { raterA: params.get('a'), raterB: params.get('b') };
  const agreement = useQuery(queries.scores.agreement.queryOptions({ input, placeholderData: (previous) => previous }));
  const error = raters.error ?? agreement.error;
  return (
    <div className="flex w-full max-w-6xl flex-col gap-6">
      <PageHeader title={t('title')} description={<span className="block max-w-prose">{t('explain')}</span>} />
      {error ? (
        <ErrorState error={error} onRetry={() => void Promise.all([raters.refetch(), agreement.refetch()])} />
      ) : !raters.data || !agreement.data ? (
        <LoadingBlock lines={8} />
      ) : raters.data.length < 2 ? (
        <EmptyState icon={<Users aria-hidden />} title={t('few.title')} actions={<LinkButton to="/clients">{t('few.toClients')}</LinkButton>}>
          {t('few.body')}
        </EmptyState>
      ) : (
        <>
          <RaterChoice
            raters={raters.data}
            agreement={agreement.data}
            onChoose={(a, b) => {
              setParams({ a, b }, { replace: true });
            }}
          />
          <Result agreement={agreement.data} />
        </>
      )}
    </div>
  );
}

interface RaterChoiceProps {
  readonly raters: readonly Rater[];
  readonly agreement: RaterAgreement;
  readonly onChoose: (a: string, b: string) => void;
}

function RaterChoice({ raters, agreement: { raterA, raterB }, onChoose }: RaterChoiceProps) {
  const { t } = useTranslation('agreement');
  const [first, second] = raters;
  const a = raterA?.id ?? first?.id ?? '';
  const b = raterB?.id ?? second?.id ?? '';
  const options = (other: string) =>
    raters.map(({ id, name, ratingCount, clientCount }) => ({
      id,
      label: name === '' ? t('records:unknown') : name,
      description: t('raterHas', { ratings: ratingCount, clients: clientCount }),
      isDisabled: id === other,
    }));
  return (
    <div className="grid max-w-2xl grid-cols-2 gap-4 max-sm:grid-cols-1">
      <Select
        label={t('raterA')}
        options={options(b)}
        value={a}
        onChange={(id) => {
          onChoose(id, b);
        }}
      />
      <Select
        label={t('raterB')}
        options={options(a)}
        value={b}
        onChange={(id) => {
          onChoose(a, id);
        }}
      />
    </div>
  );
}

function Result({ agreement }: { readonly agreement: RaterAgreement }) {
  const { t } = useTranslation('agreement');
  const { overall, raterA, raterB, indicators } = agreement;
  if (!overall || !raterA || !raterB || indicators.length === 0) {
    return (
      <EmptyState icon={<Users aria-hidden />} title={t('none.title')} actions={<LinkButton to="/clients">{t('few.toClients')}</LinkButton>}>
        {t('none.body')}
      </EmptyState>
    );
  }
  return (
    <>
      <Overall overall={overall} clientCount={agreement.clientCount} />
      <PoorOnes agreement={agreement} raterA={raterA} raterB={raterB} />
      <Section title={t('table.title')} description={t('table.how')}>
        <IndicatorTable agreement={agreement} raterA={raterA} raterB={raterB} />
      </Section>
    </>
  );
}
