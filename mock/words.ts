import type { Random } from '#kit/sandbox/random.ts';

type Wording = readonly string[] | ((random: Random) => string);

const hour = (random: Random) =>
  `${String(random.whole(8, 14)).padStart(2, '0')}:${random.pick(['00', '15', '30', '45'])}`;
const streets = ['Melati', 'Kenanga', 'Diponegoro', 'Merdeka', 'Sudirman', 'Anggrek', 'Cempaka', 'Pahlawan'] as const;
const street = (random: Random) => `Jalan ${random.pick(streets)} No. ${random.whole(1, 250)}`;
const invented = ['Sari Contohwati', 'Bagus Ibaratno', 'Ratna Misalia', 'Teuku Umpama', 'Lestari Bandingan'] as const;
const registers = ['identity', 'civil-records', 'business-licensing', 'tax'] as const;
const hexadecimal = (random: Random, length: number) =>
  Array.from({ length }, () => random.whole(0, 15).toString(16)).join('');

/** Texts by `Type.field`, or by the field alone, in the words that the register would use. All people are invented. */
export const wordings: Readonly<Record<string, Wording>> = {
  accountCode: ['411126', '411128', '411618'],
  actorRole: ['officer', 'clerk', 'service'],
  address: street,
  agencyCode: ['DUKCAPIL', 'DPMPTSP', 'DJP'],
  amount: (random) => `${random.whole(1, 400) * 25_000}.00`,
  after: ['Kawin', 'Sarjana', 'Pedagang', 'Jalan Melati No. 12'],
  assignee: ['off-1', 'off-2'],
  bankReceipt: (random) => `9${random.digits(11)}`,
  before: ['Belum kawin', 'SLTA', 'Pelajar/mahasiswa', 'Jalan Kenanga No. 3'],
  birthPlace: ['Banyuwangi', 'Surakarta', 'Magelang', 'Samarinda'],
  category: ['G', 'I', 'N', 'S'],
  childName: ['Putri Contohwati', 'Bima Umpama'],
  'CodeName.code': ['84', '74', '15', '9', '65'],
  'CodeName.name': ['Pedagang', 'Perawat', 'Karyawan swasta', 'Petani/pekebun', 'Guru'],
  'TaxOffice.code': ['627', '526', '225'],
  complaintChannels: ['SP4N-LAPOR!', 'Loket pengaduan'],
  counter: (random) => `Loket ${random.whole(1, 12)}`,
  courtDecisionNumber: (random) => `${random.whole(9000, 9999)}/Pdt.G/2026/PA.Contoh`,
  currency: ['IDR'],
  deathPlace: ['RSUD Contoh', 'Rumah'],
  deceasedName: invented,
  depositTypeCode: ['100', '300', '420'],
  description: ['Kelompok ini mencakup usaha sebagaimana disebut dalam judulnya.'],
  destinationStreet: street,
  downloadUrl: (random) => `/documents/mock/doc-${hexadecimal(random, 20)}`,
  factSource: ['Contoh'],
  fatherName: ['Joko Contohwati', 'Teuku Umpama'],
  'FieldChange.field': ['MARITAL_STATUS', 'EDUCATION', 'OCCUPATION', 'ADDRESS'],
  field: ['fullName', 'maskedNik', 'address'],
  fields: ['fullName', 'maskedNik', 'address'],
  'PrefilledValue.field': ['identity.fullName', 'identity.address', 'tax.npwp', 'licensing.nib'],
  form: ['SPT_1770'],
  fullName: invented,
  group: ['35.10', '33.72', 'identity', 'business-licensing', '2026-10'],
  holderName: invented,
  investment: (random) => `${random.whole(1, 40) * 2_500_000}.00`,
  issuedByCode: ['DUKCAPIL', 'DPMPTSP', 'DJP'],
  kbli: ['56101', '55111', '47112', '56303'],
  'PrefilledValue.label': ['Nama lengkap', 'Alamat', 'NPWP', 'NIB'],
  legalBasis: ['UU 25/2009', 'Perpres 89/2021'],
  'License.name': [
    'Izin Usaha Restoran',
    'Sertifikat Standar Rumah Makan',
    'Surat Izin Praktik Perawat',
    'Nomor Induk Berusaha',
  ],
  'License.number': (random) => `9${random.digits(12)}0001`,
  maskedFamilyCardNumber: (random) => `************${random.whole(9000, 9999)}`,
  maskedNik: (random) => `************${random.whole(9000, 9999)}`,
  maskedNpwp: (random) => `************${random.whole(9000, 9999)}`,
  mediaType: ['application/pdf', 'image/jpeg', 'image/png'],
  motherName: ['Wulan Contohwati', 'Lestari Bandingan'],
  name: ['Pasfoto', 'Surat pernyataan', 'Pindaian kartu keluarga', 'Bukti alamat usaha'],
  nik: (random) => `${random.pick(['351013', '337201', '147101'])}150890${random.whole(9000, 9999)}`,
  note: ['Berkas lengkap dan benar.', 'Mohon unggah ulang pasfoto.', 'Diperiksa di tempat.'],
  number: (random) => `${random.pick(['A', 'B', 'C'])}-${String(random.whole(1, 120)).padStart(3, '0')}`,
  officerName: invented,
  officialFlagCode: ['0', '1'],
  officialStatusCode: ['10', '20', '50'],
  onceOnlySource: registers,
  'Requirement.name': ['KTP elektronik', 'Kartu keluarga', 'Pasfoto 4 × 6', 'Surat pernyataan'],
  place: ['Klinik Contoh Sehat', 'RSUD Contoh'],
  postalCode: (random) => `6${random.digits(4)}`,
  products: ['Kartu keluarga', 'Akta kelahiran', 'Nomor Induk Berusaha'],
  purpose: ['Pemeriksaan berkas permohonan', 'Verifikasi data pemohon', 'Penagihan pajak'],
  reason: ['Berkas belum ada pada register mana pun.', 'Status pajak belum valid.'],
  receiptNumber: (random) => `BPE-9${random.digits(7)}`,
  registrationNumber: (random) => `STR-9${random.digits(7)}`,
  requirementCode: ['KTP', 'KK', 'PASFOTO'],
  'Requirement.code': ['KTP', 'KK', 'PASFOTO'],
  requirements: ['Pernyataan kesanggupan', 'Persetujuan bangunan gedung'],
  rt: (random) => String(random.whole(1, 12)).padStart(3, '0'),
  rw: (random) => String(random.whole(1, 9)).padStart(3, '0'),
  sampleFacts: ['Contoh'],
  'FieldMatch.value': ['cocok'],
  sha256: (random) => hexadecimal(random, 64),
  slot: hour,
  'Slot.start': hour,
  'PrefilledValue.source': registers,
  stateReceipt: (random) => `NTPN9${random.digits(11)}`,
  street,
  subgraph: registers,
  'TaxStatement.name': invented,
  text: ['Antrean lebih lama daripada yang dijanjikan.', 'Petugas ramah, tetapi loket tutup lebih awal.'],
  'BusinessClassification.title': ['Rumah/warung makan', 'Hotel bintang', 'Perdagangan eceran makanan', 'Kafe'],
  'Document.title': ['Kartu keluarga', 'Pasfoto', 'Akta kelahiran', 'Surat keterangan lahir'],
  'Notification.title': ['Permohonan Anda sedang diperiksa', 'Dokumen Anda sudah terbit', 'Berkas perlu diperbaiki'],
  'PendingAction.title': ['Lengkapi berkas', 'Bayar kode billing', 'Datang ke loket'],
  'TaxBranch.name': ['Kantor pusat', 'Cabang pasar'],
  'TaxBranch.order': ['000000', '000001'],
  'TaxOffice.name': ['KPP Pratama Banyuwangi', 'KPP Pratama Surakarta', 'KPP Pratama Batam'],
  uploadUrl: (random) => `/documents/mock/doc-${hexadecimal(random, 20)}?link=mock`,
  value: ['Sari Contohwati', 'Jalan Melati No. 12', '************9000'],
  verificationCode: (random) => `7H2KQ-9${random.digits(4)}-ABCDE-FGHJK`,
  words: ['Laporkan SPT tahunan yang belum masuk.', 'Padankan NIK dengan NPWP.'],
};

/** A text for a field of a type, or null when nobody has worded one. */
export function wording(type: string, field: string, random: Random): string | null {
  const found = wordings[`${type}.${field}`] ?? wordings[field];
  if (!found) return null;
  return typeof found === 'function' ? found(random) : random.pick(found);
}
