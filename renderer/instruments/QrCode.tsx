import { encodeQR } from 'qr';

interface QrCodeProps {
  /** What a scanner reads from it. */
  readonly payload: string;
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly className?: string;
}

/** Modules of light around the code that a scanner needs to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as one vector path, dark on white whatever the theme: a scanner reads it from the screen and from paper. */
export function QrCode({ payload, label, className }: QrCodeProps) {
  const rows = encodeQR(payload, 'raw', { ecc: 'quartile', border: QUIET_ZONE });
  const size = rows.length;
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className={className}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Stretches of dark modules in a row: where each begins, and how long it is. */
function runsOf(row: readonly boolean[]): (readonly [x: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
