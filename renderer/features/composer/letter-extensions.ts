// What a letter can hold, and no more: what is pasted from Word or a page is brought down to this. Pictures only of the letter's own
// files (cid:), never from elsewhere.
import { Image } from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';
import { OpenFields } from './open-fields.ts';

/** Answers where a picture of the letter can be seen; null: it is no longer there. */
export type PictureAddress = (contentId: string) => Promise<string | null>;

/** What may be typed to begin a list or a quote; stars stay stars, for who types "5 * 6". */
export const TYPED_LOOKS = ['bulletList', 'orderedList', 'blockquote'];

export const letterExtensions = (pictureAddress: PictureAddress) => [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    heading: false,
    // A letter ends where its writer ends it.
    trailingNode: false,
    link: {
      // The reader's own program makes links of addresses; "morgen.is" is none.
      autolink: false,
      openOnClick: false,
      linkOnPaste: true,
      isAllowedUri: (url) => /^(?:https?:|mailto:|tel:)/i.test(url),
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  pictures(pictureAddress),
  OpenFields,
];

const pictures = (pictureAddress: PictureAddress) =>
  Image.extend({
    parseHTML: () => [{ tag: 'img[src^="cid:"]' }],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('img');
        dom.alt = typeof node.attrs['alt'] === 'string' ? node.attrs['alt'] : '';
        const source: unknown = node.attrs['src'];
        const show = async (): Promise<void> => {
          const address = typeof source === 'string' ? await pictureAddress(source.slice('cid:'.length)) : null;
          if (address !== null) dom.src = address;
        };
        show().catch(reportError);
        return { dom };
      },
  }).configure({ inline: true, allowBase64: false });
