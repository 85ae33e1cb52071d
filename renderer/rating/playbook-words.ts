import { useTranslation } from 'react-i18next';
import { isIndicatorId } from '#shared/domain/model/index.ts';
import { useModelNames } from './model-names.ts';

interface Titled {
  readonly stepCode: string | null;
  readonly title: string | null;
  readonly indicatorId: string;
}

/** What an action of the playbook is called: the exporter's own words, or the app's for one of its own steps. */
export function usePlaybookTitle(): (entry: Titled) => string {
  const { t } = useTranslation(['playbook', 'scoring']);
  const names = useModelNames();
  return ({ stepCode, title, indicatorId }) => {
    if (title !== null && title.trim() !== '') return title;
    // A suggestion counts ("Answer 3 open messages"); an action of the playbook says the same of no client in particular.
    const general = stepCode === null ? '' : t(`playbook:step.${stepCode}`, { defaultValue: '' });
    const words = stepCode === null || general !== '' ? general : t(`scoring:step.${stepCode}.title`, { defaultValue: '' });
    return words === '' && isIndicatorId(indicatorId) ? names.indicator(indicatorId) : words;
  };
}
