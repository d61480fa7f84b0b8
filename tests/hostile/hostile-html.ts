// Pages that were made to run a script, to reach a network or to shadow our own code, each by another road: what is known to have got
// past sanitizers (other namespaces, nesting, comments, processing instructions), and every place where CSS or HTML takes an address.
// They call pwn() and ask t.invalid.
export type HostilePage = { readonly id: string; readonly html: string };

const named = (kind: string, pages: Readonly<Record<string, string>>): readonly HostilePage[] =>
  Object.entries(pages).map(([name, html]) => ({ id: `${kind}/${name}`, html }));

const IMG = '<img src=x onerror=pwn()>';
const nest = (count: number, tag: string, inside: string): string =>
  `<${tag}>`.repeat(count) + inside + `</${tag}>`.repeat(count);

const NAMESPACES = named('namespace', {
  'math-mglyph': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwn()&gt;">`,
  'math-malignmark': `<math><mtext><table><malignmark><style><math><style></math>${IMG}`,
  'math-annotation': `<math><annotation-xml encoding="text/html"><p><style><img title="</style>${IMG}"></annotation-xml></math>`,
  'math-annotation-cdata': `<math><annotation-xml encoding="application/xhtml+xml"><svg><![CDATA[</svg>${IMG}]]>`,
  'svg-desc': `<svg><desc><svg><style><a title="</style>${IMG}"></style></svg></desc></svg>`,
  'svg-title': `<svg><title><style><!--</style></title>${IMG}--></svg>`,
  'svg-foreign': `<svg><foreignobject><math><mi><style><!--</style><p id="--><img src=x onerror=pwn()>">`,
  'svg-p': `<svg></p><style><g title="</style>${IMG}">`,
  'form-math': `<form><math><mtext></form><form><mglyph><style></math>${IMG}`,
  select: `<select><style></select>${IMG}</style>`,
  'select-template': `<select><template><style><!--</select></template>${IMG}--></style>`,
  'template-shadow': `<div><template shadowrootmode=open>${IMG}<slot></slot></template></div>`,
  'template-nested': `<template><template>${IMG}</template><script>pwn()</script></template>`,
  noscript: `<noscript><style></noscript>${IMG}</style>`,
  noembed: `<noembed><p title="</noembed>${IMG}"></noembed>`,
  noframes: `<noframes><style></noframes>${IMG}</style>`,
  xmp: `<xmp><p title="</xmp>${IMG}"></xmp>`,
  plaintext: `<plaintext><p title="</plaintext>${IMG}">`,
  title: `<title><p title="</title>${IMG}"></title>`,
  textarea: `<textarea><p title="</textarea>${IMG}"></textarea>`,
  'iframe-raw': `<iframe><p title="</iframe>${IMG}"></iframe>`,
  foster: `<table><tr><style><a title="</style>${IMG}"></tr>${IMG}</table>`,
  caption: `<table><caption><svg><desc></caption><style><a title="</style>${IMG}">`,
  'deep-div': nest(600, 'div', `<svg><style><a title="</style>${IMG}">`),
  'deep-form': `${'<form><div>'.repeat(300)}<math><mtext><style><a title="</style>${IMG}">`,
  'deep-table': nest(520, 'table', `<math><mtext><table><mglyph><style><!--</style>${IMG}-->`),
  'deep-svg': `${nest(505, 'p', '').replaceAll('</p>', '')}${'<b>'.repeat(20)}<svg><foreignobject><a><style><!--</style><a title="--><img src=x onerror=pwn()>">`,
  'nested-a': '<a href="https://a.nl"><table><a href="javascript:pwn()"><a href="https://b.nl">x</table>',
  is: `<p is="x-a" onclick=pwn()>x</p><x-a onfocus=pwn() tabindex=0 autofocus></x-a>`,
});

const PARSING = named('parsing', {
  'comment-bang': `<!--!> --!>${IMG}`,
  'comment-dash': `<!-->${IMG}-->`,
  'comment-nested': `<!-- <!-- -->${IMG}-->`,
  cdata: `<![CDATA[><script>pwn()</script>]]>`,
  instruction: `<?xml-stylesheet ><img src=x onerror="pwn()"> ?>`,
  'instruction-php': `<?php echo '>' ?><svg onload=pwn()>`,
  doctype: `<!DOCTYPE x [<!ENTITY a "<img src=x onerror=pwn()>">]>&a;`,
  unclosed: '<img src=x onerror="pwn()"',
  'slash-attributes': '<img/src="x"/onerror=pwn()//>',
  'attribute-twice': '<a href="https://zaak.be" href="javascript:pwn()">x</a>',
  'entity-newline': '<a href="j&Tab;a&NewLine;v&#x0A;a&#00000115;cript&colon;pwn()">x</a>',
  nul: '<a href="java\0script:pwn()">x</a><scr\0ipt>pwn()</scr\0ipt>',
  'vertical-tab':
    '<a href="\u000bjavascript:pwn()">x</a><a href="\u00a0javascript:pwn()">y</a><a href="\u2028javascript:pwn()">z</a>',
  'js-url':
    '<a href="javascript://zaak.be/%0apwn()">x</a><a href=" JaVaScRiPt:pwn()">y</a><a href="view-source:javascript:pwn()">z</a>',
  'data-link':
    '<a href="data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduKCk8L3NjcmlwdD4=">x</a><a href="blob:https://x/y">y</a>',
  'style-close':
    '<style>p{content:"</sty\\6ce><img src=x onerror=pwn()>"}</style><style>a[title="</style><img src=x onerror=pwn()>"]{color:red}</style>',
  'style-selector': '<style>p:not([title="\\3c/style\\3e\\3cimg src=x onerror=pwn()\\3e"]){color:red}</style><p>x',
  'style-layer':
    '<style>@layer \\3c\\2fstyle\\3e {p{color:red}}@supports (content:"</style\\3e"){p{color:red}}</style><p>x',
  'style-attribute': `<p style='content:"&quot;&gt;&lt;img src=x onerror=pwn()&gt;"'>x`,
  'class-breakout': `<p class='"><img src=x onerror=pwn()>' title='--&gt;&lt;img src=x onerror=pwn()&gt;'>x`,
  'body-attributes': `<body class='"><img src=x onerror=pwn()>' bgcolor='"><img src=x onerror=pwn()>' lang='"><img src=x onerror=pwn()>' onload=pwn()>x`,
  'alt-breakout': `<img src="https://t.invalid/a.png" alt='&lt;img src=x onerror=pwn()&gt;' width=90 height=90>`,
  'picture-attributes': `<img src="https://t.invalid/b.png" onload=pwn() style="background:url(https://t.invalid/bb)" width=90 height=90>`,
  'cid-breakout': `<img src='cid:"><img src=x onerror=pwn()>'>`,
  'event-names':
    '<p onpointerrawupdate=pwn() onbeforetoggle=pwn() onscrollend=pwn() oncontentvisibilityautostatechange=pwn() style="content-visibility:auto">x</p>',
  'animation-event': '<style>@keyframes k{}p{animation:k}</style><p onanimationend=pwn() ontransitionend=pwn()>x',
  srcdoc: '<iframe srcdoc="&lt;script&gt;parent.pwn()&lt;/script&gt;"></iframe>',
  'object-data':
    '<object data="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22pwn()%22/>"></object>',
  'svg-picture':
    '<img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIG9ubG9hZD0icHduKCkiLz4=">',
  'svg-animate': '<svg><a id=go><animate attributeName=href values="javascript:pwn()" /><text y=20>x</text></a></svg>',
  'svg-use':
    '<svg><use href="data:image/svg+xml,<svg id=x xmlns=%22http://www.w3.org/2000/svg%22><image href=x onerror=pwn() /></svg>#x"/></svg>',
  'math-href':
    '<math><mtext href="javascript:pwn()">x</mtext><maction actiontype="statusline#x" xlink:href="javascript:pwn()">y</maction></math>',
  'import-map':
    '<script type=importmap>{"imports":{"x":"data:text/javascript,pwn()"}}</script><script type=module>import "x"</script>',
  speculation: '<script type=speculationrules>{"prerender":[{"urls":["https://t.invalid/spec"]}]}</script>',
  popover:
    '<div popover id=p onbeforetoggle=pwn()>x</div><button popovertarget=p commandfor=p command=show-popover>y</button>',
  'declarative-shadow':
    '<p><template shadowroot=open shadowrootmode=closed><style>@import "https://t.invalid/shadow";</style></template></p>',
});

const CLOBBERS = named('clobber', {
  'own-names':
    '<a id=painted></a><a id=desk></a><img name=sanitizeMailHtml><a id=balie name=balie href="cid:x"></a><a id=__proto__></a><a id=constructor></a>',
  document:
    '<img name=body><img name=documentElement><img name=getElementById><img name=defaultView><img name=querySelectorAll><form name=styleSheets>',
  nodes:
    '<form><input name=attributes><input name=childNodes><input name=parentNode><input name=nodeName><input name=remove></form>',
  twice: '<a id=user-content-x></a><a id=x></a><a id=x name=y href="javascript:pwn()"></a>',
  'form-associated': '<p form=a>x</p><label for=__proto__>y</label><output name=innerHTML>z</output>',
});

const at = (name: string): string => `https://t.invalid/${name}`;

/** Each is put in a style attribute, in a style block and behind a custom property. */
const REACHING: Readonly<Record<string, string>> = {
  url: `background:url(${at('css1')})`,
  'url-escaped': `background:\\75 rl(${at('css2')})`,
  'url-escaped-6': `background:\\000075\\000072\\00006c(${at('css3')})`,
  'url-comment': `background:u/**/rl(${at('css4')}) ,url(/**/"${at('css4b')}")`,
  'url-upper': `background:URL( ${at('css5')} )`,
  'url-newline': `background:url("https://t.inv\\\nalid/css6")`,
  src: `background:src("${at('css7')}")`,
  image: `background:image("${at('css8')}")`,
  'image-set': `background:image-set("${at('css9')}" 1x)`,
  'webkit-image-set': `background:-webkit-image-set(url(${at('css10')}) 1x)`,
  'cross-fade': `background:-webkit-cross-fade(url(${at('css11')}),url(${at('css11b')}),50%)`,
  cursor: `cursor:url(${at('css12')}),auto`,
  list: `display:list-item;list-style:url(${at('css13')})`,
  content: `content:url(${at('css14')})`,
  mask: `-webkit-mask:url(${at('css15')});mask:url(${at('css15b')}#m)`,
  filter: `filter:url(${at('css16')}#f);backdrop-filter:url(${at('css16b')}#f)`,
  clip: `clip-path:url(${at('css17')}#c);shape-outside:url(${at('css17b')})`,
  border: `border-image:url(${at('css18')}) 1;-webkit-border-image:url(${at('css18b')}) 1`,
  offset: `offset-path:url(${at('css19')}#p)`,
  reflect: `-webkit-box-reflect:below 0 url(${at('css20')})`,
  attr: `background:attr(title type(<url>));background:attr(title url)`,
  if: `background:if(media(width > 1px): url(${at('css21')}); else: none)`,
  fallback: `background:var(--none, url(${at('css22')}))`,
  env: `background:env(none, url(${at('css23')}))`,
  marker: `marker:url(${at('css24')}#m);fill:url(${at('css24b')}#f);stroke:url(${at('css24c')}#s)`,
  binding: `-moz-binding:url(${at('css25')});behavior:url(${at('css25b')})`,
  expression: 'width:expression(pwn());background:url(javascript:pwn())',
  data: `background:url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='${at('css26')}'/></svg>")`,
  paint: `background:paint(x);background:-webkit-canvas(x);background:element(#x)`,
};

const CSS = named(
  'css',
  Object.fromEntries(
    Object.entries(REACHING).flatMap(([name, said]) => [
      [`${name}-attribute`, `<p title="${at('title')}" style='${said.replaceAll("'", '&#39;')}'>x</p>`],
      [
        `${name}-block`,
        `<style>p,p::before,html,body{${said}} @media all{p::after{content:"x";${said}}} p{& b{${said}}}</style><p title="${at('title')}">x<b>y</b></p>`,
      ],
      [
        `${name}-property`,
        `<style>:root{--a:${said.slice(said.indexOf(':') + 1)}}p{${said.slice(0, said.indexOf(':'))}:var(--a)}</style><p>x`,
      ],
    ]),
  ),
);

const RULES = named('rule', {
  'import-forms': `<style>@import '${at('r1')}' layer(a);@import url(${at('r2')}) screen;@\\69mport "${at('r3')}";</style>`,
  'import-comment': `<style><!--@import "${at('r4')}";--></style><style>/*x*/@import/**/"${at('r5')}";</style>`,
  'import-charset': `<style>@charset "utf-7";@import "${at('r6')}";</style>`,
  namespace: `<style>@namespace url(${at('r7')});@namespace s "${at('r7b')}";p{color:red}</style><p>x`,
  'font-face': `<style>@font-face{font-family:a;src:url(${at('r8')});unicode-range:U+41}p{font-family:a}</style><p>A`,
  'font-feature': `<style>@font-palette-values --x{font-family:a}@font-feature-values a{@styleset{b:1}}p{font:12px a}</style><p>x`,
  property: `<style>@property --x{syntax:"<image>";inherits:true;initial-value:url(${at('r9')})}p{background:var(--x)}</style><p>x`,
  container: `<style>div{container:a/size}@container a (width>1px){p{background:url(${at('r10')})}}</style><div><p>x</div>`,
  scope: `<style>@scope(p){:scope{background:url(${at('r11')})}}@starting-style{p{background:url(${at('r11b')})}}</style><p>x`,
  'counter-style': `<style>@counter-style a{system:cyclic;symbols:url(${at('r12')})}li{list-style:a}</style><ul><li>x</ul>`,
  'view-transition': `<style>@view-transition{navigation:auto}@position-try --a{background:url(${at('r13')})}p{position-try:--a}</style><p>x`,
  keyframes: `<style>@keyframes k{from{background:url(${at('r14')})}}p{animation:k 1s infinite}</style><p>x`,
  page: `<style>@page{background:url(${at('r15')});@top-left{content:url(${at('r15b')})}}</style>x`,
  visited: `<style>a:visited{background:url(${at('r16')})}</style><a href="https://zaak.be">x</a>`,
  'attribute-selector': `<style>a[href^="https://z"]{background:url(${at('r17')})}</style><a href="https://zaak.be/geheim">x</a>`,
  'scroll-text': `<style>a:target-text{background:url(${at('r18')})}::highlight(x){background:url(${at('r18b')})}</style>x`,
  function: `<style>@function --f(){result:url(${at('r19')})}p{background:--f()}</style><p>x`,
  unclosed: `<style>p{background:url(${at('r20')}`,
  braces: `<style>}}p{color:red}@media{p{background:url(${at('r21')})</style><p>x`,
  supports: `<style>@supports(background:url(${at('r22')})){p{color:red}}@media (x:url(${at('r22b')})){p{color:red}}</style><p>x`,
});

const FETCHES = named('fetch', {
  hints: [
    'dns-prefetch',
    'preconnect',
    'prerender',
    'prefetch',
    'icon',
    'stylesheet',
    'modulepreload',
    'manifest',
    'search',
    'compression-dictionary',
  ]
    .map((rel) => `<link rel="${rel}" href="${at(rel)}" as=image>`)
    .join(''),
  'dns-meta': `<meta http-equiv="x-dns-prefetch-control" content="on"><a href="https://t.invalid/link">x</a>`,
  'link-header': `<meta http-equiv="Link" content="<${at('h1')}>; rel=preconnect"><meta http-equiv=refresh content="0;${at('h2')}">`,
  'picture-forms': `<picture><source srcset="${at('p1')}" type=image/webp><source srcset="${at('p2')}" media="(min-width:1px)"><img srcset="${at('p3')} 1x" imagesrcset="${at('p4')}" lowsrc="${at('p5')}" dynsrc="${at('p6')}" longdesc="${at('p7')}"></picture>`,
  media: `<video src="${at('m1')}" poster="${at('m2')}"><source src="${at('m3')}"><track src="${at('m4')}" default></video><audio src="${at('m5')}" autoplay>`,
  frames: `<iframe src="${at('f1')}"></iframe><frame src="${at('f2')}"><embed src="${at('f3')}"><object data="${at('f4')}" codebase="${at('f5')}"></object><applet code=a archive="${at('f6')}"></applet><fencedframe src="${at('f7')}"></fencedframe>`,
  svg: `<svg><image href="${at('s1')}"/><use xlink:href="${at('s2')}#a"/><feImage href="${at('s3')}"/><script href="${at('s4')}"/><linearGradient href="${at('s5')}#a"/><textPath href="${at('s6')}#a"/><style>@import "${at('s7')}";</style></svg>`,
  old: `<body background="${at('o1')}"><table background="${at('o2')}"><td background="${at('o3')}">x</td></table><bgsound src="${at('o4')}"><layer src="${at('o5')}"></layer><img dynsrc="${at('o6')}">`,
  unc: `<img src="\\\\t.invalid\\share\\a.png" width=9 height=9><img src="file://///t.invalid/share/b.png" width=9 height=9><a href="\\\\t.invalid\\share\\x.exe">x</a><a href="file://t.invalid/x">y</a><a href="//t.invalid\\x">z</a>`,
  schemes: [
    'search-ms:query=x&crumb=location:%5C%5Ct.invalid',
    'ms-officecmd:%7B%7D',
    'ms-word:ofe|u|https://t.invalid/a.docx',
    'ms-appinstaller:?source=https://t.invalid',
    'vbscript:pwn()',
    'feed:https://t.invalid',
    'intent://t.invalid',
    'steam://x',
    'about:blank',
    'chrome://settings',
    'ftp://t.invalid',
    'ws://t.invalid',
    'cid:x',
    'mid:x',
    'data:,x',
    'filesystem:https://t.invalid/x',
  ]
    .map((href) => `<a href="${href}">x</a><img src="${href}" width=9 height=9>`)
    .join(''),
  base: `<base href="${at('b/')}" target=_top><img src="i.png" width=9 height=9><a href="x">y</a>`,
  forms: `<form action="${at('x')}" target=_top><input type=image src="${at('y')}"><button formaction="${at('z')}">s</button></form><isindex action="${at('q')}">`,
  attribution: `<img attributionsrc="${at('a1')}" src="cid:a"><a attributionsrc="${at('a2')}" ping="${at('a3')}" href="https://zaak.be">x</a>`,
  manifest: `<html manifest="${at('n1')}" itemscope itemtype="${at('n2')}"><body>x`,
  xslt: `<?xml-stylesheet href="${at('x1')}" type="text/xsl"?><p>x`,
});

export const HOSTILE_HTML: readonly HostilePage[] = [
  ...NAMESPACES,
  ...PARSING,
  ...CLOBBERS,
  ...CSS,
  ...RULES,
  ...FETCHES,
];
