// The few pictograms of the window, drawn on a 20 by 20 grid with the pen of the text. Never alone: a word stands beside each.
const PATHS = {
  mail: 'M3 5.5h14v9H3zM3.5 6l6.5 5 6.5-5',
  form: 'M4.5 3h11v14h-11zM7.5 7h5M7.5 10h5M7.5 13h3',
  phone:
    'M6 3.2 8.2 7 6.7 8.7c.9 2 2.6 3.700 4.600 4.600l1.700-1.500 3.800 2.200c-.4 2-1.900 3-3.700 2.900C8.400 16.400 3.600 11.600 3.100 6.900 3 5.100 4 3.600 6 3.200z',
  counter: 'M3 9h14M4.500 9v8M15.500 9v8M6 9V6.500M10 3.500v2M7 5.500h6l1 3.500H6z',
  chat: 'M3.500 4h13v9.500H9l-3.500 3v-3h-2z',
  tag: 'M3.500 3.500h6l7 7-6 6-7-7zM7 7h.01',
  person:
    'M10 10a3.200 3.200 0 1 0 0-6.400A3.200 3.200 0 0 0 10 10zM4 16.500c.7-2.700 3-4.200 6-4.200s5.300 1.500 6 4.200',
  promise: 'M3.500 4h13v9.500H9l-3.500 3v-3h-2zM7.200 8.700l2 2 3.700-3.900',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4',
  report: 'M4 16.500v-6M8 16.500v-10M12 16.500v-4M16 16.500v-12',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  outbox: 'M3.500 11.500v5h13v-5M10 13V3.500M6.500 7 10 3.500 13.500 7',
  keys: 'M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.500h7',
  done: 'M4 10.500l4 4 8-9',
  snooze: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.200l2.800 1.800',
  flag: 'M5 17.500V3.500h9.500l-2 3.500 2 3.500H5',
  move: 'M4 10h11M11 6l4 4-4 4',
  star: 'M10 3.200l2.100 4.400 4.800.6-3.500 3.300.9 4.800-4.300-2.400-4.300 2.400.9-4.800L3.100 8.200l4.800-.6z',
  clip: 'M13.500 6.500l-5.300 5.300a1.600 1.600 0 0 0 2.300 2.300l5.700-5.700a3.200 3.200 0 0 0-4.500-4.500L5.700 9.800a4.800 4.800 0 0 0 6.800 6.800l4-4',
  save: 'M10 3.500v9M6.500 9l3.500 3.500L13.500 9M4 16.500h12',
  send: 'M3.500 10 16.500 4l-4 12.500-2.800-5z',
  slash: 'M12.500 4l-5 12',
  close: 'M5 5l10 10M15 5L5 15',
  forward: 'M8 4.500 13.500 10 8 15.500',
  evening: 'M15.800 12.300A6.800 6.800 0 0 1 7.700 4.200a6.800 6.800 0 1 0 8.100 8.100z',
  plan: 'M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500M7 11.500h.01M10 11.500h.01M13 11.500h.01M7 14h.01M10 14h.01',
  print: 'M6 8V3.500h8V8M6 14H3.500V8h13v6H14M6 12h8v4.500H6z',
  back: 'M12 4.500 6.500 10l5.500 5.500',
  question: 'M7.300 7.500a2.700 2.700 0 1 1 3.900 2.400c-.9.500-1.200 1-1.200 2M10 15.200h.01',
  desk: 'M3 12.500h14M4.500 12.500v4M15.500 12.500v4M6.500 12.500v-6h7v6',
  warning: 'M10 3.500 17.500 16.500h-15zM10 8.500v3.500M10 14.300h.01',
  key: 'M7 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10.500 10H17v3M14 10v2',
  plus: 'M10 4.500v11M4.500 10h11',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, isFilled = false }: { readonly name: IconName; readonly isFilled?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      fill={isFilled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
