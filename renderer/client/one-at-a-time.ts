// Asks one question at a time: at once when nothing is being asked, else when the answer is there, and then only the newest. No
// pause before the first letter, and no queue of overtaken questions behind a slow answer.

export type OneAtATime<Question> = {
  /** null: nothing is wanted any more; what is under way is not told. */
  readonly want: (question: Question | null) => void;
};

/** `tell` hears only the answer to what is still wanted. */
export function oneAtATime<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  tell: (answer: Answer) => void,
  background: (task: Promise<void>) => void,
): OneAtATime<Question> {
  let wanted: { readonly question: Question } | null = null;
  let isAsking = false;
  const run = async (): Promise<void> => {
    isAsking = true;
    try {
      for (let asked = wanted; asked !== null; asked = wanted === asked ? null : wanted) {
        const answer = await ask(asked.question);
        if (wanted === asked) tell(answer);
      }
    } finally {
      isAsking = false;
    }
  };
  return {
    want: (question) => {
      wanted = question === null ? null : { question };
      if (wanted !== null && !isAsking) background(run());
    },
  };
}
