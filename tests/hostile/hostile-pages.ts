// Rows 33 and 34: pages that want to run or to fetch. Reading keeps them as they are, for the sanitizer and the frame; what the list
// and the header show of them is text.
import { eachOf, mailOf, subject, type HostileMail } from './hostile-mail.ts';

const SCRIPTS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<a href="javascript:alert(1)">klik</a>',
  '<a href="&#106;avascript:alert(1)">klik</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<details open ontoggle=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<style><!--</style><script>alert(1)//--></script>',
  '<textarea><script>alert(1)</script></textarea>',
  '<body onload=alert(1)>',
];
const REMOTE = [
  '<img src="https://evil.example/p.gif">',
  '<img srcset="https://evil.example/p.gif 1x">',
  '<link rel=preconnect href="https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/a.css">',
  '<style>@import url(https://evil.example/a.css);</style>',
  '<style>p{background:url(//evil.example/b)}</style>',
  '<style>@font-face{font-family:x;src:url(https://evil.example/f)}</style>',
  '<div style="background:url(https://evil.example/c)">x</div>',
  '<svg><image href="https://evil.example/d"/></svg>',
  '<svg><use href="https://evil.example/e#a"/></svg>',
  '<video poster="https://evil.example/f"></video>',
  '<audio src="https://evil.example/g"></audio>',
  '<iframe src="https://evil.example/h"></iframe>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<base href="https://evil.example/"><img src="i">',
  '<input type=image src="https://evil.example/j">',
];

const page = (html: string, title: string, type = 'text/html; charset=utf-8') =>
  mailOf([subject(title), `Content-Type: ${type}`], `<p>Beste</p>${html}<p>slot</p>`);

export const HOSTILE_PAGES: readonly HostileMail[] = [
  ...eachOf(33, 'a page with a script', SCRIPTS, (html, title) => ({
    raw: page(html, title),
    expect: { hasText: 'Beste', note: null },
  })),
  ...eachOf(33, 'a script in the subject and the name', SCRIPTS.slice(0, 4), (html) => ({
    raw: mailOf([subject(html), `From: "${html.replace(/"/g, '')}" <klant@voorbeeld.example>`]),
    expect: { subject: html, fromAddress: 'klant@voorbeeld.example' },
  })),
  ...eachOf(
    33,
    'a script that hides in a charset',
    [
      ['utf-7', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
      ['iso-2022-jp', '\x1b$B!!\x1b(B<script>alert(1)</script>'],
      ['iso-2022-jp', '<a title="\x1b$B"\x1b(B onmouseover=alert(1)>'],
      ['hz-gb-2312', '~{<script>alert(1)~}'],
      ['utf-16', '\xff\xfe<\x00s\x00c\x00r\x00i\x00p\x00t\x00>\x00'],
      ['x-nonsense', '<script>alert(1)</script>'],
    ] as const,
    ([charset, html], title) => ({ raw: page(html, title, `text/html; charset=${charset}`) }),
  ),
  ...eachOf(34, 'a page that fetches', REMOTE, (html, title) => ({
    raw: page(html, title),
    expect: { hasText: 'slot', note: null },
  })),
];
