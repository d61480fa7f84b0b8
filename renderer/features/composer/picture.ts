// A picture for within the text, not larger than it can be seen: a photo of a telephone is ten times what a mail needs.

/** Pictures that can stand within a text. */
const SHOWN_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Twice the width of a letter, for sharp screens. */
const WIDEST = 1_600;
/** Of a JPEG: smaller shows in photos of wood and cloth. */
const QUALITY = 0.85;

export const isPicture = ({ type }: Pick<File, 'type'>): boolean => SHOWN_TYPES.includes(type);

/** The file itself where it is narrow enough, or moves, or cannot be read as a picture after all. */
export async function fitted(file: File): Promise<File> {
  if (file.type === 'image/gif') return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  // Not every program shows these; Outlook does not.
  const isStrange = file.type === 'image/webp';
  const width = Math.min(picture.width, WIDEST);
  if (width === picture.width && !isStrange) {
    picture.close();
    return file;
  }
  const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((picture.height * width) / picture.width)));
  const paper = canvas.getContext('2d');
  if (paper !== null && isStrange) {
    // A JPEG has no glass in it: what is seen through would be black.
    paper.fillStyle = 'white';
    paper.fillRect(0, 0, canvas.width, canvas.height);
  }
  paper?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const type = isStrange ? 'image/jpeg' : file.type;
  const made = await canvas.convertToBlob({ type, quality: QUALITY });
  if (!isStrange) return made.size < file.size ? new File([made], file.name, { type }) : file;
  return new File([made], file.name.replace(/\.webp$/i, '.jpg'), { type });
}
