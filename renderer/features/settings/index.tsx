import { useTranslation } from 'react-i18next';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { AboutSection } from './AboutSection.tsx';
import { CompanySection } from './CompanySection.tsx';
import { ImportsSection } from './ImportsSection.tsx';
import { ReadingSection } from './ReadingSection.tsx';
import { SampleSection } from './SampleSection.tsx';
import { SchemasSection } from './SchemasSection.tsx';
import { ScoringSection } from './ScoringSection.tsx';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <div className="flex max-w-3xl flex-col gap-8 pb-10">
      <PageHeader title={t('title')} />
      <ReadingSection />
      <CompanySection />
      <ScoringSection />
      <ImportsSection />
      <SchemasSection />
      <SampleSection />
      <AboutSection />
    </div>
  );
}
