// Endings of names behind which something runs when it is opened, on Windows, macOS or Linux: a closed list, each with its reason.
// It began with what Outlook holds back (Microsoft's list of blocked attachments), without what businesses honestly send.

export type DangerousKind =
  | 'program'
  | 'script'
  | 'shortcut'
  /** Office files that carry commands. */
  | 'macros'
  | 'disk-image'
  /** Opens in the browser, where its script runs: false sign-in pages are sent so. */
  | 'web-page'
  /** Changes how the computer itself is set up. */
  | 'system';

const LISTS: Readonly<Record<DangerousKind, string>> = {
  program:
    'exe com scr pif cpl msi msp mst msix msixbundle appx appxbundle dll ocx drv sys gadget xll xla wll chm hlp jar jnlp class ' +
    'app pkg mpkg prefpane kext action workflow component bundle ' +
    'deb rpm appimage flatpak flatpakref snap run bin out elf so ko apk ipa xpi crx air ' +
    'xbap ax acm cpx tsp rll mui vxd efi plg saver qlgenerator plugin xpc definition caction arx',
  script:
    'bat cmd btm js jse mjs cjs vb vbe vbs ws wsc wsf wsh ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 msh msh1 msh2 mshxml sct hta ' +
    'ahk au3 a3x sh bash zsh fish csh ksh command tool terminal scpt scptd applescript osax ' +
    'py pyc pyo pyw pyz pyzw pl rb php lua tcl jsp asp aspx msh1xml msh2xml pssc cdxml htc jsx fxp prg fas vlx lsp dvb',
  shortcut:
    'lnk url desktop webloc inetloc fileloc scf library-ms search-ms searchconnector-ms website pnf glk xnk mcf appref-ms ' +
    'appcontent-ms shb shs kdelnk directory mad maf mag mam maq mar mas mat mau mav maw its contact ica remmina wsb',
  macros:
    'docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm one onepkg accdb accde accdr mdb mde ade adp mda mdw pub slk iqy dqy ' +
    'oqy rqy dot wbk wiz xlw odb odc vsdm vstm vssm ppa xla vsmacros docb',
  'disk-image': 'iso img vhd vhdx vmdk dmg sparseimage sparsebundle udf nrg wim esd swm',
  'web-page': 'htm html xhtml xht shtm shtml mht mhtml svg svgz xsl xslt webarchive swf',
  system:
    'reg inf msc rdp theme themepack deskthemepack settingcontent-ms appinstaller application vsto diagcab diagcfg grp job ' +
    'mobileconfig mobileprovision provisionprofile ovpn vsix vsw ppkg printerexport perfmoncfg service timer ' +
    'socket mount automount path webpnp ins isp hpj cnt udl cer crt der pol',
};

/** What stands behind the last dot, where Windows reads it as a class of its own: "lijst.{3050f4d8-...}" runs as a page does. */
export const isClass = (ending: string): boolean => /^\{[0-9a-f-]{30,40}\}$/i.test(ending);

export const DANGEROUS_ENDINGS: ReadonlyMap<string, DangerousKind> = new Map(
  Object.entries(LISTS).flatMap(([kind, endings]) =>
    endings.split(' ').map((ending): [string, DangerousKind] => [ending, kind as DangerousKind]),
  ),
);

/** What a program that wants to be opened is dressed up as. */
export const PAPER_ENDINGS: ReadonlySet<string> = new Set(
  (
    'pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt csv xml eml msg jpg jpeg png gif webp bmp tif tiff heic zip rar 7z ' +
    'mp3 wav m4a mp4 mov avi ics vcf'
  ).split(' '),
);
