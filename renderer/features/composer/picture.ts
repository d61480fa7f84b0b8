// A picture for within the text, not larger than it can be seen: a photo of a telephone is ten times what a mail needs.

/** Pictures that every mail program shows within a text. */
const SHOWN_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Twice the width of a letter, for sharp screens. */
const WIDEST = 1_600;
/** Of a JPEG: smaller shows in photos of wood and cloth. */
const QUALITY = 0.85;

export const isPicture = ({ type }: Pick<File, 'type'>): boolean => SHOWN_TYPES.includes(type);

/** The file itself where it is narrow enough, or moves, or cannot be read as a picture after all. */
export async function fitted(file: File): Promise<Blob> {
  if (file.type === 'image/gif') return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const { width, height } = picture;
  if (width <= WIDEST) {
    picture.close();
    return file;
  }
  const canvas = new OffscreenCanvas(WIDEST, Math.max(1, Math.round((height * WIDEST) / width)));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await canvas.convertToBlob({ type: file.type, quality: QUALITY });
  return smaller.size < file.size ? smaller : file;
}
