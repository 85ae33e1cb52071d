import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOrders, foldWords, plainDayRule, plainNumberRule } from '#shared/domain/importing/index.ts';
import type { ColumnProfile, DayProfile, Field, NumberRule, Template } from '#shared/domain/importing/index.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { withDayRule, withMissingWord, withNumberRule } from './mapping-edits.ts';
import { setTemplate } from './wizard.ts';

interface ColumnEvidenceProps {
  readonly field: Field;
  readonly profile: ColumnProfile;
  readonly template: Template;
}

const EXAMPLES = 4;
/** How the column's profile writes the form of a spreadsheet's day number. */
const SERIAL = '00000';

/** What stands in the column, and how it is read where that is a question. */
export function ColumnEvidence(props: ColumnEvidenceProps) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const { field, profile } = props;
  const { type } = field;
  return (
    <div className="flex flex-col gap-2">
      <p className="[overflow-wrap:anywhere]">
        {profile.examples.length === 0 ? t('evidence.empty') : profile.examples.slice(0, EXAMPLES).map(isolated).join(' · ')}
        {profile.blank > 0 && profile.examples.length > 0 ? (
          <span className="text-ink-3"> · {t('evidence.blank', { count: profile.blank, share: format.percent(profile.blank / profile.cells) })}</span>
        ) : null}
      </p>
      {type === 'day' ? <DayEvidence {...props} /> : null}
      {type === 'quantity' || type === 'money' || type === 'decimal' ? <NumberEvidence {...props} /> : null}
      {type === 'day' || type === 'quantity' || type === 'money' || type === 'decimal' ? <MissingWords {...props} /> : null}
    </div>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5 text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** What is read of the cells that hold something; a share that is not whole is worth a look. */
function Readable({ readable, profile, sort }: { readonly readable: number; readonly profile: ColumnProfile; readonly sort: 'days' | 'numbers' }) {
  const { t } = useTranslation('importWizard');
  const format = useFormat();
  const { cells, blank, examined } = profile;
  if (examined === 0) return null;
  const text = t(`evidence.${sort}.${examined === cells - blank ? 'ofAll' : 'ofSome'}`, { readable: format.integer(readable), examined: format.integer(examined) });
  return readable === examined ? <p className="text-ink-3">{text}</p> : <Note>{text}</Note>;
}

const hasOrder = (certainty: DayProfile['certainty']): boolean => certainty !== 'irrelevant';
const hasShortYears = (profile: ColumnProfile): boolean => profile.day.forms.some(({ form }) => /^0.*[^y]yy$/u.test(form));

function DayEvidence({ field, profile, template }: ColumnEvidenceProps) {
  const { t } = useTranslation('importWizard');
  const { name } = profile.column;
  const rule = template.dayRules[name] ?? plainDayRule;
  const { certainty, forms } = profile.day;
  const hasSerials = forms.some(({ form }) => form === SERIAL);
  return (
    <>
      <Readable readable={profile.day.readable} profile={profile} sort="days" />
      {profile.day.jalali > 0 ? <p className="text-ink-3">{t('evidence.jalali', { count: profile.day.jalali })}</p> : null}
      {certainty === 'assumed' ? <Note>{t('importing:notes.dayOrderAssumed', { column: name })}</Note> : null}
      {certainty === 'contradicted' ? <Note>{t('importing:notes.dayOrderContradicted', { column: name })}</Note> : null}
      {hasOrder(certainty) ? (
        <RadioGroup
          label={t('evidence.order', { field: t(`importing:fields.${field.key}`) })}
          isLabelHidden
          look="segments"
          options={dayOrders.map((id) => ({ id, label: t(`importing:dayOrders.${id}`) }))}
          value={rule.order}
          onChange={(order) => { setTemplate(withDayRule(template, name, { ...rule, order })); }}
        />
      ) : null}
      {hasOrder(certainty) && hasShortYears(profile) ? (
        <RadioGroup
          label={t('evidence.shortYears')}
          look="segments"
          options={[
            { id: 'gregorian', label: t('common:locale.calendars.gregory') },
            { id: 'jalali', label: t('common:locale.calendars.persian') },
          ]}
          value={rule.shortYears}
          onChange={(shortYears) => { setTemplate(withDayRule(template, name, { ...rule, shortYears })); }}
        />
      ) : null}
      {hasSerials ? (
        <Checkbox isSelected={rule.serials} onChange={(serials) => { setTemplate(withDayRule(template, name, { ...rule, serials })); }}>
          {t('evidence.serials')}
        </Checkbox>
      ) : null}
    </>
  );
}

const DECIMALS: readonly { readonly id: 'point' | 'comma'; readonly decimal: NumberRule['decimal'] }[] = [
  { id: 'point', decimal: '.' },
  { id: 'comma', decimal: ',' },
];

function NumberEvidence({ field, profile, template }: ColumnEvidenceProps) {
  const { t } = useTranslation('importWizard');
  const { name } = profile.column;
  const { certainty } = profile.number;
  const { decimal } = template.numberRules[name] ?? plainNumberRule;
  return (
    <>
      <Readable readable={profile.number.readable} profile={profile} sort="numbers" />
      {certainty === 'assumed' ? <Note>{t('importing:notes.decimalAssumed', { column: name })}</Note> : null}
      {certainty === 'contradicted' ? <Note>{t('importing:notes.decimalContradicted', { column: name })}</Note> : null}
      {certainty === 'assumed' || certainty === 'contradicted' ? (
        <RadioGroup
          label={t('evidence.decimal', { field: t(`importing:fields.${field.key}`) })}
          isLabelHidden
          look="segments"
          options={DECIMALS.map(({ id }) => ({ id, label: t(`evidence.decimals.${id}`) }))}
          value={decimal === ',' ? 'comma' : 'point'}
          onChange={(id) => { setTemplate(withNumberRule(template, name, { decimal: id === 'comma' ? ',' : '.' })); }}
        />
      ) : null}
    </>
  );
}

/** "N/A", "pending": words among days or numbers. Only a person knows whether they mean that nothing is known. */
function MissingWords({ profile, template }: ColumnEvidenceProps) {
  const { t } = useTranslation('importWizard');
  const { name } = profile.column;
  if (profile.proposedMissingWords.length === 0) return null;
  const declared = new Set((template.missingWords[name] ?? []).map(foldWords));
  return (
    <div role="group" aria-label={t('importing:notes.missingWords', { column: name })}>
      <Note>{t('importing:notes.missingWords', { column: name })}</Note>
      {profile.proposedMissingWords.map(({ word, count }) => (
        <Checkbox key={word} isSelected={declared.has(foldWords(word))} onChange={(isSelected) => { setTemplate(withMissingWord(template, name, word, isSelected)); }}>
          {t('evidence.means', { word: isolated(word), count })}
        </Checkbox>
      ))}
    </div>
  );
}
