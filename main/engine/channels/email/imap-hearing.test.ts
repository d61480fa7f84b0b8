import { beforeEach, describe, expect, it } from 'vitest';
import { DRIP_BYTES } from './command-deadline.ts';
import { createHearing, type ImapHearing } from './imap-hearing.ts';

describe('what is overheard on the line', () => {
  let hearing: ImapHearing;
  let heard: string[];
  const server = (msg: string): void => hearing.logger.debug({ src: 's', msg });
  const client = (msg: string): void => hearing.logger.debug({ src: 'c', msg });
  beforeEach(() => {
    heard = [];
    hearing = createHearing({
      onNoMailServer: () => heard.push('no mail server'),
      onThrottled: (delayMs) => heard.push(`throttled ${delayMs}`),
      onGoodbye: (words) => heard.push(`goodbye ${words}`),
    });
  });

  it('a mail server greets first, and only once', () => {
    server('* OK ready');
    server('1 OK whatever');
    expect(heard).toEqual([]);
  });

  it.each(['HTTP/1.1 400 Bad Request', '220 smtp ready', '+OK pop ready', '* FLAGS ()'])(
    '%s is no greeting',
    (line) => {
      server(line);
      expect(heard).toEqual(['no mail server']);
    },
  );

  it('a line that could not be taken apart is heard too', () => {
    hearing.logger.error({ src: 's', msg: '<html {' });
    expect(heard).toEqual(['no mail server']);
  });

  it('the goodbye and its reason', () => {
    server('* OK ready');
    server('* BYE [UNAVAILABLE] going down');
    expect(heard).toEqual(['goodbye [UNAVAILABLE] going down']);
  });

  it('the time that a server wants to be left alone', () => {
    hearing.logger.warn({ msg: 'Throttling detected', throttleDelay: 92_415 });
    expect(heard).toEqual(['throttled 92415']);
  });

  it('talk is worth nothing, an answer its bytes', () => {
    server('* OK ready');
    const before = hearing.worth(0);
    server('* OK still here');
    expect(hearing.worth('* OK still here\r\n'.length)).toBe(before);
    server('* LIST () "/" INBOX');
    expect(hearing.worth(100)).toBeGreaterThan(before);
  });

  it('the end of a command is worth a mouthful, an end that nobody waits for is talk', () => {
    server('* OK ready');
    client('1 LOGIN "info" "(hidden)"');
    server('1 OK in');
    const once = hearing.worth(0);
    expect(once).toBeGreaterThan(DRIP_BYTES / 2);
    server('ZZ9 OK done');
    expect(hearing.worth(0)).toBeLessThan(once);
  });
});
