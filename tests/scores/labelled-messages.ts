// The messages labelled in tests/data/needs-reply, as its README describes them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../main/domain/conversation/message.ts';

export type LabelledMessage = {
  readonly id: string;
  readonly language: Language;
  /** '+' waits for an answer, '~' does not but must be seen, '-' asks nothing. */
  readonly label: '+' | '~' | '-';
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
};

const FOLDER = join(import.meta.dirname, '..', 'data', 'needs-reply');

export function labelledMessages(language: Language, part: 'build' | 'held'): readonly LabelledMessage[] {
  return readFileSync(join(FOLDER, `${language}-${part}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const match = /^([-+~]) (\S+) \| ?(.*?) \| (.+)$/.exec(line);
      if (match === null) throw new Error(`${language}-${part}.txt, line ${index + 1}: ${line}`);
      const [, label = '', channel = '', subject = '', text = ''] = match;
      return {
        id: `${language}-${part}:${index + 1}`,
        language,
        label: label as LabelledMessage['label'],
        channel,
        subject,
        text: text.replaceAll('\\n', '\n'),
      };
    });
}
