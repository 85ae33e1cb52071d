import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { queries } from '#renderer/api.ts';
import { Banner } from '#renderer/components/Banner.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { licences } from './licences.ts';

export function AboutSection() {
  const { t } = useTranslation('settings');
  const { data: status } = useQuery(queries.system.status.queryOptions());
  return (
    <Section title={t('about.title')}>
      <div className="flex flex-col gap-4">
        {status?.state === 'ready' && status.cloudFolder !== null ? (
          <Banner tone="warn" title={t('about.cloud.title', { service: status.cloudFolder })}>
            {t('about.cloud.body')}
          </Banner>
        ) : null}
        {status ? (
          <KeyValueList
            items={[
              { key: 'version', label: t('about.version'), value: <Isolate>{status.appVersion}</Isolate> },
              { key: 'file', label: t('about.file'), value: <Isolate>{status.file}</Isolate> },
              { key: 'network', label: t('about.network'), value: t('about.offline') },
            ]}
          />
        ) : null}
        <Disclosure>
          {({ isExpanded }) => (
            <>
              <Heading level={3}>
                <AriaButton slot="trigger" className="inline-flex min-h-8 items-center gap-1.5 font-medium text-accent">
                  <ChevronRight aria-hidden className={isExpanded ? 'size-4 rotate-90' : 'flip-rtl size-4'} />
                  {t('about.licences')}
                </AriaButton>
              </Heading>
              <DisclosurePanel>
                <ul dir="ltr" className="columns-2 gap-8 pt-2 text-sm max-sm:columns-1">
                  {licences.map(({ name, licence }) => (
                    <li key={name} className="flex justify-between gap-3 py-0.5">
                      <span className="truncate">{name}</span>
                      <span className="text-ink-3">{licence}</span>
                    </li>
                  ))}
                </ul>
              </DisclosurePanel>
            </>
          )}
        </Disclosure>
      </div>
    </Section>
  );
}
