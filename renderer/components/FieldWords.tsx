import { CircleAlert } from 'lucide-react';
import { FieldError, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface FieldBase {
  readonly label: string;
  /** Under the field, always visible. */
  readonly description?: string | undefined;
  /** Words of what is wrong; null or absent: nothing is. */
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly name?: string;
}

export function FieldWords({ description, error }: Pick<FieldBase, 'description' | 'error'>) {
  return (
    <>
      {description === undefined ? null : (
        <Text slot="description" className="text-sm text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1 text-sm text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}

/** Required is the rule in short forms, so it is the exception that is marked. */
export function OptionalMark({ isRequired }: { readonly isRequired: boolean }) {
  const { t } = useTranslation('common');
  // The space keeps Persian letters of the label and of the mark from joining.
  return isRequired ? null : <span className="ms-0.5 font-normal text-ink-3"> {t('optional')}</span>;
}
