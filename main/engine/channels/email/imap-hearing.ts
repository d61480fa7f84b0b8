// Overhears what the IMAP library reports of every line it read, for the things it keeps to itself: that what answers is no mail
// server, that a server asked to be left alone or hangs up and why, and how much of what came in was talk. Nothing heard here is logged.
import { DRIP_BYTES } from './command-deadline.ts';

export type ImapHearing = {
  /** The library's logger. */
  readonly logger: { readonly [level in 'trace' | 'debug' | 'info' | 'warn' | 'error']: (entry: unknown) => void };
  /**
   * What the bytes received so far are worth as an answer. Lines that answer nothing ("* OK still here") are worth nothing: a server that
   * only talks is as silent as one that says nothing. The end of a command is worth a mouthful however short it is: a slow server that
   * answers one after another is not silent.
   */
  readonly worth: (receivedBytes: number) => number;
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
const ANSWER = /^\* (SEARCH|ESEARCH|LIST|LSUB|STATUS|FLAGS|CAPABILITY|ENABLED|VANISHED|NAMESPACE|ID)\b/i;
const GOODBYE = /^\* BYE\b ?/i;
const COMMAND = /^\S+ [A-Z]/;
const CRLF_BYTES = 2;

export function createHearing(overheard: Overheard): ImapHearing {
  let isGreeted = false;
  let talkBytes = 0;
  let asked = 0;
  let answered = 0;
  const hear = (entry: unknown): void => {
    const line = textOf(entry);
    if (line === null) return;
    if (factOf(entry, 'src') === 'c' && COMMAND.test(line)) asked += 1;
    if (factOf(entry, 'src') !== 's') return;
    if (!isGreeted) {
      isGreeted = true;
      if (!GREETING.test(line)) overheard.onNoMailServer();
    }
    if (GOODBYE.test(line)) overheard.onGoodbye(line.replace(GOODBYE, ''));
    // More ends than there were commands are talk as well.
    if (!/^[*+]/.test(line) && answered < asked) answered += 1;
    else if (!ANSWER.test(line)) talkBytes += line.length + CRLF_BYTES;
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
    worth: (receivedBytes) => receivedBytes - talkBytes + answered * DRIP_BYTES,
  };
}

function textOf(entry: unknown): string | null {
  const text = factOf(entry, 'msg');
  return typeof text === 'string' ? text : null;
}

function factOf(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null && name in entry ? Reflect.get(entry, name) : undefined;
}
