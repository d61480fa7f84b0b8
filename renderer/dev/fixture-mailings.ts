// Mail as shops, banks and parcel services make it, each with another way of laying out: the reader must show all of it well, in both
// themes and without its pictures. And one mail whose sender is not who he seems.
import { HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import type { Story } from './fixture-stories.ts';

/** A mailing service's usual frame: nested tables, a style block with a narrow form, an open pixel. */
const WOOD = `<!doctype html><html><head><meta charset="utf-8"><style>
#outlook a{padding:0} body{height:100%!important;margin:0;padding:0;width:100%!important;background-color:#f4f1ea}
.card{background-color:#ffffff;border:1px solid #e4ddd0} h1{font-family:Georgia,serif;color:#3b2a17;font-size:26px;margin:0 0 12px}
.btn{background-color:#2f6a35;border-radius:4px;color:#ffffff;display:inline-block;font-weight:bold;padding:12px 24px;text-decoration:none}
.foot{color:#8a8378;font-size:12px} @media only screen and (max-width:480px){.col{display:block!important;width:100%!important}}
</style></head><body bgcolor="#f4f1ea"><div style="display:none;max-height:0;overflow:hidden;color:#f4f1ea;font-size:1px">Nieuw eiken binnen</div>
<table width="100%" cellpadding="0" cellspacing="0" bgcolor="#f4f1ea"><tr><td align="center" style="padding:24px 8px">
<table class="card" width="600" cellpadding="0" cellspacing="0"><tr><td style="padding:20px 32px;border-bottom:3px solid #2f6a35">
<img src="https://mcusercontent.com/h/logo-220x60.png" width="220" height="60" alt="Houthandel Vermeersch"></td></tr>
<tr><td><img src="https://mcusercontent.com/h/eik-600x240.jpg" width="600" height="240" alt="Eiken planken op stapel" style="display:block"></td></tr>
<tr><td style="padding:28px 32px;font-family:Arial,sans-serif;font-size:15px;line-height:1.6;color:#444444"><h1>Nieuw eiken binnen</h1>
<p>Dag Tom,</p><p>Deze week kwam <b>38 m³ Frans eiken</b> binnen, gedroogd tot 9&nbsp;%.</p>
<p><a class="btn" href="https://vermeersch.us4.list-manage.com/track/click?u=1&id=2">Bekijk de voorraad</a></p></td></tr>
<tr><td style="padding:0 32px 28px"><table width="100%"><tr><td class="col" width="50%" style="font-family:Arial;color:#444;font-size:14px"><b style="color:#2f6a35">Klasse A</b><br>€ 1.480 / m³</td><td class="col" width="50%" style="font-family:Arial;color:#444;font-size:14px"><b style="color:#2f6a35">Klasse B</b><br>€ 1.120 / m³</td></tr></table></td></tr>
<tr><td class="foot" align="center" style="padding:16px 32px;background-color:#faf7f1;font-family:Arial">Houthandel Vermeersch, Kanaaldijk 12, Mechelen · <a href="https://vermeersch.us4.list-manage.com/unsubscribe?u=1" style="color:#8a8378">Uitschrijven</a></td></tr></table>
</td></tr></table><img src="https://vermeersch.us4.list-manage.com/track/open.php?u=1&id=2" height="1" width="1" alt=""></body></html>`;

/** A bank: white, orange band with white words, dark blue words, its own colours for dark windows. */
const BANK = `<html><head><style>.wrap{max-width:620px;margin:0 auto;font:16px/1.5 Arial,sans-serif;color:#00204a;background:#fff}
.band{background:#ff6200;color:#fff;padding:18px 24px;font-size:20px;font-weight:bold}.box{border:1px solid #d9d9d9;padding:16px 20px;margin:16px 24px;background:#f0f0f0}
a{color:#525199} @media (prefers-color-scheme:dark){.wrap{background:#101820!important;color:#f2f2f2!important}.box{background:#1d2732!important;border-color:#3a4653!important}a{color:#b8b6ff!important}}</style></head>
<body><div class="wrap"><div class="band">Uw maandoverzicht staat klaar</div><p style="padding:0 24px">Beste heer Claes,</p>
<p style="padding:0 24px">Het overzicht van april staat klaar in uw beveiligde omgeving.</p><div class="box"><b>Zakelijke rekening</b><br>Saldo op 30 april: bekijk het na het inloggen.</div>
<p style="padding:0 24px">Log in via <a href="https://www.bank.example/zakelijk">www.bank.example</a>. Wij vragen nooit om uw pincode.</p></div>
<img src="https://www.bank.example/mail/open.gif?id=88" style="width:1px;height:1px"></body></html>`;

/** A parcel service: a dark head with a background picture, big yellow button. */
const PARCEL = `<html><body style="margin:0;background-color:#eeeeee;font-family:Verdana,sans-serif">
<table width="100%"><tr><td align="center"><table width="580" bgcolor="#ffffff" style="border-collapse:collapse">
<tr><td background="https://pakket.example/kop.jpg" height="120" align="center" style="color:#ffffff;font-size:24px;font-weight:bold">Uw pakket komt vandaag</td></tr>
<tr><td style="padding:24px;color:#333333;font-size:14px;line-height:1.6">Tussen <b>13.10 en 15.10 uur</b> belt onze bezorger aan bij:<br>Schrijnwerkerij Claes, Nieuwewandeling 40, Gent
<table width="100%" style="margin:18px 0"><tr><td align="center" bgcolor="#ffcc00" style="padding:14px;border-radius:24px"><a href="https://track.pakket.example/3S123" style="color:#000000;text-decoration:none;font-weight:bold">Volg uw pakket</a></td></tr></table>
<hr style="border:0;border-top:1px solid #dddddd"><span style="color:#999999;font-size:12px">Barcode 3SABCD123456789</span></td></tr></table></td></tr></table></body></html>`;

/** A webshop: mostly pictures, a grid of products, black logo on nothing, prices in red. */
const SHOP = `<html><head><style>table{border-collapse:collapse}.p{font-family:Helvetica,Arial;font-size:13px;color:#222}.o{color:#888;text-decoration:line-through}.n{color:#d0021b;font-weight:bold}</style></head>
<body style="background:#ffffff;margin:0"><center><table width="640"><tr><td align="center" style="padding:20px"><img src="https://shop.example/logo-160x40.png" alt="GEREEDSCHAP.NU" width="160"></td></tr>
<tr><td style="background-color:#111111;color:#ffffff;text-align:center;padding:10px;font:bold 15px Arial">Alleen dit weekend: 20 % op alle schaafmachines</td></tr>
<tr><td><table width="100%"><tr>
<td class="p" width="33%" align="center" style="padding:12px"><img src="https://shop.example/schaaf-180x140.jpg" width="180" height="140" alt="Schaafmachine 82 mm"><br>Schaafmachine 82 mm<br><span class="o">€ 189</span> <span class="n">€ 151,20</span></td>
<td class="p" width="33%" align="center" style="padding:12px"><img src="https://shop.example/bits-180x140.jpg" width="180" height="140" alt="Bitset 61-delig"><br>Bitset 61-delig<br><span class="o">€ 39</span> <span class="n">€ 31,20</span></td>
<td class="p" width="33%" align="center" style="padding:12px"><img src="https://shop.example/kapot-180x140.jpg" width="180" height="140" alt="Lijmtang 60 cm"><br>Lijmtang 60 cm<br><span class="o">€ 24</span> <span class="n">€ 19,20</span></td>
</tr></table></td></tr><tr><td align="center" style="padding:16px"><a href="https://bit.ly/3xSchaaf" style="background:linear-gradient(#0a7cff,#0057c2);color:#fff;padding:12px 28px;border-radius:6px;font:bold 14px Arial;text-decoration:none">Naar de acties</a></td></tr></table></center></body></html>`;

/** Written in a mail program: no colours but one, a table with lines, black set by hand. */
const SUPPLIER = `<html><head><style>p.MsoNormal{margin:0 0 8pt;font-size:11pt;font-family:Calibri,sans-serif} td{border:solid windowtext 1.0pt;padding:0 5.4pt}</style></head>
<body lang="NL-BE"><div class="WordSection1"><p class="MsoNormal"><span style="color:black">Dag Tom,</span></p><p class="MsoNormal"><span style="color:black">Hieronder de prijzen zoals besproken. <span style="background:yellow">Geldig tot 31 mei.</span></span></p>
<table style="border-collapse:collapse"><tr><td bgcolor="#D9E2F3"><b>Artikel</b></td><td bgcolor="#D9E2F3"><b>Prijs</b></td></tr><tr><td>Scharnier 110°</td><td>€ 2,35</td></tr><tr><td>Ladegeleider 500 mm</td><td style="color:#C00000">€ 18,90</td></tr></table>
<p class="MsoNormal">Bestellen kan op <a href="https://beslag-online.example.ru/login">www.beslag.be</a> of <a href="mailto:order@beslag.be?subject=Bestelling">order@beslag.be</a>.</p>
<p class="MsoNormal"><span style="color:#1F3864">Nele Aerts</span><br><span style="font-size:9pt;color:gray">Beslag bv</span></p></div></body></html>`;

/** An events mailing: dark by itself, pale yellow note, white on nothing in the preview. */
const EVENT = `<html><body style="margin:0;background:#0d1b2a;color:#e0e1dd;font-family:Trebuchet MS,sans-serif"><span style="color:#0d1b2a">Schrijf u in</span>
<div style="max-width:600px;margin:0 auto;padding:32px"><h2 style="color:#ffd166;margin-top:0">Vakbeurs Hout &amp; Interieur</h2><p>Van 3 tot 5 juni in Flanders Expo, Gent. Uw gratis ticket ligt klaar.</p>
<div style="background:#fff8e1;color:#5d4037;padding:14px 18px;border-left:4px solid #ffb300">Tip: op woensdag is het rustig tot 14 uur.</div>
<p><a href="https://vakbeurs.example/ticket" style="color:#ffd166">Ticket ophalen</a></p><img src="https://vakbeurs.example/pixel.gif"></div></body></html>`;

const mailing = (who: string, address: string, subject: string, html: string, hours: number): Story => ({
  section: 'fyi',
  who,
  address,
  subject,
  text: subject,
  agoMs: hours * HOUR_MS,
  kind: 'newsletter',
  html,
});

export const MAILINGS: readonly Story[] = [
  mailing('Houthandel Vermeersch', 'nieuws@vermeersch.example', 'Nieuw eiken binnen', WOOD, 2),
  mailing('Uw bank', 'service@bank.example', 'Uw maandoverzicht staat klaar', BANK, 3),
  mailing('Pakketdienst', 'noreply@pakket.example', 'Uw pakket komt vandaag', PARCEL, 4),
  mailing('Gereedschap.nu', 'acties@shop.example', 'Alleen dit weekend: 20 % korting', SHOP, 5),
  { ...mailing('Nele Aerts', 'nele@beslag.be', 'Prijzen beslag', SUPPLIER, 6), section: 'now', kind: 'human' },
  mailing('Vakbeurs', 'info@vakbeurs.example', 'Uw gratis ticket', EVENT, 7),
  {
    section: 'now',
    who: 'Marleen De Smet',
    address: 'm.desmet.1978@freemail.example',
    subject: 'Nieuw rekeningnummer',
    text: 'Dag Tom,\n\nGraag de teruggave storten op ons nieuwe rekeningnummer. Zie https://rnicrosoft.example/formulier.\n\nMarleen',
    agoMs: 20 * MINUTE_MS,
    dueMs: 5 * HOUR_MS,
  },
];
