/** A cutout on one colour: for programs that know no transparency. */
import { canvasContext } from './encode-webp';

/** @throws MatteError out-of-memory; DOMException for what is no picture */
export async function flatten(png: Blob, colour: string): Promise<Blob> {
  const bitmap = await createImageBitmap(png);
  const context = canvasContext(bitmap.width, bitmap.height);
  context.fillStyle = colour;
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.canvas.convertToBlob({ type: 'image/png' });
}
