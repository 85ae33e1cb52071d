import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/contract/clients.ts';
import type { FieldValue, RelationshipField, RelationshipKindKey } from '#shared/domain/relationship/index.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { DatePicker } from '#renderer/components/DatePicker.tsx';
import { RadioGroup } from '#renderer/components/RadioGroup.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ratingSteps } from '#renderer/rating/ratings.ts';
import { localToday } from '#renderer/state/today.ts';
import { useRelationshipWords } from './relationship-words.ts';

const NOBODY = 'nobody';
const UNSET = 'unset';

interface FieldInputProps {
  readonly kind: RelationshipKindKey;
  readonly field: RelationshipField;
  readonly value: FieldValue;
  readonly contacts: readonly Contact[];
  /** Words of what is wrong; null: nothing is. */
  readonly error: string | null;
  /** The day that counts as today; where it is not said, this computer's. */
  readonly todayOn?: string;
  readonly onChange: (value: FieldValue) => void;
}

const textOf = (value: FieldValue): string => (typeof value === 'string' ? value : '');

/** One field of a relationship record, asked in the way its type is quickest answered. */
export function RelationshipFieldInput({ kind, field, value, contacts, error, todayOn = localToday(), onChange }: FieldInputProps) {
  const { t } = useTranslation('relationship');
  const format = useFormat();
  const words = useRelationshipWords();
  const label = words.field(kind, field.key);
  const { required: isRequired } = field;
  const common = { label, isRequired, error };
  if (field.type === 'flag') {
    return <Checkbox isSelected={value === true} onChange={onChange}>{label}</Checkbox>;
  }
  if (field.type === 'day') {
    return (
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <DatePicker {...common} value={textOf(value) || null} onChange={onChange} maxValue={field.mayLieAhead ? undefined : todayOn} />
        </div>
        {field.asked === 'later' && value === null ? (
          <Button
            aria-label={`${label}: ${t('today')}`}
            onPress={() => {
              onChange(todayOn);
            }}
          >
            {t('today')}
          </Button>
        ) : null}
      </div>
    );
  }
  if (field.type === 'choice' || field.type === 'rating') {
    const options = field.type === 'choice' ? field.choices.map((id) => ({ id, label: words.choice(kind, field.key, id) })) : ratingSteps.map((step) => ({ id: String(step), label: format.integer(step) }));
    return (
      <RadioGroup
        {...common}
        look="segments"
        options={isRequired ? options : [...options, { id: UNSET, label: t('unset') }]}
        value={value === null ? (isRequired ? null : UNSET) : String(value)}
        onChange={(id) => {
          onChange(id === UNSET ? null : field.type === 'rating' ? Number(id) : id);
        }}
      />
    );
  }
  if (field.type === 'contact') {
    const people = contacts.map(({ id, name }) => ({ id, label: name }));
    return (
      <Select
        {...common}
        {...(isRequired && people.length === 0 ? { description: t('noPeople') } : {})}
        options={isRequired ? people : [{ id: NOBODY, label: t('noContact') }, ...people]}
        value={textOf(value) || (isRequired ? null : NOBODY)}
        onChange={(id) => {
          onChange(id === NOBODY ? null : id);
        }}
      />
    );
  }
  if (field.type === 'longText') return <TextArea {...common} rows={2} maxLength={4000} value={textOf(value)} onChange={onChange} />;
  return <TextField {...common} maxLength={200} value={textOf(value)} onChange={onChange} />;
}
