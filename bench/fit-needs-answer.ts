// Fits the weights of main/domain/needs-answer on the labelled messages of tests/data/needs-reply, build part only, and writes
// them where the app reads them: node bench/fit-needs-answer.ts [--faults]. Logistic regression with a quadratic penalty, whole
// batch, from nothing: the same data gives the same file to the last digit.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../main/domain/conversation/message.ts';
import { FEATURES, FEATURE_NAMES, featuresOf, type FeatureName } from '../main/domain/needs-answer/features.ts';
import { readMessage } from '../main/domain/needs-answer/read-message.ts';
import { labelledMessages, type LabelledMessage } from '../tests/scores/labelled-messages.ts';

const STEPS = 6_000;
const RATE = 0.5;
/** Chosen by leaving out a fifth of the messages at a time: below it rare signs get weights that few messages vouch for. */
const PENALTY = 0.002;
const FOLDS = 5;

type Sample = { readonly at: readonly number[]; readonly waits: boolean; readonly message: LabelledMessage };
type Model = { readonly bias: number; readonly weights: readonly number[] };

const samples: readonly Sample[] = LANGUAGES.flatMap((language) => labelledMessages(language, 'build')).map(
  (message) => ({
    at: featuresOf(readMessage({ ...message, lang: message.language })).map(({ name }) => FEATURE_NAMES.indexOf(name)),
    waits: message.label === '+',
    message,
  }),
);

const scoreOf = ({ bias, weights }: Model, { at }: Sample): number =>
  1 / (1 + Math.exp(-at.reduce((sum, index) => sum + (weights[index] ?? 0), bias)));

function fit(on: readonly Sample[]): Model {
  let bias = 0;
  const weights = FEATURE_NAMES.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = FEATURE_NAMES.map(() => 0);
    let biasSlope = 0;
    for (const sample of on) {
      const error = scoreOf({ bias, weights }, sample) - (sample.waits ? 1 : 0);
      biasSlope += error;
      for (const index of sample.at) slope[index] = (slope[index] ?? 0) + error;
    }
    bias -= (RATE * biasSlope) / on.length;
    for (const [index, name] of FEATURE_NAMES.entries()) {
      const weight = weights[index] ?? 0;
      const next = weight - RATE * ((slope[index] ?? 0) / on.length + PENALTY * weight);
      weights[index] = leaning(name, next);
    }
  }
  return { bias, weights };
}

/** A sign of waiting never counts against it, whatever the few messages with it happen to be. */
function leaning(name: FeatureName, weight: number): number {
  switch (FEATURES[name].leans) {
    case 'waits':
      return Math.max(0, weight);
    case 'rests':
      return Math.min(0, weight);
    case 'either':
      return weight;
  }
}

function figures(name: string, judged: readonly { readonly sample: Sample; readonly score: number }[]): string {
  const found = judged.filter(({ score }) => score >= 0.5);
  const right = found.filter(({ sample }) => sample.waits).length;
  const precision = right / found.length;
  const recall = right / judged.filter(({ sample }) => sample.waits).length;
  const f1 = (2 * precision * recall) / (precision + recall);
  return `${name.padEnd(22)} ${String(judged.length).padStart(4)}  F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`;
}

const leftOut = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fit(samples.filter((_one, index) => index % FOLDS !== fold));
  return samples
    .filter((_one, index) => index % FOLDS === fold)
    .map((sample) => ({ sample, score: scoreOf(model, sample) }));
}).flat();
const model = fit(samples);
const fitted = samples.map((sample) => ({ sample, score: scoreOf(model, sample) }));
for (const language of LANGUAGES) {
  const ofLanguage = ({ sample }: { sample: Sample }): boolean => sample.message.language === language;
  console.log(figures(`${language}, fitted on`, fitted.filter(ofLanguage)));
  console.log(figures(`${language}, left out`, leftOut.filter(ofLanguage)));
}
if (process.argv.includes('--faults')) {
  for (const { sample, score } of leftOut) {
    if (sample.waits !== score >= 0.5) {
      const names = sample.at.map((index) => FEATURE_NAMES[index]).join(', ');
      console.log(`  ${score.toFixed(2)} ${sample.message.label} ${sample.message.text.slice(0, 90)} [${names}]`);
    }
  }
}

const file = join(import.meta.dirname, '..', 'main', 'domain', 'needs-answer', 'weights.ts');
const rounded = (weight: number): string => (Math.round(weight * 100) / 100 + 0).toFixed(2);
const lines = FEATURE_NAMES.map((name, index) => {
  const many = samples.filter(({ at }) => at.includes(index)).length;
  return `  // ${FEATURES[name].meaning} (${many})\n  '${name}': ${rounded(model.weights[index] ?? 0)},`;
});
writeFileSync(
  file,
  `// What each sign weighs when it is judged whether somebody waits for an answer, in log-odds: +0.7 doubles the odds. Written by
// bench/fit-needs-answer.ts from tests/data/needs-reply; in brackets how many messages there show the sign. Not edited by hand.
import type { FeatureName } from './features.ts';

/** For a message that shows no sign at all. */
export const SOMEBODY_WROTE = ${rounded(model.bias)};

export const FITTED_WEIGHTS: { readonly [name in FeatureName]: number } = {
${lines.join('\n')}
};
`,
);
spawnSync('npx', ['oxfmt', file], { stdio: 'inherit' });
