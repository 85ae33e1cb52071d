import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/contract/interactions.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { dayOfInstant } from '#renderer/records/days.ts';

const ROWS = 5;

/** What was last said, and by whom. */
export function RecentContact({ interactions }: { readonly interactions: readonly Interaction[] }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  if (interactions.length === 0) return null;
  return (
    <section aria-labelledby="report-recent">
      <h2 id="report-recent">{t('recent.title')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('recent.day')}</th>
            <th scope="col">{t('recent.subject')}</th>
            <th scope="col">{t('recent.channel')}</th>
            <th scope="col">{t('recent.direction')}</th>
          </tr>
        </thead>
        <tbody>
          {interactions.slice(0, ROWS).map(({ id, occurredAt, subject, channel, direction }) => (
            <tr key={id}>
              <td className="report-whole">{format.day(dayOfInstant(occurredAt))}</td>
              <th scope="row">
                <bdi>{subject}</bdi>
              </th>
              <td>{t(`records:channel.${channel}`)}</td>
              <td>{t(`records:direction.${direction}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
