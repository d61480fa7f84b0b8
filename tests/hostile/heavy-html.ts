// Mails that are small to send and endless to draw: each stood still for seconds, or for good, before the reader knew a measure.
const many = (count: number, make: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => make(nth)).join('');

type HeavyPage = {
  readonly id: string;
  readonly html: string;
  /** Its text is shown instead. */
  readonly isRefused: boolean;
};

const REFUSED = {
  // 22 kB, from which a parser makes a million elements
  'open letters that look different': `<p>${many(200, (nth) => `<b id=${nth}>`)}${'<p>x'.repeat(5_000)}`,
  'the same behind a comment that is none': `<!--><p>${many(60, (nth) => `<font title=">" color=${nth}>`)}${'<p>x'.repeat(1_500)}`,
  'twenty thousand attributes': `<p ${many(20_000, (nth) => `a${nth} `)}>x`,
  'attributes behind a false quote': `<!-- <a title=" --><p ${many(20_000, (nth) => `a${nth}/`)}>x`,
  'a few attributes on each of many': many(6_000, () => `<p ${many(26, (nth) => `a${nth} `)}>x`),
};
const LIGHTENED = {
  'names in a style': `<p style="${many(20_000, (nth) => `--a${nth}:x;`)}">x`,
  'names in a rule': `<style>p{${many(20_000, (nth) => `--a${nth}:x;`)}color:red}</style><p>x`,
  'sixty thousand rules': `<style>${many(60_000, () => 'p{color:red}')}</style><p>x`,
  'as many in twenty sheets': `<style>${many(3_000, () => 'p{color:red}')}</style>`.repeat(20),
  'rules that look around': '<style>p:has(~ p){color:red}p ~ p{color:red}p:nth-last-child(3n){color:red}</style><p>x',
  'blurs and columns':
    '<style>p{filter:blur(50px);backdrop-filter:blur(9px);columns:9999}</style><p style="filter:blur(9px)">x',
  'words before each element': `<style>*::before{content:"${'--a'.repeat(20_000)}"}</style><p>x`,
  'a height that is told in itself':
    '<style>@media (min-height:300px){p{display:none}}div{height:100cqh}</style><div><p>x</div>',
};

const pages = (of: Readonly<Record<string, string>>, isRefused: boolean): readonly HeavyPage[] =>
  Object.entries(of).map(([id, html]) => ({ id, html, isRefused }));

export const HEAVY_HTML: readonly HeavyPage[] = [...pages(REFUSED, true), ...pages(LIGHTENED, false)];
