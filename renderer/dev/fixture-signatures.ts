// What stands below letters on the fixture desk.
import type { Settings } from '../../main/contract/settings.ts';

export const FIXTURE_SIGNATURES: Settings['signatures'] = [
  { address: null, language: null, text: 'Tom Claes\nSchrijnwerkerij Claes\nwww.schrijnwerkerijclaes.be' },
  { address: null, language: 'en', text: 'Tom Claes\nClaes Joinery' },
];
