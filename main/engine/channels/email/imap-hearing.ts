// Overhears what the IMAP library reports of every line it read, for the things it keeps to itself: that what answers is no mail
// server, that a server asked to be left alone or hangs up and why, and how much of what came in was talk. Nothing heard here is logged.

export type ImapHearing = {
  /** The library's logger. */
  readonly logger: { readonly [level in 'trace' | 'debug' | 'info' | 'warn' | 'error']: (entry: unknown) => void };
  /** Bytes of lines that answered no command. A server that only talks ("* OK still here") is as silent as one that says nothing. */
  readonly talkBytes: () => number;
};

export type Overheard = {
  readonly onNoMailServer: () => void;
  readonly onThrottled: (delayMs: number) => void;
  /** The server is about to hang up. */
  readonly onGoodbye: (words: string) => void;
};

/** RFC 3501, 7.1: the only ways in which a server may begin. */
const GREETING = /^\* (OK|PREAUTH|BYE)\b/i;
/** Lines that carry what a command asked for. FETCH is reported at a level of its own. */
const ANSWER = /^(?!\*)|^\* (SEARCH|ESEARCH|LIST|LSUB|STATUS|FLAGS|CAPABILITY|ENABLED|VANISHED|NAMESPACE|ID)\b/i;
const GOODBYE = /^\* BYE\b ?/i;
const CRLF_BYTES = 2;

export function createHearing(overheard: Overheard): ImapHearing {
  let isGreeted = false;
  let talkBytes = 0;
  const hear = (entry: unknown): void => {
    const line = lineOf(entry);
    if (line === null) return;
    if (!isGreeted) {
      isGreeted = true;
      if (!GREETING.test(line)) overheard.onNoMailServer();
    }
    if (GOODBYE.test(line)) overheard.onGoodbye(line.replace(GOODBYE, ''));
    if (!ANSWER.test(line)) talkBytes += line.length + CRLF_BYTES;
  };
  return {
    logger: {
      // The answers to FETCH, which are what we came for.
      trace: () => {},
      debug: hear,
      info: () => {},
      warn: (entry) => {
        // Microsoft 365 names its time; the library would wait for up to five minutes of it in silence.
        const delayMs = factOf(entry, 'throttleDelay');
        if (typeof delayMs === 'number') overheard.onThrottled(delayMs);
      },
      // A line that it could not take apart comes here.
      error: hear,
    },
    talkBytes: () => talkBytes,
  };
}

function lineOf(entry: unknown): string | null {
  const line = factOf(entry, 'msg');
  return factOf(entry, 'src') === 's' && typeof line === 'string' ? line : null;
}

function factOf(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null && name in entry ? Reflect.get(entry, name) : undefined;
}
