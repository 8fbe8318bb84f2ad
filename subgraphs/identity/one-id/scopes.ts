/** A language of the pages. */
export type Language = 'id' | 'en';

type Words = Readonly<Record<Language, string>>;

/** What a citizen can let a relying party do with the graph in their name, in the words of the consent page. */
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
} as const satisfies Record<string, Words>;

const officerScopes = {
  'identity:read': { id: 'Mencari warga dalam data kependudukan', en: 'Look up citizens in the population register' },
  'identity:nik': { id: 'Membaca NIK warga secara lengkap', en: 'Read citizens’ national numbers (NIK) in full' },
  'identity:verify': { id: 'Mencocokkan pernyataan dengan data kependudukan', en: 'Verify statements about a citizen' },
  'licensing:read': { id: 'Membaca data usaha di wilayah Anda', en: 'Read the businesses of your region' },
  'civil:read': { id: 'Membaca akta di wilayah Anda', en: 'Read the civil records of your region' },
  'tax:read': { id: 'Membaca data wajib pajak', en: 'Read taxpayers’ files' },
  'tax:npwp': { id: 'Membaca NPWP secara lengkap', en: 'Read tax numbers (NPWP) in full' },
  'tax:returns': { id: 'Membaca SPT wajib pajak', en: 'Read taxpayers’ returns (SPT)' },
  'tax:clearance': { id: 'Memeriksa status wajib pajak (KSWP)', en: 'Check tax status (KSWP)' },
  'applications:read': { id: 'Membaca permohonan di kantor Anda', en: 'Read the applications of your office' },
  'applications:verify': { id: 'Memeriksa berkas permohonan', en: 'Check the files of applications' },
  'applications:approve': { id: 'Menandatangani keputusan permohonan', en: 'Sign decisions on applications' },
} as const satisfies Record<string, Words>;

/**
 * The most that somebody who signs in for their work can be allowed, by role, in the words of the consent page. What one
 * of them is allowed stands in their account; whatever an account says, no token carries more than its role has.
 */
export const staffScopes = {
  officer: officerScopes,
  clerk: { 'queue:manage': { id: 'Mengelola antrean mal Anda', en: 'Run the queue of your mall' } },
  analyst: { 'statistics:read': { id: 'Membaca statistik layanan', en: 'Read the statistics of the services' } },
  developer: {},
} as const satisfies Record<string, Record<string, Words>>;

export type StaffRole = keyof typeof staffScopes;

export const citizenScopeNames = Object.keys(citizenScopes) as (keyof typeof citizenScopes)[];

/** Every scope that a page in the browser can ask for; what is granted depends on who signs in. */
export const scopesOfPeople: readonly string[] = [
  ...new Set([...citizenScopeNames, ...Object.values(staffScopes).flatMap((scopes) => Object.keys(scopes))]),
];

/** What a scope lets a relying party do, in the words for this role; `null` for a scope that the role does not have. */
export function wordsOfScope(role: StaffRole | 'citizen', scope: string): Words | null {
  const scopes: Readonly<Record<string, Words>> = role === 'citizen' ? citizenScopes : staffScopes[role];
  return Object.hasOwn(scopes, scope) ? (scopes[scope] ?? null) : null;
}
