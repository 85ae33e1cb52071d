import { FileInput, SquareDashed, Store } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useSetPreferences } from '#renderer/state/preferences.ts';
import { useJob } from '#renderer/state/use-job.ts';

type Way = 'sample' | 'import' | 'empty';
const WAYS = [
  { id: 'sample', Icon: Store },
  { id: 'import', Icon: FileInput },
  { id: 'empty', Icon: SquareDashed },
] as const;

export function BeginStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('firstRun');
  const errorWords = useErrorWords();
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('sample');
  const finish = useSetPreferences();
  const sample = useJob((_: null, signal) => api.sample.open(undefined, { signal }));
  const isRunning = sample.state.status === 'running' || finish.isPending;
  const error = sample.state.status === 'failed' ? sample.state.error : finish.error;

  const begin = async (): Promise<void> => {
    if (way === 'sample' && (await sample.run(null)) === null) return;
    await finish.mutateAsync({ setUp: true });
    await navigate(way === 'import' ? '/import' : way === 'empty' ? '/clients?new=1' : '/clients', { replace: true });
  };

  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) void begin();
      }}
    >
      <h2 className="text-xl font-semibold">{t('begin.title')}</h2>
      <RadioGroup
        label={t('begin.title')}
        isLabelHidden
        autoFocus
        look="rows"
        options={WAYS.map(({ id, Icon }) => ({
          id,
          label: t(`begin.${id}.title`),
          description: t(`begin.${id}.body`),
          icon: <Icon aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.5} />,
        }))}
        value={way}
        onChange={setWay}
        isDisabled={isRunning}
      />
      {sample.state.status === 'running' ? (
        <ProgressBar label={t('begin.opening')} done={sample.state.progress?.done ?? 0} total={sample.state.progress?.total ?? 0} onCancel={sample.cancel} />
      ) : null}
      {error ? (
        <Banner tone="danger" isLive title={t('begin.failed')}>
          {errorWords(error)}
        </Banner>
      ) : null}
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onPress={onBack} isDisabled={isRunning}>
          {t('common:back')}
        </Button>
        <Button variant="primary" type="submit" isPending={isRunning}>
          {t(`begin.go.${way}`)}
        </Button>
      </div>
    </Form>
  );
}
