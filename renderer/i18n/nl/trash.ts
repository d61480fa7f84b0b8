// Dutch texts of what is thrown away.
export const trash = {
  trash: {
    title: 'Prullenbak',
    intro: 'Weggegooide gesprekken staan hier dertig dagen; daarna verdwijnen ze voorgoed van deze computer.',
    empty: 'De prullenbak is leeg.',
    delete: 'Verwijderen',
    deleteKey: 'Verwijderen, of terugzetten uit de prullenbak',
    putBack: 'Terugzetten',
    putBackWhose: 'Terugzetten: {{who}}',
    until: 'nog tot {{when}}',
    line: 'Dit gesprek ligt in de prullenbak en verdwijnt op {{when}} voorgoed.',
    notice: 'Gesprek met {{who}} verwijderd',
    noticeBack: 'Gesprek met {{who}} staat weer op zijn plaats',
    more: 'Meer tonen',
  },
} as const;
