/** A language of the pages. */
export type Language = 'id' | 'en';

/**
 * What a citizen can let a relying party do with the graph in their name, in the words of the consent page. Other scopes
 * are for officers and agencies, and no citizen's token ever carries them.
 */
export const citizenScopes = {
  'identity:nik': {
    id: 'Membaca Nomor Induk Kependudukan (NIK) Anda secara lengkap',
    en: 'Read your national number (NIK) in full',
  },
  'tax:npwp': {
    id: 'Membaca Nomor Pokok Wajib Pajak (NPWP) Anda secara lengkap',
    en: 'Read your tax number (NPWP) in full',
  },
  'tax:returns': {
    id: 'Membaca surat pemberitahuan pajak (SPT) Anda',
    en: 'Read your tax returns (SPT)',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export const citizenScopeNames = Object.keys(citizenScopes) as (keyof typeof citizenScopes)[];
