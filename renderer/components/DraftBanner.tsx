import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';

/** Says that a form holds typing from an earlier time. */
export function DraftBanner({ isShown, onDiscard }: { readonly isShown: boolean; readonly onDiscard: () => void }) {
  const { t } = useTranslation('records');
  if (!isShown) return null;
  return (
    <Banner
      tone="info"
      action={
        <Button size="small" onPress={onDiscard}>
          {t('draft.discard')}
        </Button>
      }
    >
      {t('draft.back')}
    </Banner>
  );
}
