import { decodeQR } from 'qr/decode.js';

/** Larger pictures are drawn smaller: a label that fills a tenth of them is still read. */
const LONGEST_SIDE = 1280;
const PHOTO_TIME_MS = 2000;

type Picture = CanvasImageSource & { readonly width?: number; readonly height?: number };

/** Draws pictures onto one canvas, which is kept between frames. */
export class CodeReader {
  readonly #canvas = document.createElement('canvas');

  /** @returns what the code says; null where none is to be seen. */
  read(picture: Picture, width: number, height: number, isPhoto = false): string | null {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
    const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    this.#canvas.width = w;
    this.#canvas.height = h;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This window cannot draw pictures');
    context.drawImage(picture, 0, 0, w, h);
    const { data } = context.getImageData(0, 0, w, h);
    try {
      return decodeQR({ width: w, height: h, data }, isPhoto ? { effort: Number.POSITIVE_INFINITY, timeLimit: PHOTO_TIME_MS } : {});
    } catch {
      // The library throws for every picture without a readable code: most frames of a camera are such.
      return null;
    }
  }
}

/** What the code in a photograph says; null where none is to be seen. @throws where the file is no picture. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file);
  try {
    return new CodeReader().read(bitmap, bitmap.width, bitmap.height, true);
  } finally {
    bitmap.close();
  }
}
