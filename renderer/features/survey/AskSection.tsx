import { FileText, Keyboard, Laptop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/clients.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { PrintActions } from '#renderer/print/PrintActions.tsx';
import { surveyRoute } from '#renderer/print/survey-route.ts';
import { usePreferences, useSettings } from '#renderer/state/preferences.ts';
import { askerOf } from '#renderer/survey/asker.ts';
import { HandOver } from './HandOver.tsx';
import { NOBODY, languageOptions, usePeopleOptions, usualChoice } from './use-survey-options.ts';

type Way = 'stand' | 'paper' | 'typeIn';

/** In which language, who, and how: at the stand, on paper, or from a sheet that came back. */
export function AskSection({ client }: { readonly client: Client }) {
  const { t } = useTranslation('surveyScreen');
  const { organisation } = useSettings();
  const { paper } = usePreferences();
  const asker = askerOf(organisation);
  const people = usePeopleOptions(client);
  const [choice, setChoice] = useState(() => usualChoice(client));
  const [way, setWay] = useState<Way>('stand');
  const contactId = choice.contactId === NOBODY ? null : choice.contactId;
  if (asker === null) {
    return (
      <Banner tone="warn" title={t('noAsker.title')} action={<LinkButton to="/settings">{t('noAsker.toSettings')}</LinkButton>}>
        {t('noAsker.body')}
      </Banner>
    );
  }
  return (
    <Section title={t('ask.title')}>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <RadioGroup
            label={t('ask.language')}
            look="segments"
            options={languageOptions()}
            value={choice.language}
            onChange={(language) => {
              setChoice({ ...choice, language });
            }}
          />
          <div className="w-72 max-w-full">
            <Select
              label={t('ask.who')}
              options={people}
              value={choice.contactId}
              onChange={(chosen) => {
                setChoice({ ...choice, contactId: chosen });
              }}
            />
          </div>
        </div>
        <RadioGroup
          label={t('ask.way')}
          look="cards"
          options={[
            { id: 'stand', label: t('ask.stand'), description: t('ask.standHint'), icon: <Laptop aria-hidden className="size-5 shrink-0" /> },
            { id: 'paper', label: t('ask.paper'), description: t('ask.paperHint'), icon: <FileText aria-hidden className="size-5 shrink-0" /> },
            { id: 'typeIn', label: t('ask.typeIn'), description: t('ask.typeInHint'), icon: <Keyboard aria-hidden className="size-5 shrink-0" /> },
          ]}
          value={way}
          onChange={setWay}
        />
        {way === 'stand' ? <HandOver clientId={client.id} contactId={contactId} language={choice.language} /> : null}
        {way === 'paper' ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <p className="max-w-prose flex-1 basis-80 text-ink-2">{t('paper.explain')}</p>
            <div className="flex flex-wrap gap-2">
              <PrintActions
                route={surveyRoute({ clientId: client.id, contactId, language: choice.language, paper })}
                paper={paper}
                fileName={t('print.fileName', { company: asker.company, client: client.name })}
              />
            </div>
          </div>
        ) : null}
        {way === 'typeIn' ? (
          <div>
            <LinkButton variant="primary" to={`/clients/${client.id}/surveys/enter?language=${choice.language}${contactId === null ? '' : `&contact=${contactId}`}`}>
              {t('typeIn.open')}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
