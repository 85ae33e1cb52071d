import type { ClientReport } from '#shared/contract/reports.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { logoUrl } from '#renderer/components/read-logo.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Dotted } from './Dotted.tsx';

/** Whose paper this is. */
export function Letterhead({ organisation, logo }: Pick<ClientReport, 'organisation' | 'logo'>) {
  const format = useFormat();
  if (organisation === null && logo === null) return null;
  const place = organisation === null ? [] : [organisation.address, organisation.countryCode === null ? null : format.country(organisation.countryCode)];
  const lines = organisation === null ? [] : [organisation.phone, organisation.email, organisation.website];
  return (
    <div className="report-letterhead">
      {logo === null ? null : <img src={logoUrl(logo)} alt={organisation?.name ?? ''} className="report-logo" />}
      <div className="report-sender">
        {organisation === null ? null : (
          <p className="report-sender-name">
            <bdi>{organisation.name}</bdi>
          </p>
        )}
        <p className="report-sender-place">
          <Dotted parts={place} />
        </p>
      </div>
      <ul className="report-sender-ways">
        {lines.flatMap((text) =>
          text === null || text === ''
            ? []
            : [
                <li key={text}>
                  <Isolate>{text}</Isolate>
                </li>,
              ],
        )}
      </ul>
    </div>
  );
}
