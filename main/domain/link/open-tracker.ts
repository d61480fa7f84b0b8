// Pictures whose only purpose is to tell that a mail was opened, known by their address. Those that are known by their size or by
// being hidden are told by the reader (sanitize-mail.ts).

const PATHS: readonly RegExp[] = [
  /\/(?:open|opens|opened|o)\.(?:gif|png|php|aspx?)$/i,
  /\/(?:track|tracking|trk|t)\/(?:open|o|pixel|view|read)\b/i,
  /\/(?:pixel|beacon|spacer-track|webbug|1x1|trans_?pixel|tracking_?pixel)\.(?:gif|png|php|aspx?)$/i,
  /\/wf\/open$/i,
  /\/e2t\/(?:to|o)\//i,
  /\/(?:ss\/o|uni\/open|email\/open|e\/o|emailopen|mail\/open|open\/log)\b/i,
  /\/imp$|\/impression(?:s)?\.(?:gif|png)$/i,
  /\/__ptq\.gif$/i,
];
const HOSTS =
  /(?:^|\.)(?:mailtrack\.io|mltrk\.io|mailfoogae\.appspot\.com|pixel\.(?:mailgun|monitor\d*)\.[a-z]+|getnotify\.com|yesware\.com|bananatag\.com|mixmax\.com|sidekickopen\d*\.com|t\.sidekickopen[a-z0-9]*\.com|tracking\.getsidekick\.com|cirrusinsight\.com|streak\.com|superhuman\.com|didtheyreadit\.com|readnotify\.com|contactmonkey\.com|emltrk\.com|litmus\.com|openrate\.aweber\.com|open\.convertkit-mail\d*\.com|google-analytics\.com|doubleclick\.net|demdex\.net|everesttech\.net|eoapxl\.com|liadm\.com)$/i;
const HOST_PATHS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /\.list-manage\.com$/i, path: /^\/track\/open/i },
  { host: /\.(?:facebook|linkedin)\.com$/i, path: /^\/(?:tr|collect|emimp)\b/i },
  { host: /\.awstrack\.me$/i, path: /^\/I0\//i },
  { host: /\.(?:mjt\.lu|mailjet\.com)$/i, path: /^\/oo\//i },
];

export function isOpenTracker(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return (
    HOSTS.test(hostname) ||
    PATHS.some((path) => path.test(pathname)) ||
    HOST_PATHS.some(({ host, path }) => host.test(hostname) && path.test(pathname))
  );
}
