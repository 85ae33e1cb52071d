import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import type { TakeObstacle } from './use-take.ts';

/** Why it was not taken in, and the way on. */
export function Obstacle({ obstacle, onReadAgain }: { readonly obstacle: TakeObstacle; readonly onReadAgain: () => void }) {
  const { t } = useTranslation('dcc');
  const errorWords = useErrorWords();
  const action =
    obstacle.kind === 'upload-gone' ? (
      <Button size="small" onPress={onReadAgain}>
        {t('file.again')}
      </Button>
    ) : obstacle.kind === 'taken-meanwhile' ? (
      <>
        <LinkButton size="small" to={`/certificates/${obstacle.certificateId}`}>
          {t('file.openCertificate')}
        </LinkButton>
        <Button size="small" onPress={onReadAgain}>
          {t('file.again')}
        </Button>
      </>
    ) : undefined;
  return (
    <Banner tone="danger" isLive action={action}>
      {obstacle.kind === 'other' ? errorWords(obstacle.error) : t(`match.obstacle.${obstacle.kind}`)}
    </Banner>
  );
}
