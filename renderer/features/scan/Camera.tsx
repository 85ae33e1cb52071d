import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#renderer/components/Banner.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { CodeReader } from './read-code.ts';

const LOOK_EVERY_MS = 120;

type Problem = 'none' | 'refused' | 'busy' | 'failed';

/** Why there is no picture, from the name of the error (Media Capture and Streams, 10.2). */
const problemOf = (error: unknown): Problem => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
};

interface CameraProps {
  /** Each code as it comes into sight; the same one again only after it was gone. */
  readonly onCode: (text: string) => void;
}

/** The camera's picture, looked at for QR codes. Nothing of it is kept, and it ends with the page. */
export function Camera({ onCode }: CameraProps) {
  const { t } = useTranslation('scan');
  const videoRef = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    told.current = onCode;
  }, [onCode]);

  useEffect(() => {
    const video = videoRef.current;
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    let last: string | null = null;
    const reader = new CodeReader();
    const look = (): void => {
      if (video && video.readyState >= video.HAVE_CURRENT_DATA) {
        const text = reader.read(video, video.videoWidth, video.videoHeight);
        if (text !== null && text !== last) told.current(text);
        last = text;
      }
      timer = setTimeout(look, LOOK_EVERY_MS);
    };
    const start = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: chosen === null ? { facingMode: 'environment' } : { deviceId: { exact: chosen } } });
      if (isGone || !video) return;
      video.srcObject = stream;
      await video.play();
      setCameras((await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput'));
      setProblem(null);
      look();
    };
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().then(
      () => {
        if (isGone) stop();
      },
      (error: unknown) => {
        stop();
        if (!isGone) setProblem(problemOf(error));
      },
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [chosen]);

  if (problem !== null) {
    return (
      <Banner tone="warn" isLive title={t(`camera.${problem}.title`)}>
        {t(`camera.${problem}.body`)}
      </Banner>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {/* The picture is a view-finder: there is nothing in it to hear or to caption. */}
      <video ref={videoRef} muted playsInline aria-label={t('camera.picture')} className="aspect-video w-full max-w-2xl rounded-lg border border-line bg-sunken object-cover" />
      {cameras.length < 2 ? null : (
        <div className="w-72 max-w-full">
          <Select
            label={t('camera.choose')}
            options={cameras.map(({ deviceId, label }, index) => ({ id: deviceId, label: label || t('camera.nth', { number: index + 1 }) }))}
            value={chosen ?? cameras[0]?.deviceId ?? null}
            onChange={setChosen}
          />
        </div>
      )}
    </div>
  );
}
