// How the hostile mails of this folder are written down: raw bytes, the row of the catalogue of bad inputs they belong to, and what
// must be true of the message that comes out. Every rule that holds for all of them is in tests/engine/hostile-mail.test.ts.
import type { MessageNote } from '../../main/domain/conversation/message.ts';
import type { PreparedMail } from '../../main/engine/ingest/prepared-mail.ts';

export type HostileMail = {
  /** Row of the catalogue in the reliability design: 33 to 40. */
  readonly row: number;
  readonly name: string;
  readonly raw: Buffer;
  readonly expect: Expectation;
};

export type Expectation = Partial<{
  readonly note: MessageNote | null;
  readonly fromAddress: string;
  readonly subject: string;
  readonly hasText: string;
  readonly lacksText: string;
  readonly fileNames: readonly string[];
  /** The Date header makes no sense. */
  readonly noDate: true;
  readonly references: number;
  readonly kind: PreparedMail['kind'];
}>;

const HEAD = ['From: Klant <klant@voorbeeld.example>', 'To: info@dewinkel.example', 'MIME-Version: 1.0'];

/** Lines joined by CRLF; a field given here stands in for the quiet one of the same name. */
export function mailOf(fields: readonly string[], body: string | Buffer = 'Dag,\r\n\r\nEen vraag.\r\n'): Buffer {
  const own = new Set(fields.map((field) => field.slice(0, field.indexOf(':')).toLowerCase()));
  const quiet = HEAD.filter((field) => !own.has(field.slice(0, field.indexOf(':')).toLowerCase()));
  return Buffer.concat([
    Buffer.from(`${[...quiet, ...fields].join('\r\n')}\r\n\r\n`, 'latin1'),
    typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
  ]);
}

export const subject = (words: string): string => `Subject: ${words}`;

/** One mail a value, under one name. */
export const eachOf = <Value>(
  row: number,
  name: string,
  values: readonly Value[],
  make: (value: Value, title: string) => { readonly raw: Buffer; readonly expect?: Expectation },
): readonly HostileMail[] =>
  values.map((value, index) => {
    const title = `${name} ${index + 1}`;
    const { raw, expect = {} } = make(value, title);
    return { row, name: title, raw, expect };
  });
