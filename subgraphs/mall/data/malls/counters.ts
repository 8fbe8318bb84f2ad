/** Which agencies keep a counter. Every mall has the first group; larger malls add the others. */
export const basicCounters = [
  'MPP',
  'DUKCAPIL',
  'PENCATATAN-SIPIL',
  'DPMPTSP',
  'DJP',
  'POLRI',
  'BPJS-KESEHATAN',
  'BPJS-KETENAGAKERJAAN',
  'KEMENAG',
  'BPN',
  'SAMSAT',
  'BAPENDA',
  'DISNAKER',
  'DINSOS',
  'DINKES',
  'PDAM',
  'BPD',
] as const;

export const largerCounters = [
  ...basicCounters,
  'IMIGRASI',
  'PLN',
  'TASPEN',
  'DPUPR',
  'DLH',
  'POS',
  'PENGADILAN-AGAMA',
] as const;

export const fullCounters = [
  ...largerCounters,
  'KEJAKSAAN',
  'PENGADILAN-NEGERI',
  'BPOM',
  'BEACUKAI',
  'BRI',
  'DISDIK',
  'DISHUB',
  'DISKOP-UMKM',
  'BP3MI',
  'BPJPH',
  'DJKI',
  'AHU',
] as const;
