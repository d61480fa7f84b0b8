// What the window and the command line only ask, and what changes nothing: where a message stands, figures, a moment in words.
import { failed, ok } from '../../contract/errors.ts';
import type { GivenBundle } from '../../contract/reminders.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { understandWhen } from '../../domain/reply-by/parse-when.ts';
import { calledBy, type CardNames } from '../contacts/called.ts';
import type { Clock } from '../ports/ports.ts';
import type { Queue } from '../queue/queue.ts';
import { answersCsv } from '../report/answers-csv.ts';
import type { Report } from '../report/report.ts';
import type { SettingsDesk } from '../settings/settings.ts';
import type { LoggedBundle } from '../store/reminder-log-table.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './engine.ts';

export type QuestionDeps = {
  readonly store: Pick<Store, 'contacts' | 'messages' | 'reminderLog'>;
  readonly clock: Clock;
  readonly settings: SettingsDesk;
  readonly queue: Queue;
  readonly report: Report;
  readonly language: () => UiLanguage;
};

type Question =
  | 'queue.list'
  | 'queue.counts'
  | 'queue.tray'
  | 'reminders.recent'
  | 'message.conversation'
  | 'report.figures'
  | 'report.answers'
  | 'report.csv'
  | 'when.parse';

export function answerQuestions(deps: QuestionDeps): Pick<Handlers, Question> {
  const { store, clock, settings, queue, report } = deps;
  return {
    'queue.list': (args) => ok(queue.list(args)),
    'queue.counts': () => ok(queue.counts()),
    'queue.tray': () => ok(queue.tray()),
    'reminders.recent': ({ limit }) => ok(store.reminderLog.recent(limit).map((bundle) => calledIn(store, bundle))),
    'message.conversation': ({ id }) => {
      const message = store.messages.get(id);
      return message === null ? failed('not-found', 'never', `message ${id}`) : ok(message.conversation);
    },
    'report.figures': async (period) => ok(await report.figures(period)),
    'report.answers': async (wanted) => ok(await report.answers(wanted)),
    'report.csv': async ({ language, ...period }) =>
      ok(answersCsv(await report.allAnswers(period), language, settings.get().officeHours.zone)),
    'when.parse': ({ text }) => {
      const now = clock.now();
      const { zone } = settings.get().officeHours;
      const hours = settings.officeHours(now);
      const said = understandWhen({ text, now, zone, language: deps.language(), hours });
      switch (said.kind) {
        case 'moment':
          return ok(said.at);
        case 'past':
          return failed('moment-past', 'user', text);
        case 'unknown':
          return failed('when-not-understood', 'user', text, { text });
      }
    },
  };
}

const calledIn = (store: CardNames, { givenAt, conversations, reminders }: LoggedBundle): GivenBundle => ({
  givenAt,
  conversations,
  reminders: reminders.map(({ address, who, ...reminder }) =>
    Object.assign(reminder, { who: calledBy(store, { name: who, address }) }),
  ),
});
