/** The joint inaugurations by the Minister of Administrative Reform, each with the report that lists its malls. */
export const inauguratedDecember2022 = 'voi.id/en/berita/233529: 26 malls inaugurated on 5 December 2022';
export const inauguratedSeptember2023 = 'voi.id/ar/news/314249: 12 malls inaugurated on 26 September 2023';
export const inauguratedOctober2023 = 'economy.okezone.com 2911791: 10 malls inaugurated on 31 October 2023';
export const inauguratedMarch2024 = 'menpan.go.id, peresmian bersama MPP: 16 malls inaugurated on 7 March 2024';
export const inauguratedJune2024 = 'beritaktual.id/17-mal-pelayanan-publik-diresmikan: 24 June 2024';
export const softLaunchedOctober2024 =
  'heaptalk.com: 22 malls launched; sumateraekspres.bacakoran.co 61541: on 8 October 2024';
export const inauguratedFebruary2023 =
  'voi.id/fr/berita/256221: seven malls of Central Java inaugurated on 20 February 2023';
export const inauguratedDecember2024 = 'sakunar.com 2024/12/12: 42 malls inaugurated on 12 December 2024';
export const inauguratedDecember2025 = 'mureks.co.id: 9 malls inaugurated on 15 December 2025';
