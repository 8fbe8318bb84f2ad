// Made by `npm run client`; not to be changed by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which applications of an inbox: all that is given must hold */
export type ApplicationFilter = {
  /** Decided by this agency */
  readonly agency?: string | null | undefined;
  /** Of this category */
  readonly category?: ServiceCategory | null | undefined;
  /** true: not at an end yet; false: at an end */
  readonly open?: boolean | null | undefined;
  /** In one of these states */
  readonly status?: ReadonlyArray<ApplicationStatus> | null | undefined;
};

/** Status permohonan: where an application stands */
export type ApplicationStatus =
  /** Disetujui: approved */
  | 'APPROVED'
  /** Disetujui otomatis (fiktif positif): approved because nobody decided in time */
  | 'AUTO_APPROVED'
  /** Menunggu persetujuan: it lies with the one who signs */
  | 'AWAITING_APPROVAL'
  /** Menunggu pembayaran: the fee is not paid yet */
  | 'AWAITING_PAYMENT'
  /** Selesai/diambil: finished, the document is collected */
  | 'COMPLETED'
  /** Pemeriksaan berkas: the documents are checked */
  | 'DOCUMENT_CHECK'
  /** Konsep: being written */
  | 'DRAFT'
  /** Kedaluwarsa: a deadline of the applicant has passed */
  | 'EXPIRED'
  /** Pemeriksaan lapangan: somebody looks at the place */
  | 'FIELD_INSPECTION'
  /** Terbit: the document is issued */
  | 'ISSUED'
  /** Ditolak: rejected */
  | 'REJECTED'
  /** Dikembalikan untuk perbaikan: the applicant has to correct something */
  | 'RETURNED'
  /** Diajukan: handed in */
  | 'SUBMITTED'
  /** Verifikasi teknis: the contents are checked */
  | 'VERIFICATION'
  /** Dibatalkan pemohon: withdrawn by the applicant */
  | 'WITHDRAWN';

/** Status kode billing: whether a code is paid, or still can be */
export type BillingStatus =
  /** Kedaluwarsa: its seven days have passed */
  | 'EXPIRED'
  /** Lunas: paid */
  | 'PAID'
  /** Belum dibayar: can be paid */
  | 'UNPAID';

/** What is stated of a birth (F-2.01) */
export type BirthFactsInput = {
  /** The day of birth */
  readonly birthDate: string;
  /** The town of birth, at most 100 characters */
  readonly birthPlace: string;
  /** How many were born together */
  readonly birthType: BirthType;
  /** The child's name, at most 100 characters */
  readonly childName: string;
  /** The father's name, at most 100 characters; left out for a child of the mother alone */
  readonly fatherName?: string | null | undefined;
  /** Who helped */
  readonly helper: BirthHelper;
  /** Length at birth in centimetres, 10 to 90 */
  readonly lengthCm?: number | null | undefined;
  /** The mother's name, at most 100 characters */
  readonly motherName: string;
  /** Which of the mother's children this is, from 1 */
  readonly order: number;
  /**
   * The other parent, by their opaque id: somebody whom the register knows as married to the citizen, or as a parent of an
   * earlier child of theirs. Nobody when left out; the name is stated all the same
   */
  readonly otherParentId?: string | null | undefined;
  /** The kind of place */
  readonly placeType: BirthPlaceType;
  /** Whether the citizen who reports is the mother or the father */
  readonly reportedBy: ReportingParent;
  /** The child's sex */
  readonly sex: Sex;
  /** Weight at birth in grams, 100 to 9,999 */
  readonly weightGrams?: number | null | undefined;
};

/** Penolong kelahiran: who helped at a birth (F-2.01) */
export type BirthHelper =
  /** Dokter: doctor (kode 1) */
  | 'DOCTOR'
  /** Bidan/perawat: midwife or nurse (kode 2) */
  | 'MIDWIFE_NURSE'
  /** Lainnya: somebody else (kode 4) */
  | 'OTHER'
  /** Dukun: traditional birth attendant (kode 3) */
  | 'TRADITIONAL';

/** Tempat dilahirkan: the kind of place of a birth (F-2.01) */
export type BirthPlaceType =
  /** Puskesmas: community health centre (kode 2) */
  | 'HEALTH_CENTRE'
  /** Rumah: at home (kode 4) */
  | 'HOME'
  /** RS/RB: hospital or maternity clinic (kode 1) */
  | 'HOSPITAL'
  /** Lainnya: elsewhere (kode 5) */
  | 'OTHER'
  /** Polindes: village maternity post (kode 3) */
  | 'VILLAGE_CLINIC';

/** Jenis kelahiran: how many were born together (F-2.01) */
export type BirthType =
  /** Lainnya: more (kode 5) */
  | 'OTHER'
  /** Kembar 4: quadruplets (kode 4) */
  | 'QUADRUPLET'
  /** Tunggal: one child (kode 1) */
  | 'SINGLE'
  /** Kembar 3: triplets (kode 3) */
  | 'TRIPLET'
  /** Kembar 2: twins (kode 2) */
  | 'TWIN';

/** Golongan darah */
export type BloodType =
  /** A (kode 1) */
  | 'A'
  /** AB (kode 3) */
  | 'AB'
  /** AB- (kode 10) */
  | 'AB_NEGATIVE'
  /** AB+ (kode 9) */
  | 'AB_POSITIVE'
  /** A- (kode 6) */
  | 'A_NEGATIVE'
  /** A+ (kode 5) */
  | 'A_POSITIVE'
  /** B (kode 2) */
  | 'B'
  /** B- (kode 8) */
  | 'B_NEGATIVE'
  /** B+ (kode 7) */
  | 'B_POSITIVE'
  /** O (kode 4) */
  | 'O'
  /** O- (kode 12) */
  | 'O_NEGATIVE'
  /** O+ (kode 11) */
  | 'O_POSITIVE'
  /** Tidak tahu (kode 13) */
  | 'UNKNOWN';

/** The turn that a citizen wants */
export type BookQueueTicketInput = {
  /** The application that it is about, one of the citizen's own */
  readonly applicationId?: string | null | undefined;
  /** The day, at most 30 days ahead */
  readonly date: string;
  /** Made by the client, the same for every try of this booking, 8 to 100 characters */
  readonly idempotencyKey: string;
  /** Such as `mall-35.10` */
  readonly mallId: string;
  /** The code of the service */
  readonly serviceCode: string;
  /** When it starts, such as `09:30`, one of `slotsLeft` */
  readonly slot: string;
};

/** Jenis pelaku usaha: who runs the business (OSS annex 18) */
export type BusinessActorType =
  /** Badan usaha (01) */
  | 'ENTITY'
  /** Badan usaha luar negeri (04): a foreign entity */
  | 'FOREIGN_ENTITY'
  /** Orang perseorangan (02) */
  | 'INDIVIDUAL'
  /** Kantor perwakilan (03): a representative office */
  | 'REPRESENTATIVE_OFFICE';

/** Jenis badan usaha: the legal form (OSS annex 2) */
export type BusinessEntityType =
  /** Koperasi (07) */
  | 'COOPERATIVE'
  /** Yayasan (10) */
  | 'FOUNDATION'
  /** Persekutuan firma (05) */
  | 'GENERAL_PARTNERSHIP'
  /** Perseroan terbatas, PT (01) */
  | 'LIMITED_COMPANY'
  /** Persekutuan komanditer, CV (02) */
  | 'LIMITED_PARTNERSHIP'
  /** PT perorangan (26): a limited company of one person */
  | 'SOLE_LIMITED_COMPANY'
  /** Badan usaha milik desa, BUM Desa (28) */
  | 'VILLAGE_ENTERPRISE';

/** What a business will do at one place */
export type BusinessProjectInput = {
  /** Investment in rupiah without land and buildings, such as `25000000` or `25000000.00` */
  readonly investment: string;
  /** Five-digit code of the activity */
  readonly kbli: string;
  /** The village, district or regency that it lies in */
  readonly regionCode: string;
  /** The edition that the code is from */
  readonly version?: KbliVersion;
  /** Workers from abroad, at most 100,000 */
  readonly workersForeign?: number;
  /** Workers from Indonesia, at most 100,000 */
  readonly workersLocal: number;
};

/** Skala usaha: the scale of a business by its capital without land and buildings (PP 7/2021) */
export type BusinessScale =
  /** Besar: more than 10 billion rupiah */
  | 'LARGE'
  /** Menengah: more than 5, up to 10 billion rupiah */
  | 'MEDIUM'
  /** Mikro: up to 1 billion rupiah */
  | 'MICRO'
  /** Kecil: more than 1, up to 5 billion rupiah */
  | 'SMALL';

/** Status penanaman modal: where the capital comes from (OSS annex 1) */
export type CapitalStatus =
  /** Penanaman modal dalam negeri, PMDN (02) */
  | 'DOMESTIC_INVESTMENT'
  /** Penanaman modal asing, PMA (01) */
  | 'FOREIGN_INVESTMENT'
  /** Bukan PMA atau PMDN (03) */
  | 'NONE';

/** Kewarganegaraan */
export type Citizenship =
  /** Warga Negara Asing, WNA (kode 2) */
  | 'FOREIGN'
  /** Warga Negara Indonesia, WNI (kode 1) */
  | 'INDONESIAN';

/** Jenis peristiwa: what happened in a person's life (form F-2.01, and F-1.03 for moving) */
export type CivilEventKind =
  /** Pengakuan anak: acknowledgement of a child */
  | 'ACKNOWLEDGEMENT'
  /** Pengangkatan anak: adoption */
  | 'ADOPTION'
  /** Kelahiran: birth */
  | 'BIRTH'
  /** Kematian: death */
  | 'DEATH'
  /** Perceraian: divorce */
  | 'DIVORCE'
  /** Perkawinan: marriage */
  | 'MARRIAGE'
  /** Pindah datang: moving */
  | 'MOVE'
  /** Perubahan nama: change of name */
  | 'NAME_CHANGE'
  /** Lahir mati: stillbirth */
  | 'STILLBIRTH';

/** Awal jangka waktu: what starts the clock of a service standard */
export type ClockStart =
  /** Berkas lengkap dan benar: the documents are complete and right */
  | 'DOCUMENTS_COMPLETE'
  /** Lunas: the fee is paid */
  | 'PAID'
  /** Tanggal pengajuan: the application is submitted */
  | 'SUBMITTED';

/** What is to be paid */
export type CreateBillingCodeInput = {
  /** Kode Akun Pajak (KAP): which tax, six digits such as `411125` */
  readonly accountCode: string;
  /** Whole rupiah, such as `150000` */
  readonly amount: string;
  /** An application of the citizen's to the tax administration that it is paid for, where it is for one */
  readonly applicationId?: string | null | undefined;
  /** Kode Jenis Setoran (KJS): for what of it, three digits such as `200` */
  readonly depositTypeCode: string;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key makes one code */
  readonly idempotencyKey: string;
  /** Only checks, and says every fault at once; no code is made */
  readonly validateOnly?: boolean;
};

/** Sebab kematian: the cause of a death (F-2.01) */
export type DeathCause =
  /** Kecelakaan: accident (kode 3) */
  | 'ACCIDENT'
  /** Kriminalitas: crime (kode 4) */
  | 'CRIME'
  /** Wabah penyakit: epidemic (kode 2) */
  | 'EPIDEMIC'
  /** Sakit biasa/tua: illness or old age (kode 1) */
  | 'ILLNESS_OLD_AGE'
  /** Lainnya: another cause (kode 6) */
  | 'OTHER'
  /** Bunuh diri: suicide (kode 5) */
  | 'SUICIDE';

/** What is stated of a death (F-2.01) */
export type DeathFactsInput = {
  /** The cause, where it is known */
  readonly cause?: DeathCause | null | undefined;
  /** The day of death */
  readonly deathDate: string;
  /** Where, at most 100 characters */
  readonly deathPlace: string;
  /** Who died, by the opaque id: husband or wife, parent or child of the citizen */
  readonly deceasedId: string;
  /** The name, at most 100 characters */
  readonly deceasedName: string;
};

/** What an officer decides on an application */
export type DecideApplicationInput = {
  /** The tracking number */
  readonly applicationId: string;
  /** What is decided */
  readonly decision: Decision;
  /** The sequence of the application as the officer saw it; when it has moved on meanwhile, the answer is CONFLICT */
  readonly expectedSequence: number;
  /** Words to the applicant; needed to return or to reject */
  readonly note?: string | null | undefined;
  /** Codes of the requirements that have to be mended; needed to return */
  readonly requirementCodes?: ReadonlyArray<string> | null | undefined;
};

/** Keputusan: what an officer may decide */
export type Decision =
  /** Terima berkas: the documents are complete and right */
  | 'ACCEPT_DOCUMENTS'
  /** Setujui: approve */
  | 'APPROVE'
  /** Terbitkan: issue the document */
  | 'ISSUE'
  /** Rekomendasikan: hand it to the one who signs */
  | 'RECOMMEND'
  /** Tolak: reject, with the reason */
  | 'REJECT'
  /** Kembalikan untuk perbaikan: the applicant has to correct something */
  | 'RETURN_FOR_CORRECTION'
  /** Teruskan ke pemeriksaan lapangan: somebody has to look at the place */
  | 'SEND_TO_INSPECTION';

/** Jenis kuasa: what a delegation rests on */
export type DelegationKind =
  /** Pengurus perusahaan: an officer of a company */
  | 'COMPANY_OFFICER'
  /** Wali: a guardian */
  | 'GUARDIAN'
  /** Orang tua: a parent, for a child */
  | 'PARENT'
  /** Surat kuasa: a written authority */
  | 'PROXY_LETTER';

/** Status Identitas Kependudukan Digital (IKD) */
export type DigitalIdentityStatus =
  /** Aktif */
  | 'ACTIVE'
  /** Diblokir */
  | 'BLOCKED'
  /** Belum aktif */
  | 'NOT_ACTIVATED';

/** Jenis dokumen: the kind of a document */
export type DocumentKind =
  /** Akta kelahiran: birth certificate */
  | 'BIRTH_CERTIFICATE'
  /** Surat keterangan lahir: statement of birth */
  | 'BIRTH_STATEMENT'
  /** Nomor Induk Berusaha: business identification number */
  | 'BUSINESS_NUMBER'
  /** Putusan pengadilan: court decision */
  | 'COURT_DECISION'
  /** Akta kematian: death certificate */
  | 'DEATH_CERTIFICATE'
  /** Kartu Keluarga: family card */
  | 'FAMILY_CARD'
  /** KTP elektronik: identity card */
  | 'ID_CARD'
  /** Akta perkawinan atau buku nikah: marriage certificate */
  | 'MARRIAGE_CERTIFICATE'
  /** SKPWNI: certificate of moving */
  | 'MOVE_LETTER'
  /** Lainnya: another kind */
  | 'OTHER'
  /** Izin: licence */
  | 'PERMIT'
  /** Pasfoto: photograph */
  | 'PHOTO'
  /** Sertifikat standar: standard certificate */
  | 'STANDARD_CERTIFICATE'
  /** Kartu NPWP: tax card */
  | 'TAX_CARD'
  /** Bukti Penerimaan Elektronik: receipt of a tax return */
  | 'TAX_RETURN_RECEIPT';

/** Asal dokumen: where a document came from */
export type DocumentSource =
  /** Diterbitkan instansi: issued by an agency */
  | 'ISSUED'
  /** Ditarik dari register: drawn from a register */
  | 'PULLED'
  /** Diunggah pemohon: handed in by the applicant */
  | 'UPLOADED';

/** Pendidikan terakhir, as the family card lists it */
export type EducationLevel =
  /** Diploma IV/Strata I (kode 8): bachelor */
  | 'BACHELOR'
  /** Diploma I/II (kode 6) */
  | 'DIPLOMA_1_2'
  /** Akademi/Diploma III/Sarjana Muda (kode 7) */
  | 'DIPLOMA_3'
  /** Strata III (kode 10): doctorate */
  | 'DOCTORATE'
  /** SLTP/sederajat (kode 4): junior secondary school */
  | 'JUNIOR_SECONDARY'
  /** Strata II (kode 9): master */
  | 'MASTER'
  /** Tidak/belum sekolah (kode 1): no school, or not yet */
  | 'NONE'
  /** Tamat SD/sederajat (kode 3): primary school */
  | 'PRIMARY'
  /** Belum tamat SD/sederajat (kode 2): primary school not completed */
  | 'PRIMARY_INCOMPLETE'
  /** SLTA/sederajat (kode 5): senior secondary school */
  | 'SENIOR_SECONDARY';

/** Kelayakan: whether a citizen can be granted a service */
export type EligibilityResult =
  /** Data belum tersedia: an agency did not answer, so it cannot be told */
  | 'NEEDS_DATA'
  /** Belum memenuhi syarat: something is lacking */
  | 'NO'
  /** Memenuhi syarat: nothing is lacking that a register can tell */
  | 'YES';

/** Status hubungan dalam keluarga (SHDK): the relationship to the head of the family */
export type FamilyRelationship =
  /** Anak (kode 4) */
  | 'CHILD'
  /** Menantu (kode 5): the spouse of a child */
  | 'CHILD_IN_LAW'
  /** Pembantu (kode 10): domestic worker */
  | 'DOMESTIC_WORKER'
  /** Cucu (kode 6) */
  | 'GRANDCHILD'
  /** Kepala keluarga (kode 1) */
  | 'HEAD'
  /** Suami (kode 2) */
  | 'HUSBAND'
  /** Lainnya (kode 11) */
  | 'OTHER'
  /** Famili lain (kode 9) */
  | 'OTHER_RELATIVE'
  /** Orang tua (kode 7) */
  | 'PARENT'
  /** Mertua (kode 8): a parent of the spouse */
  | 'PARENT_IN_LAW'
  /** Istri (kode 3) */
  | 'WIFE';

/** Jenis biaya: the kind of a fee */
export type FeeKind =
  /** Gratis: free of charge */
  | 'FREE'
  /** Retribusi daerah: a local levy */
  | 'LOCAL_LEVY'
  /** PNBP: a state revenue that is not a tax */
  | 'STATE_REVENUE';

/** Perubahan elemen data: one change that is asked for */
export type FieldChangeInput = {
  /** What the register is to hold: a name, a day, a value of the field's enum, or the code of an occupation */
  readonly after: string;
  /**
   * What is to change: `fullName`, `birthPlace`, `birthDate`, `sex`, `bloodType`, `religion`, `maritalStatus`, `education`,
   * `occupation`, `fatherName` or `motherName`; with a change of the family card `maritalStatus` only
   */
  readonly field: string;
};

/** A complaint about a service */
export type FileComplaintInput = {
  /** The application that it is about, one of the citizen's own */
  readonly applicationId?: string | null | undefined;
  /** The code of the service */
  readonly serviceCode: string;
  /** What is wrong, at most 5,000 characters */
  readonly text: string;
};

/** Tingkat pemerintahan: the level of government that is competent */
export type GovernmentLevel =
  /** Pusat (kode 00) */
  | 'CENTRAL'
  /** Provinsi (kode 01) */
  | 'PROVINCE'
  /** Kabupaten/kota (kode 02) */
  | 'REGENCY';

/** What a citizen allows */
export type GrantConsentInput = {
  /** Until when; left out, until it is taken back */
  readonly expiresAt?: string | null | undefined;
  /** Which data, as fields of the graph such as `Citizen.applications`, at most 20 */
  readonly fields: ReadonlyArray<string>;
  /** What for, in words, at most 500 characters */
  readonly purpose: string;
  /** The code of the agency that may use the data */
  readonly recipient: string;
  /** The words that the citizen was shown and agreed to, at most 5,000 characters; their digest is kept as proof */
  readonly text: string;
};

/** Profesi kesehatan: the professions that a practice licence is given for */
export type HealthProfession =
  /** Dokter */
  | 'DOCTOR'
  /** Bidan */
  | 'MIDWIFE'
  /** Perawat */
  | 'NURSE';

/** Status KTP-el: how far the electronic identity card is */
export type IdCardStatus =
  /** Sudah rekam (kode 3): fingerprints, iris and photograph taken */
  | 'ENROLLED'
  /** Card issued (kode 8): in the hands of the citizen */
  | 'ISSUED'
  /** Belum rekam (kode 2): fingerprints, iris and photograph not taken yet */
  | 'NOT_ENROLLED'
  /** Belum wajib (kode 1): too young for a card */
  | 'NOT_REQUIRED'
  /** Card printed (kode 4) */
  | 'PRINTED'
  /** Print ready record (kode 5): may be printed */
  | 'PRINT_READY'
  /** Sent for card printing (kode 7) */
  | 'SENT_FOR_PRINTING'
  /** Card shipped (kode 6) */
  | 'SHIPPED';

/** Jenis layanan: what can be applied for */
export type IdentityServiceKind =
  /** Kartu Identitas Anak (KIA): a child's identity card (form F-1.02) */
  | 'CHILD_CARD'
  /** Perubahan elemen data: a change or correction of recorded data (form F-1.06; UU 27/2022, article 6) */
  | 'DATA_CHANGE'
  /** Aktivasi Identitas Kependudukan Digital (IKD): activation of the digital identity */
  | 'DIGITAL_ID_ACTIVATION'
  /** Kartu Keluarga baru atau perubahan: a new or changed family card (form F-1.02) */
  | 'FAMILY_CARD_CHANGE'
  /** KTP-el baru: the first electronic identity card (form F-1.02) */
  | 'ID_CARD_NEW'
  /** KTP-el hilang, rusak, atau berubah: a replacement card (form F-1.02) */
  | 'ID_CARD_REPLACEMENT';

/** Hasil pemeriksaan lapangan: what a visit on site found */
export type InspectionResult =
  /** Sesuai: as required */
  | 'CONFORMS'
  /** Sesuai dengan catatan: as required but for small things to mend */
  | 'CONFORMS_WITH_NOTES'
  /** Tidak sesuai: not as required */
  | 'DOES_NOT_CONFORM';

/** Edisi KBLI: the edition of the classification */
export type KbliVersion =
  /** Peraturan BPS 2/2020: categories A to U */
  | 'KBLI_2020'
  /** Peraturan BPS 7/2025: categories lettered anew */
  | 'KBLI_2025';

/** Bahasa: the language of a text, by its ISO 639 code */
export type Language =
  /** Bahasa Inggris: English */
  | 'EN'
  /** Bahasa Indonesia */
  | 'ID';

/** Dasar pemrosesan: what the use of personal data rests on (UU 27/2022, article 20) */
export type LegalBasis =
  /** Persetujuan: the person agreed */
  | 'CONSENT'
  /** Perjanjian: a contract */
  | 'CONTRACT'
  /** Kewajiban hukum: a law demands it */
  | 'LEGAL_OBLIGATION'
  /** Kepentingan umum: a public task */
  | 'PUBLIC_TASK'
  /** Kepentingan vital: somebody's life depends on it */
  | 'VITAL_INTEREST';

/** Jenis perizinan: the kinds of licence */
export type LicenseKind =
  /** Persyaratan dasar: land use (KKPR), environment and building (PBG, SLF) approvals */
  | 'BASIC_REQUIREMENT'
  /** Nomor Induk Berusaha (NIB) */
  | 'BUSINESS_NUMBER'
  /** Izin: permit */
  | 'PERMIT'
  /** Sertifikat standar: standard certificate */
  | 'STANDARD_CERTIFICATE'
  /** Perizinan berusaha untuk menunjang kegiatan usaha (PB UMKU), and the licences of a profession (SIP) */
  | 'SUPPORTING_LICENSE';

/** Status izin: where a licence stands, before and after it was issued */
export type LicenseStatus =
  /** Belum terverifikasi: stated, not yet verified by the office */
  | 'AWAITING_VERIFICATION'
  /** Sedang diproses: applied for */
  | 'IN_PROCESS'
  /** Terbit: in force */
  | 'ISSUED'
  /** Ditolak (90): refused */
  | 'REJECTED'
  /** Belum diajukan: needed, not applied for */
  | 'REQUIRED'
  /** Dicabut: withdrawn by the office */
  | 'REVOKED'
  /** Pernyataan mandiri: in force by the owner's own statement (medium-low risk) */
  | 'SELF_DECLARED'
  /** Penghentian sementara (70): out of force for a time */
  | 'SUSPENDED'
  /** Peringatan (60): in force, with a warning */
  | 'WARNED';

/** Peristiwa kehidupan: a turn of life in which services are needed */
export type LifeEvent =
  /** Kelahiran: a child is born */
  | 'BIRTH'
  /** Kematian dalam keluarga: somebody of the family died */
  | 'DEATH_IN_FAMILY'
  /** Praktik kesehatan: practising a health profession */
  | 'HEALTH_PRACTICE'
  /** Dokumen hilang: a document is lost */
  | 'LOST_DOCUMENT'
  /** Perkawinan: marriage */
  | 'MARRIAGE'
  /** Pindah: moving house */
  | 'MOVING'
  /** Memulai usaha: starting a business */
  | 'STARTING_BUSINESS';

/** What one report can lead to */
export type LifeEventProduct =
  /** Kutipan akta atau surat pindah: the certificate or letter of this office */
  | 'CERTIFICATE'
  /** KIA: the child's identity card */
  | 'CHILD_CARD'
  /** KK: the family card, changed */
  | 'FAMILY_CARD'
  /** NIK anak: the child's identity number */
  | 'IDENTITY_NUMBER'
  /** KTP-el: an identity card, changed */
  | 'ID_CARD';

/** How far a product of an event is */
export type LifeEventState =
  /** The event is registered, and the population office makes the product when it is asked for by its service */
  | 'AVAILABLE'
  /** It will not be made: the report ended without a registration */
  | 'DROPPED'
  /** Issued by this office */
  | 'ISSUED'
  /** The event is not registered yet */
  | 'WAITING';

/** Status perkawinan */
export type MaritalStatus =
  /** Cerai hidup (kode 3): divorced */
  | 'DIVORCED'
  /** Kawin tercatat (kode 2): married, and recorded */
  | 'MARRIED_REGISTERED'
  /** Kawin belum tercatat (kode 2): married, not recorded yet */
  | 'MARRIED_UNREGISTERED'
  /** Belum kawin (kode 1): never married */
  | 'SINGLE'
  /** Cerai mati (kode 4): widowed */
  | 'WIDOWED';

/** Pencatat perkawinan: who recorded a marriage */
export type MarriageRegistrar =
  /** Disdukcapil: the civil registry, for everybody else */
  | 'CIVIL_REGISTRY'
  /** KUA: the office of religious affairs, for Muslims */
  | 'RELIGIOUS_OFFICE';

/** Klasifikasi pindah: how far a move goes (F-1.03) */
export type MoveClass =
  /** Antar kecamatan: between districts of one regency (kode 3) */
  | 'BETWEEN_DISTRICTS'
  /** Antar provinsi: between provinces (kode 5) */
  | 'BETWEEN_PROVINCES'
  /** Antar kabupaten/kota: between regencies of one province (kode 4) */
  | 'BETWEEN_REGENCIES'
  /** Antar desa/kelurahan: between villages of one district (kode 2) */
  | 'BETWEEN_VILLAGES'
  /** Dalam satu desa/kelurahan: within one village (kode 1) */
  | 'WITHIN_VILLAGE';

/** What is stated of a move (F-1.03) */
export type MoveFactsInput = {
  /** The new street and house number, at most 100 characters */
  readonly destinationStreet: string;
  /** The village that they move to */
  readonly destinationVillageCode: string;
  /** Who moves, by their opaque ids: the citizen, husband or wife, parents or children; at most 20 */
  readonly moverIds: ReadonlyArray<string>;
  /** The village that they leave; the office of its regency or city gives the letter */
  readonly originVillageCode: string;
  /** Why they move */
  readonly reason: MoveReason;
  /** Who of the family card moves */
  readonly who: MoveWho;
};

/** Alasan pindah: why somebody moves (F-1.03) */
export type MoveReason =
  /** Pendidikan: education (kode 2) */
  | 'EDUCATION'
  /** Keluarga: family (kode 6) */
  | 'FAMILY'
  /** Kesehatan: health (kode 4) */
  | 'HEALTH'
  /** Perumahan: housing (kode 5) */
  | 'HOUSING'
  /** Lainnya: another reason (kode 7) */
  | 'OTHER'
  /** Keamanan: security (kode 3) */
  | 'SECURITY'
  /** Pekerjaan: work (kode 1) */
  | 'WORK';

/** Jenis kepindahan: who of a family card moves (F-1.03) */
export type MoveWho =
  /** Kepala keluarga dan seluruh anggota: the whole family (kode 2) */
  | 'HEAD_AND_ALL'
  /** Kepala keluarga dan sebagian anggota: the head and some of the family (kode 3) */
  | 'HEAD_AND_SOME'
  /** Kepala keluarga: the head of the family alone (kode 1) */
  | 'HEAD_ONLY'
  /** Anggota keluarga: members without the head (kode 4) */
  | 'MEMBERS_ONLY';

/** Status NIB: whether the business number is in force (OSS annex 14) */
export type NibStatus =
  /** Aktif (01) */
  | 'ACTIVE'
  /** Belum aktif (02) */
  | 'INACTIVE'
  /** Dicabut (06) */
  | 'REVOKED'
  /** Dibekukan (05) */
  | 'SUSPENDED';

/** A bank's notice that a billing code was paid */
export type NoteTaxPaymentInput = {
  /** What was paid, in rupiah; it has to be the amount of the code */
  readonly amount: string;
  /** Nomor Transaksi Bank (NTB): the bank's receipt, 6 to 20 digits and capital letters */
  readonly bankReceipt: string;
  /** The code, 15 digits */
  readonly billingCode: string;
};

/** Saat mulai beroperasi: from when on a business may operate */
export type OperateFrom =
  /** Sertifikat standar terverifikasi: when the office has verified the standard */
  | 'CERTIFICATE_VERIFIED'
  /** NIB terbit: when the number is issued */
  | 'NIB_ISSUED'
  /** Izin terbit: when the permit is issued */
  | 'PERMIT_ISSUED'
  /** Pernyataan mandiri: when the number is issued and the owner has stated to meet the standard */
  | 'STANDARD_DECLARED';

/** Jenis tindakan: what an applicant has to do */
export type PendingActionKind =
  /** Hadiri pemeriksaan: be there when the place is looked at */
  | 'ATTEND_INSPECTION'
  /** Ambil di gerai: collect the document at a counter */
  | 'COLLECT_AT_COUNTER'
  /** Perbaiki data: correct something */
  | 'CORRECT_DATA'
  /** Beri persetujuan: allow the use of data */
  | 'GIVE_CONSENT'
  /** Bayar: pay */
  | 'PAY'
  /** Unggah dokumen: hand in a document */
  | 'UPLOAD_DOCUMENT';

/** Tingkat wilayah: how large a region is */
export type RegionLevel =
  /** Kecamatan: district */
  | 'DISTRICT'
  /** Provinsi: province */
  | 'PROVINCE'
  /** Kabupaten/kota: regency or city */
  | 'REGENCY'
  /** Desa/kelurahan: village */
  | 'VILLAGE';

/** What a business states of itself */
export type RegisterBusinessInput = {
  /** In what capacity it is run */
  readonly actorType: BusinessActorType;
  /** Street and number, 5 to 200 characters */
  readonly address: string;
  /** Where its capital comes from */
  readonly capitalStatus?: CapitalStatus;
  /** Its legal form; for an entity only */
  readonly entityType?: BusinessEntityType | null | undefined;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key registers once */
  readonly idempotencyKey: string;
  /** The name that it trades under, 3 to 100 characters */
  readonly name: string;
  /** What it will do, and where; 1 to 10 */
  readonly projects: ReadonlyArray<BusinessProjectInput>;
  /** The village, district or regency that its address lies in */
  readonly regionCode: string;
  /** Its scale; the investment of all projects has to fit it */
  readonly scale: BusinessScale;
  /** The taxpayer that answers for it, by its opaque id */
  readonly taxpayerId?: string | null | undefined;
  /** Only checks, and says every fault at once; nothing is registered */
  readonly validateOnly?: boolean;
};

/** What a citizen says of a document before sending it */
export type RegisterDocumentInput = {
  /** What kind of document it is */
  readonly kind: DocumentKind;
  /** `application/pdf`, `image/jpeg` or `image/png`; what is sent must begin as such a file does */
  readonly mediaType: string;
  /** What the citizen calls it, at most 120 characters; shown to the office that decides */
  readonly name: string;
  /** The requirement of the service that it is for, where it is for one */
  readonly requirementCode?: string | null | undefined;
  /** SHA-256 of its contents, 64 hexadecimal digits in small letters */
  readonly sha256: string;
  /** Its length in bytes, at most 5,000,000 */
  readonly sizeBytes: number;
};

/** Agama atau kepercayaan */
export type Religion =
  /** Kepercayaan terhadap Tuhan YME (kode 7) */
  | 'BELIEF'
  /** Buddha (kode 5) */
  | 'BUDDHIST'
  /** Katholik (kode 3) */
  | 'CATHOLIC'
  /** Khonghucu (kode 6) */
  | 'CONFUCIAN'
  /** Hindu (kode 4) */
  | 'HINDU'
  /** Islam (kode 1) */
  | 'ISLAM'
  /** Kristen (kode 2) */
  | 'PROTESTANT';

/** Orang tua yang melaporkan: which parent reports a birth */
export type ReportingParent =
  /** Ayah: the father */
  | 'FATHER'
  /** Ibu: the mother */
  | 'MOTHER';

/** Status dasar penduduk: whether the person lives here */
export type ResidencyStatus =
  /** Mati (kode 2): has died */
  | 'DECEASED'
  /** Hilang (kode 4): missing */
  | 'MISSING'
  /** Pindah (kode 3): has moved away */
  | 'MOVED'
  /** Hidup (kode 1): alive and resident */
  | 'RESIDENT';

/** What was corrected in a returned report */
export type ResubmitCivilApplicationInput = {
  /** All that is stated of the birth, where something was wrong; what was stated before stays when left out */
  readonly birth?: BirthFactsInput | null | undefined;
  /** All that is stated of the death, where something was wrong; what was stated before stays when left out */
  readonly death?: DeathFactsInput | null | undefined;
  /** Documents that were sent in addition, at most 20 */
  readonly documentIds?: ReadonlyArray<string>;
  /** The tracking number */
  readonly id: string;
  /** All that is stated of the move, where something was wrong; what was stated before stays when left out */
  readonly move?: MoveFactsInput | null | undefined;
  /** What was corrected, for the office; at most 1,000 characters */
  readonly note?: string | null | undefined;
};

/** What was corrected of a returned application */
export type ResubmitIdentityApplicationInput = {
  /** All that is to change in the register, where that was wrong; what was asked for before stays when left out */
  readonly changes?: ReadonlyArray<FieldChangeInput> | null | undefined;
  /** Documents that were sent in addition, at most 20 */
  readonly documentIds?: ReadonlyArray<string>;
  /** The tracking number */
  readonly id: string;
  /** What was corrected, for the office; at most 1,000 characters */
  readonly note?: string | null | undefined;
};

/** What was corrected of a returned application */
export type ResubmitLicenseApplicationInput = {
  /** Documents that were sent in addition, at most 20 */
  readonly documentIds?: ReadonlyArray<string>;
  /** The tracking number */
  readonly id: string;
  /** What was corrected, for the office; at most 1,000 characters */
  readonly note?: string | null | undefined;
};

/** A returned application, corrected */
export type ResubmitTaxApplicationInput = {
  /** Documents that were sent in addition, at most 20 */
  readonly documentIds?: ReadonlyArray<string>;
  /** The tracking number */
  readonly id: string;
  /** What was corrected, for the office; at most 1,000 characters */
  readonly note?: string | null | undefined;
  /** All that is stated, corrected; left out, it stays as it was */
  readonly stated?: TaxStatementInput | null | undefined;
};

/** The receipt of an annual return */
export type ReturnReceiptInput = {
  /** What the return came to */
  readonly balance: TaxBalance;
  /** The day it was filed */
  readonly filedOn: string;
  /** The form on which it was filed */
  readonly form: TaxForm;
  /** Bukti Penerimaan Elektronik (BPE): the number, 5 to 40 letters, digits and marks */
  readonly receiptNumber: string;
  /** The year that the return is about */
  readonly taxYear: number;
};

/** Tingkat risiko: the risk of an activity at a scale, which decides the licences */
export type RiskLevel =
  /** Tinggi (T): NIB and a permit */
  | 'HIGH'
  /** Rendah (R): NIB */
  | 'LOW'
  /** Menengah tinggi (MT): NIB and a standard certificate that the office has verified */
  | 'MEDIUM_HIGH'
  /** Menengah rendah (MR): NIB and a standard certificate by the owner's own statement */
  | 'MEDIUM_LOW';

/** Kategori layanan: the two kinds of public service */
export type ServiceCategory =
  /** Perizinan: a licence, registration or recommendation that permits an act */
  | 'LICENSING'
  /** Nonperizinan: a document, fact, information or other service */
  | 'NON_LICENSING';

/** Saluran layanan: the way an application comes in */
export type ServiceChannel =
  /** Langsung: at a counter */
  | 'COUNTER'
  /** Mandiri: at a self-service machine */
  | 'KIOSK'
  /** Bergerak: at a service that drives to the people */
  | 'MOBILE'
  /** Elektronik: online */
  | 'ONLINE';

/** Which services of the catalogue: all that is given must hold */
export type ServiceFilter = {
  /** Decided by this agency */
  readonly agency?: string | null | undefined;
  /** Of this category */
  readonly category?: ServiceCategory | null | undefined;
  /** Can be applied for in this way */
  readonly channel?: ServiceChannel | null | undefined;
  /** Needed in this turn of life */
  readonly lifeEvent?: LifeEvent | null | undefined;
  /** Offered at this mall */
  readonly mall?: string | null | undefined;
  /** Offered in this region */
  readonly region?: string | null | undefined;
  /** Of this sector */
  readonly sector?: ServiceSector | null | undefined;
  /** Words of the name, in Indonesian or English, or of what one gets; each may be the beginning of a word */
  readonly text?: string | null | undefined;
};

/** Sektor: the field of life that a service belongs to */
export type ServiceSector =
  /** Perbankan: banking */
  | 'BANKING'
  /** Usaha: business */
  | 'BUSINESS'
  /** Administrasi kependudukan dan pencatatan sipil */
  | 'CIVIL_REGISTRATION'
  /** Pendidikan: education */
  | 'EDUCATION'
  /** Ketenagakerjaan: employment */
  | 'EMPLOYMENT'
  /** Kesehatan: health */
  | 'HEALTH'
  /** Keimigrasian: immigration */
  | 'IMMIGRATION'
  /** Pertanahan: land */
  | 'LAND'
  /** Kepolisian: police */
  | 'POLICE'
  /** Sosial: social affairs and social security */
  | 'SOCIAL'
  /** Pajak: taxes */
  | 'TAX'
  /** Utilitas: electricity, water, gas */
  | 'UTILITIES';

/** Jenis kelamin */
export type Sex =
  /** Perempuan (kode 2) */
  | 'FEMALE'
  /** Laki-laki (kode 1) */
  | 'MALE';

/** Akibat pada jangka waktu: what a step does to the clock */
export type SlaEffect =
  /** Tidak ada: nothing */
  | 'NONE'
  /** Jeda: it is paused */
  | 'PAUSE'
  /** Ulang: it starts from zero */
  | 'RESTART'
  /** Lanjut: it runs on */
  | 'RESUME'
  /** Mulai: it starts */
  | 'START'
  /** Berhenti: it stops for good */
  | 'STOP';

/** Keadaan jangka waktu: whether the clock runs */
export type SlaState =
  /** Belum dimulai: not started */
  | 'NOT_STARTED'
  /** Dijeda: paused, it is the applicant's turn */
  | 'PAUSED'
  /** Berjalan: running */
  | 'RUNNING'
  /** Berhenti: stopped, it is decided */
  | 'STOPPED';

/** Pelaku: who takes a step */
export type StepActor =
  /** Pemohon: the applicant */
  | 'APPLICANT'
  /** Pejabat penanda tangan: the one who signs */
  | 'APPROVER'
  /** Pemeriksa lapangan: the one who looks at the place */
  | 'INSPECTOR'
  /** Petugas gerai: the officer at the counter */
  | 'OFFICER'
  /** Sistem: nobody in person */
  | 'SYSTEM'
  /** Verifikator: the one who checks the contents */
  | 'VERIFIER';

/** The report of a birth */
export type SubmitBirthReportInput = {
  /** What is wished beside the certificate; all that comes with a birth when left out */
  readonly alsoIssue?: ReadonlyArray<LifeEventProduct> | null | undefined;
  /** What is stated */
  readonly birth: BirthFactsInput;
  /** Documents that were sent before, at most 20: the birth letter, or the statement F-2.03 */
  readonly documentIds?: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key reports once */
  readonly idempotencyKey: string;
  /** The regency or city that the parents live in, whose office registers; a place in it will do */
  readonly regionCode: string;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** The report of a death */
export type SubmitDeathReportInput = {
  /** What is stated */
  readonly death: DeathFactsInput;
  /** Documents that were sent before, at most 20: the letter that states the death */
  readonly documentIds?: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key reports once */
  readonly idempotencyKey: string;
  /** The regency or city that the deceased lived in, whose office registers; a place in it will do */
  readonly regionCode: string;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** An application to the population office */
export type SubmitIdentityApplicationInput = {
  /** What is to change in the register: for a change of data or of the family card */
  readonly changes?: ReadonlyArray<FieldChangeInput>;
  /** Documents that were sent before, at most 20. What a register holds is not asked for */
  readonly documentIds?: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key applies once */
  readonly idempotencyKey: string;
  /** What is applied for */
  readonly kind: IdentityServiceKind;
  /** Subjek: a child of the citizen, under 17, by its opaque id; the citizen when left out */
  readonly subjectId?: string | null | undefined;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** An application for a licence of a business */
export type SubmitLicenseApplicationInput = {
  /** Documents that were sent before, 1 to 20 */
  readonly documentIds: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key applies once */
  readonly idempotencyKey: string;
  /** The kind of licence */
  readonly kind: LicenseKind;
  /** The business, by its number (NIB) */
  readonly nib: string;
  /** The project that the licence is for */
  readonly projectId: string;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** The request for a moving letter */
export type SubmitMoveRequestInput = {
  /** Documents that were sent before, at most 20; none is needed */
  readonly documentIds?: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key asks once */
  readonly idempotencyKey: string;
  /** What is stated */
  readonly move: MoveFactsInput;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** An application for a licence to practise */
export type SubmitPracticeLicenseInput = {
  /** Documents that were sent before, 1 to 20 */
  readonly documentIds: ReadonlyArray<string>;
  /** The name as on the certificate of registration, 3 to 100 characters */
  readonly holderName: string;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key applies once */
  readonly idempotencyKey: string;
  /** The practice: its name and address, 5 to 200 characters */
  readonly place: string;
  /** The profession */
  readonly profession: HealthProfession;
  /** The village, district or regency of the practice */
  readonly regionCode: string;
  /** Nomor STR: the number of the certificate of registration, 8 to 30 letters, digits and marks */
  readonly registrationNumber: string;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** The answers to the satisfaction survey (PermenPANRB 14/2017) */
export type SubmitSurveyInput = {
  /** The tracking number */
  readonly applicationId: string;
  /** A score for each of the nine elements */
  readonly scores: ReadonlyArray<SurveyScoreInput>;
};

/** An application to the tax administration */
export type SubmitTaxApplicationInput = {
  /** Documents that were sent before, at most 20 */
  readonly documentIds?: ReadonlyArray<string>;
  /** Made by the client, 8 to 64 letters, digits, hyphens or underscores: the same key applies once */
  readonly idempotencyKey: string;
  /** What is applied for */
  readonly kind: TaxServiceKind;
  /** What the service asks the applicant for; nothing that a register holds */
  readonly stated?: TaxStatementInput | null | undefined;
  /** Only checks, and says every fault at once; nothing is handed in */
  readonly validateOnly?: boolean;
};

/** Unsur survei: what the survey asks about. Sources number the last two differently, so they go by name */
export type SurveyElement =
  /** U6 Kompetensi pelaksana: competence of the staff */
  | 'COMPETENCE'
  /** Penanganan pengaduan, saran, dan masukan: how complaints are handled */
  | 'COMPLAINT_HANDLING'
  /** U7 Perilaku pelaksana: conduct of the staff */
  | 'CONDUCT'
  /** U4 Biaya/tarif: cost */
  | 'COST'
  /** Sarana dan prasarana: rooms and equipment */
  | 'FACILITIES'
  /** U2 Sistem, mekanisme, dan prosedur: procedure */
  | 'PROCEDURE'
  /** U5 Produk spesifikasi jenis pelayanan: what one gets */
  | 'PRODUCT'
  /** U1 Persyaratan: requirements */
  | 'REQUIREMENTS'
  /** U3 Waktu penyelesaian: time */
  | 'TIME';

/** The score of one element */
export type SurveyScoreInput = {
  /** Which element */
  readonly element: SurveyElement;
  /** 1 (not good) to 4 (very good) */
  readonly score: number;
};

/** Status survei: whether an applicant is asked about satisfaction */
export type SurveyState =
  /** Sudah diisi: the applicant has answered */
  | 'DONE'
  /** Menunggu diisi: the applicant may answer */
  | 'DUE'
  /** Belum waktunya: nothing was issued or refused yet */
  | 'NOT_DUE';

/** Status SPT: what a return came to */
export type TaxBalance =
  /** Nihil: nothing to pay */
  | 'NIL'
  /** Lebih bayar: too much was paid */
  | 'OVERPAID'
  /** Kurang bayar: more is to be paid */
  | 'UNDERPAID';

/** Alasan tidak valid: why a service may not be given yet */
export type TaxClearanceReason =
  /** Nama dan NPWP tidak cocok: name and tax number are not matched */
  | 'NAME_MISMATCH'
  /** SPT Tahunan dua tahun terakhir belum dilaporkan: an annual return of the last two years that were due is missing */
  | 'RETURNS_NOT_FILED'
  /** Wajib pajak tidak aktif: the taxpayer is non-effective or deleted */
  | 'TAXPAYER_NOT_ACTIVE'
  /** NPWP tidak ditemukan: nobody has this number */
  | 'TAXPAYER_NOT_FOUND';

/** Status KSWP: what the confirmation of a tax status answers */
export type TaxClearanceStatus =
  /** Tidak valid: the service may not be given yet */
  | 'INVALID'
  /** Valid: the service may be given */
  | 'VALID';

/** Tanda status pajak: the tax agency's answer in OSS (annex 19) */
export type TaxFlag =
  /** SPT tahunan belum dilaporkan (02): annual returns are missing */
  | 'ANNUAL_RETURN_MISSING'
  /** Tidak valid (01) */
  | 'INVALID'
  /** Wajib pajak tidak ditemukan (04): the taxpayer was not found */
  | 'TAXPAYER_NOT_FOUND'
  /** Valid (00) */
  | 'VALID'
  /** SPT masa PPN belum dilaporkan (03): VAT returns are missing */
  | 'VAT_RETURN_MISSING';

/** Jenis SPT: the form of a tax return */
export type TaxForm =
  /** 1771: an entity */
  | 'CORPORATE'
  /** 1770: a person with a business or a free profession */
  | 'INDIVIDUAL_BUSINESS'
  /** 1770 S: a person with more than that, or several employers */
  | 'INDIVIDUAL_EMPLOYEE'
  /** 1770 SS: a person with one employer and up to 60 million rupiah a year */
  | 'INDIVIDUAL_SIMPLE'
  /** SPT Masa PPN: value added tax, every month */
  | 'VAT_MONTHLY';

/** Status pelaporan: whether a return was filed */
export type TaxReturnStatus =
  /** Pembetulan: filed, then corrected */
  | 'AMENDED'
  /** Lapor: filed in time */
  | 'FILED'
  /** Terlambat: filed after the due day */
  | 'FILED_LATE'
  /** Belum lapor: not filed */
  | 'NOT_FILED';

/** Jenis layanan pajak: what can be applied for */
export type TaxServiceKind =
  /** Perubahan data: change of data */
  | 'DATA_CHANGE'
  /** Pemadanan NIK-NPWP: matching of the identity number with the tax number */
  | 'NIK_MATCHING'
  /** Pendaftaran NPWP: registration */
  | 'REGISTRATION'
  /** Penetapan nonaktif: being set non-effective */
  | 'SET_NON_EFFECTIVE'
  /** Surat Keterangan Fiskal: a letter of tax clearance */
  | 'TAX_CLEARANCE_LETTER';

/**
 * What an applicant states. A registration needs the identity number, name, address and region; a matching the identity number;
 * a change of data what is to change; a letter of clearance the receipts of returns that the register lacks.
 */
export type TaxStatementInput = {
  /** Where the applicant lives, 5 to 200 characters */
  readonly address?: string | null | undefined;
  /** The name as in the population register, 3 to 100 characters */
  readonly name?: string | null | undefined;
  /** NIK: the applicant's own identity number; the office compares it with the population register */
  readonly nik?: string | null | undefined;
  /** Receipts of annual returns that were filed and are not on record, one for each year */
  readonly receipts?: ReadonlyArray<ReturnReceiptInput> | null | undefined;
  /** The village, district or regency; its tax office keeps the taxpayer from then on */
  readonly regionCode?: string | null | undefined;
};

/** Jenis wajib pajak: who is taxed */
export type TaxpayerKind =
  /** Badan: an entity, such as a company or a foundation */
  | 'ENTITY'
  /** Instansi pemerintah: a government body */
  | 'GOVERNMENT'
  /** Orang pribadi: a person */
  | 'INDIVIDUAL';

/** Status wajib pajak: whether a taxpayer has duties at present */
export type TaxpayerStatus =
  /** Aktif: has to file and to pay */
  | 'ACTIVE'
  /** Dihapus: the number was taken away */
  | 'DELETED'
  /** Nonaktif (non-efektif): keeps the number, without duties for the time being */
  | 'NON_EFFECTIVE';

/** Status tiket: where a ticket stands */
export type TicketStatus =
  /** Dipesan: booked */
  | 'BOOKED'
  /** Dipanggil: called */
  | 'CALLED'
  /** Dibatalkan: cancelled */
  | 'CANCELLED'
  /** Hadir: the holder is at the mall */
  | 'CHECKED_IN'
  /** Tidak hadir: did not come */
  | 'NO_SHOW'
  /** Selesai: served */
  | 'SERVED'
  /** Dilayani: being served */
  | 'SERVING';

/** Which applications of a worklist: all that is given must hold */
export type WorklistFilter = {
  /** Of this agency; another agency than the officer's own gives an empty list */
  readonly agency?: string | null | undefined;
  /** Petugas yang menangani: taken on by this officer */
  readonly assignee?: string | null | undefined;
  /** Due before this moment */
  readonly dueBefore?: string | null | undefined;
  /** Handed in at this mall */
  readonly mall?: string | null | undefined;
  /** true: taken on by the officer who asks; false: by nobody yet */
  readonly mine?: boolean | null | undefined;
  /** Decided by this region, or by one that lies in it; one outside the officer's own gives an empty list */
  readonly region?: string | null | undefined;
  /** In one of these open states; left out: handed in, but nothing is issued or refused yet */
  readonly status?: ReadonlyArray<ApplicationStatus> | null | undefined;
};

export type BookQueueTicketMutationVariables = Exact<{
  input: BookQueueTicketInput;
}>;


export type BookQueueTicketMutation = { readonly bookQueueTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly date: string, readonly slot: string, readonly status: TicketStatus } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CallNextTicketMutationVariables = Exact<{
  mallId: string;
  counter: string;
}>;


export type CallNextTicketMutation = { readonly callNextTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly status: TicketStatus, readonly counter: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CancelQueueTicketMutationVariables = Exact<{
  id: string;
}>;


export type CancelQueueTicketMutation = { readonly cancelQueueTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly status: TicketStatus, readonly counter: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CatalogueSearchQueryVariables = Exact<{
  filter?: ServiceFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  language?: Language | null | undefined;
}>;


export type CatalogueSearchQuery = { readonly services: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly code: string, readonly name: string, readonly category: ServiceCategory, readonly sector: ServiceSector | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly standard: { readonly workingDays: number, readonly clockStarts: ClockStart, readonly silentApproval: boolean, readonly products: ReadonlyArray<string>, readonly complaintChannels: ReadonlyArray<string>, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string, readonly mandatory: boolean }>, readonly procedure: ReadonlyArray<{ readonly order: number, readonly state: ApplicationStatus, readonly actor: StepActor, readonly hours: number | null }>, readonly fee: { readonly kind: FeeKind, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } } | null } }> } };

export type CheckInQueueTicketMutationVariables = Exact<{
  id: string;
}>;


export type CheckInQueueTicketMutation = { readonly checkInQueueTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly status: TicketStatus, readonly counter: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CitizenDashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type CitizenDashboardQuery = { readonly me: { readonly id: string, readonly fullName: string | null, readonly maskedNik: string | null, readonly digitalIdentityStatus: DigitalIdentityStatus | null, readonly address: { readonly street: string, readonly village: { readonly code: string, readonly name: string } | null } | null, readonly family: { readonly id: string, readonly members: ReadonlyArray<{ readonly relationship: FamilyRelationship | null, readonly citizen: { readonly id: string, readonly fullName: string | null } }> | null } | null, readonly taxpayer: { readonly id: string, readonly maskedNpwp: string, readonly status: TaxpayerStatus, readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason>, readonly validUntil: string | null } | null } | null, readonly businesses: ReadonlyArray<{ readonly nib: string, readonly name: string, readonly scale: BusinessScale, readonly status: NibStatus, readonly region: { readonly code: string, readonly name: string } | null, readonly licenses: ReadonlyArray<{ readonly id: string, readonly kind: LicenseKind, readonly name: string, readonly status: LicenseStatus }> }> | null, readonly civilRecords: ReadonlyArray<
      | { readonly registrationNumber: string, readonly kind: CivilEventKind, readonly eventDate: string, readonly lateReport: boolean }
      | { readonly registrationNumber: string, readonly kind: CivilEventKind, readonly eventDate: string, readonly lateReport: boolean }
      | { readonly registrationNumber: string, readonly kind: CivilEventKind, readonly eventDate: string, readonly lateReport: boolean }
      | { readonly registrationNumber: string, readonly kind: CivilEventKind, readonly eventDate: string, readonly lateReport: boolean }
      | { readonly registrationNumber: string, readonly kind: CivilEventKind, readonly eventDate: string, readonly lateReport: boolean }
    > | null, readonly notifications: ReadonlyArray<{ readonly id: string, readonly at: string, readonly title: string }> | null, readonly applications: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node:
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly daysSinceEvent: number | null, readonly civilKind: CivilEventKind | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly identityKind: IdentityServiceKind | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly changes: ReadonlyArray<{ readonly field: string, readonly after: string | null }> | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly officialStatusCode: string | null, readonly licenseKind: LicenseKind | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly business: { readonly nib: string, readonly name: string } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly taxKind: TaxServiceKind | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null }
         }> } | null } | null };

type ApplicationOfEachAgency_CivilApplication_Fragment = { readonly daysSinceEvent: number | null, readonly civilKind: CivilEventKind | null };

type ApplicationOfEachAgency_IdentityApplication_Fragment = { readonly identityKind: IdentityServiceKind | null, readonly changes: ReadonlyArray<{ readonly field: string, readonly after: string | null }> | null };

type ApplicationOfEachAgency_LicenseApplication_Fragment = { readonly officialStatusCode: string | null, readonly licenseKind: LicenseKind | null, readonly business: { readonly nib: string, readonly name: string } | null };

type ApplicationOfEachAgency_TaxApplication_Fragment = { readonly taxKind: TaxServiceKind | null };

export type ApplicationOfEachAgencyFragment =
  | ApplicationOfEachAgency_CivilApplication_Fragment
  | ApplicationOfEachAgency_IdentityApplication_Fragment
  | ApplicationOfEachAgency_LicenseApplication_Fragment
  | ApplicationOfEachAgency_TaxApplication_Fragment
;

export type ClaimApplicationMutationVariables = Exact<{
  id: string;
}>;


export type ClaimApplicationMutation = { readonly claimApplication: { readonly application:
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
     | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CloseTicketMutationVariables = Exact<{
  id: string;
}>;


export type CloseTicketMutation = { readonly closeTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly status: TicketStatus, readonly counter: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type CreateBillingCodeMutationVariables = Exact<{
  input: CreateBillingCodeInput;
}>;


export type CreateBillingCodeMutation = { readonly createBillingCode: { readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DecideCivilApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideCivilApplicationMutation = { readonly decideCivilApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DecideIdentityApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideIdentityApplicationMutation = { readonly decideIdentityApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DecideLicenseApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideLicenseApplicationMutation = { readonly decideLicenseApplication: { readonly application: { readonly id: string, readonly kind: LicenseKind | null, readonly officialStatusCode: string | null, readonly license: { readonly id: string, readonly status: LicenseStatus, readonly number: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type DecideTaxApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideTaxApplicationMutation = { readonly decideTaxApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type FileComplaintMutationVariables = Exact<{
  input: FileComplaintInput;
}>;


export type FileComplaintMutation = { readonly fileComplaint: { readonly complaint: { readonly id: string, readonly text: string, readonly filedAt: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type GrantConsentMutationVariables = Exact<{
  input: GrantConsentInput;
}>;


export type GrantConsentMutation = { readonly grantConsent: { readonly consent: { readonly id: string, readonly purpose: string, readonly fields: ReadonlyArray<string>, readonly grantedAt: string, readonly expiresAt: string | null, readonly recipient: { readonly code: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type InboxQueryVariables = Exact<{
  filter?: ApplicationFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type InboxQuery = { readonly me: { readonly applications: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node:
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null } | null }
          | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly agency: { readonly code: string, readonly name: string } | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null } | null }
         }> } | null } | null };

export type LicensePreviewQueryVariables = Exact<{
  search?: string | null | undefined;
  kbli: string;
  scale: BusinessScale;
  regionCode: string;
}>;


export type LicensePreviewQuery = { readonly businessClassifications: ReadonlyArray<{ readonly version: KbliVersion, readonly code: string, readonly title: string, readonly category: string, readonly risks: ReadonlyArray<{ readonly scale: BusinessScale, readonly level: RiskLevel }> }>, readonly licensingRequirement: { readonly riskLevel: RiskLevel, readonly licenses: ReadonlyArray<LicenseKind>, readonly canOperateAt: OperateFrom, readonly workingDays: number, readonly authority: GovernmentLevel, readonly requirements: ReadonlyArray<string> } | null };

export type MarkNotificationsReadMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type MarkNotificationsReadMutation = { readonly markNotificationsRead: { readonly notifications: ReadonlyArray<{ readonly id: string, readonly read: boolean }>, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type NoteTaxPaymentMutationVariables = Exact<{
  input: NoteTaxPaymentInput;
}>;


export type NoteTaxPaymentMutation = { readonly noteTaxPayment: { readonly stateReceipt: string | null, readonly paidAt: string | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type PersonalDataExportQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportQuery = { readonly me: { readonly birthDate: string | null, readonly birthPlace: string | null, readonly bloodType: BloodType | null, readonly citizenship: Citizenship | null, readonly digitalIdentityStatus: DigitalIdentityStatus | null, readonly education: EducationLevel | null, readonly fullName: string | null, readonly id: string, readonly idCardStatus: IdCardStatus | null, readonly maritalStatus: MaritalStatus | null, readonly maskedNik: string | null, readonly nik: string | null, readonly religion: Religion | null, readonly residencyStatus: ResidencyStatus | null, readonly sex: Sex | null, readonly updatedAt: string | null, readonly children: ReadonlyArray<{ readonly id: string }> | null, readonly parents: ReadonlyArray<{ readonly id: string }> | null } | null };

export type PersonalDataExportAccessLogQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PersonalDataExportAccessLogQuery = { readonly me: { readonly accessLog: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly actorRole: string, readonly at: string, readonly fields: ReadonlyArray<string>, readonly id: string, readonly legalBasis: LegalBasis, readonly purpose: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PersonalDataExportAddressQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportAddressQuery = { readonly me: { readonly address: { readonly postalCode: string | null, readonly rt: string | null, readonly rw: string | null, readonly street: string, readonly village: { readonly code: string, readonly isPilot: boolean, readonly level: RegionLevel, readonly name: string } | null } | null } | null };

export type PersonalDataExportApplicationsQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PersonalDataExportApplicationsQuery = { readonly me: { readonly applications: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node:
          | { readonly daysSinceEvent: number | null, readonly eventDate: string | null, readonly lateReport: boolean | null, readonly channel: ServiceChannel | null, readonly id: string, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly ofCivilApplication_kind: CivilEventKind | null, readonly birth: { readonly birthPlace: string, readonly birthType: BirthType, readonly childName: string, readonly fatherName: string | null, readonly helper: BirthHelper, readonly lengthCm: number | null, readonly motherName: string, readonly order: number, readonly placeType: BirthPlaceType, readonly sex: Sex, readonly weightGrams: number | null, readonly father: { readonly id: string } | null, readonly mother: { readonly id: string } | null } | null, readonly death: { readonly cause: DeathCause | null, readonly deathPlace: string, readonly deceasedName: string, readonly deceased: { readonly id: string } | null } | null, readonly destination: { readonly code: string } | null, readonly ofCivilApplication_files: ReadonlyArray<{ readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean }> | null, readonly move: { readonly class: MoveClass, readonly destinationStreet: string, readonly reason: MoveReason, readonly who: MoveWho, readonly movers: ReadonlyArray<{ readonly id: string }> | null, readonly origin: { readonly code: string } | null } | null, readonly products: ReadonlyArray<{ readonly documentId: string | null, readonly product: LifeEventProduct, readonly state: LifeEventState }> | null, readonly record:
              | { readonly birthType: BirthType, readonly helper: BirthHelper, readonly lengthCm: number | null, readonly order: number, readonly placeType: BirthPlaceType, readonly weightGrams: number | null, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly child: { readonly id: string } | null, readonly father: { readonly id: string } | null, readonly mother: { readonly id: string } | null }
              | { readonly cause: DeathCause | null, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly deceased: { readonly id: string } | null }
              | { readonly courtDecisionNumber: string, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly marriage: { readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrar: MarriageRegistrar, readonly registrationNumber: string, readonly reportedOn: string, readonly spouses: ReadonlyArray<{ readonly id: string }> | null } | null }
              | { readonly registrar: MarriageRegistrar, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly spouses: ReadonlyArray<{ readonly id: string }> | null }
              | { readonly class: MoveClass, readonly reason: MoveReason, readonly who: MoveWho, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly destination: { readonly code: string } | null, readonly movers: ReadonlyArray<{ readonly id: string }> | null }
             | null, readonly subject: { readonly id: string } | null, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null }
          | { readonly channel: ServiceChannel | null, readonly id: string, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly ofIdentityApplication_kind: IdentityServiceKind | null, readonly changes: ReadonlyArray<{ readonly after: string | null, readonly before: string | null, readonly field: string }> | null, readonly ofIdentityApplication_files: ReadonlyArray<{ readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean }> | null, readonly subject: { readonly id: string } | null, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null }
          | { readonly officialStatusCode: string | null, readonly channel: ServiceChannel | null, readonly id: string, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly ofLicenseApplication_kind: LicenseKind | null, readonly ofLicenseApplication_files: ReadonlyArray<{ readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean }> | null, readonly inspection: { readonly officerName: string | null, readonly result: InspectionResult | null, readonly scheduledFor: string | null } | null, readonly practice: { readonly place: string, readonly profession: HealthProfession, readonly registrationNumber: string } | null, readonly project: { readonly id: string, readonly landArea: number | null, readonly latitude: number | null, readonly longitude: number | null, readonly riskLevel: RiskLevel, readonly workersForeign: number, readonly workersLocal: number, readonly investment: { readonly amount: string, readonly currency: string } } | null, readonly taxClearance: { readonly checkedAt: string, readonly flag: TaxFlag, readonly officialFlagCode: string } | null, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null }
          | { readonly channel: ServiceChannel | null, readonly id: string, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null }
          | { readonly channel: ServiceChannel | null, readonly id: string, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly ofTaxApplication_kind: TaxServiceKind | null, readonly ofTaxApplication_files: ReadonlyArray<{ readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean }> | null, readonly statement: { readonly address: string | null, readonly name: string | null, readonly nik: string | null, readonly receipts: ReadonlyArray<{ readonly balance: TaxBalance | null, readonly filedOn: string | null, readonly form: TaxForm, readonly receiptNumber: string | null, readonly taxYear: number }> | null } | null, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null }
         }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PersonalDataExportBusinessesQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportBusinessesQuery = { readonly me: { readonly businesses: ReadonlyArray<{ readonly actorType: BusinessActorType, readonly address: string, readonly capitalStatus: CapitalStatus, readonly entityType: BusinessEntityType | null, readonly issuedAt: string, readonly name: string, readonly nib: string, readonly scale: BusinessScale, readonly status: NibStatus, readonly licenses: ReadonlyArray<{ readonly agencyCode: string, readonly authority: GovernmentLevel, readonly documentId: string | null, readonly id: string, readonly issuedAt: string | null, readonly kind: LicenseKind, readonly name: string, readonly number: string | null, readonly status: LicenseStatus, readonly validUntil: string | null }>, readonly projects: ReadonlyArray<{ readonly id: string, readonly landArea: number | null, readonly latitude: number | null, readonly longitude: number | null, readonly riskLevel: RiskLevel, readonly workersForeign: number, readonly workersLocal: number, readonly investment: { readonly amount: string, readonly currency: string } }>, readonly responsiblePersons: ReadonlyArray<{ readonly id: string }> | null, readonly taxpayer: { readonly id: string } | null }> | null } | null };

export type PersonalDataExportCivilRecordsQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportCivilRecordsQuery = { readonly me: { readonly civilRecords: ReadonlyArray<
      | { readonly birthType: BirthType, readonly helper: BirthHelper, readonly lengthCm: number | null, readonly order: number, readonly placeType: BirthPlaceType, readonly weightGrams: number | null, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly child: { readonly id: string } | null, readonly father: { readonly id: string } | null, readonly mother: { readonly id: string } | null }
      | { readonly cause: DeathCause | null, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly deceased: { readonly id: string } | null }
      | { readonly courtDecisionNumber: string, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly marriage: { readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrar: MarriageRegistrar, readonly registrationNumber: string, readonly reportedOn: string, readonly spouses: ReadonlyArray<{ readonly id: string }> | null } | null }
      | { readonly registrar: MarriageRegistrar, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly spouses: ReadonlyArray<{ readonly id: string }> | null }
      | { readonly class: MoveClass, readonly reason: MoveReason, readonly who: MoveWho, readonly documentId: string | null, readonly eventDate: string, readonly issuedOn: string | null, readonly kind: CivilEventKind, readonly lateReport: boolean, readonly registrationNumber: string, readonly reportedOn: string, readonly destination: { readonly code: string } | null, readonly movers: ReadonlyArray<{ readonly id: string }> | null }
    > | null } | null };

export type PersonalDataExportComplaintsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportComplaintsQuery = { readonly me: { readonly complaints: ReadonlyArray<{ readonly applicationId: string | null, readonly filedAt: string, readonly id: string, readonly text: string }> | null } | null };

export type PersonalDataExportConsentsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportConsentsQuery = { readonly me: { readonly consents: ReadonlyArray<{ readonly channel: ServiceChannel | null, readonly expiresAt: string | null, readonly fields: ReadonlyArray<string>, readonly grantedAt: string, readonly id: string, readonly legalBasis: LegalBasis, readonly purpose: string, readonly revokedAt: string | null, readonly textSha256: string | null }> | null } | null };

export type PersonalDataExportDelegationsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportDelegationsQuery = { readonly me: { readonly delegations: ReadonlyArray<{ readonly id: string, readonly kind: DelegationKind, readonly validUntil: string | null, readonly actor: { readonly id: string } | null, readonly principal: { readonly id: string } | null }> | null } | null };

export type PersonalDataExportDocumentsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportDocumentsQuery = { readonly me: { readonly documents: ReadonlyArray<{ readonly id: string, readonly issuedOn: string | null, readonly kind: DocumentKind, readonly mediaType: string, readonly revoked: boolean, readonly sha256: string, readonly sizeBytes: number, readonly source: DocumentSource, readonly title: string, readonly validUntil: string | null, readonly verificationCode: string | null, readonly civilFile: { readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean } | null, readonly identityFile: { readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean } | null, readonly licensingFile: { readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean } | null, readonly taxFile: { readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean } | null }> | null } | null };

export type PersonalDataExportEligibilityQueryVariables = Exact<{
  region: string;
  service: string;
}>;


export type PersonalDataExportEligibilityQuery = { readonly me: { readonly eligibility: { readonly eligible: EligibilityResult, readonly offeredInRegion: boolean, readonly missing: ReadonlyArray<{ readonly reason: string }> } | null } | null };

export type PersonalDataExportExportQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportExportQuery = { readonly me: { readonly export: { readonly madeAt: string } | null } | null };

export type PersonalDataExportFamilyQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportFamilyQuery = { readonly me: { readonly family: { readonly id: string, readonly maskedFamilyCardNumber: string | null, readonly address: { readonly postalCode: string | null, readonly rt: string | null, readonly rw: string | null, readonly street: string, readonly village: { readonly code: string, readonly isPilot: boolean, readonly level: RegionLevel, readonly name: string } | null } | null, readonly head: { readonly id: string } | null, readonly members: ReadonlyArray<{ readonly fatherName: string | null, readonly motherName: string | null, readonly relationship: FamilyRelationship | null }> | null } | null } | null };

export type PersonalDataExportNotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportNotificationsQuery = { readonly me: { readonly notifications: ReadonlyArray<{ readonly at: string, readonly id: string, readonly read: boolean, readonly title: string }> | null } | null };

export type PersonalDataExportOccupationQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportOccupationQuery = { readonly me: { readonly occupation: { readonly code: string, readonly name: string } | null } | null };

export type PersonalDataExportPrefillQueryVariables = Exact<{
  service: string;
}>;


export type PersonalDataExportPrefillQuery = { readonly me: { readonly prefill: { readonly values: ReadonlyArray<{ readonly field: string, readonly label: string, readonly source: string, readonly value: string | null }> } | null } | null };

export type PersonalDataExportQueueTicketsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type PersonalDataExportQueueTicketsQuery = { readonly me: { readonly queueTickets: ReadonlyArray<{ readonly counter: string | null, readonly date: string, readonly estimatedCallAt: string | null, readonly id: string, readonly number: string, readonly position: number | null, readonly slot: string, readonly status: TicketStatus }> | null } | null };

export type PersonalDataExportTaxpayerQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalDataExportTaxpayerQuery = { readonly me: { readonly taxpayer: { readonly id: string, readonly kind: TaxpayerKind, readonly maskedNpwp: string, readonly name: string, readonly nikMatched: boolean | null, readonly npwp: string | null, readonly status: TaxpayerStatus, readonly vatRegistered: boolean, readonly billingCodes: ReadonlyArray<{ readonly accountCode: string | null, readonly bankReceipt: string | null, readonly billingCode: string, readonly createdAt: string, readonly depositTypeCode: string | null, readonly expiresAt: string, readonly stateReceipt: string | null, readonly status: BillingStatus, readonly amount: { readonly amount: string, readonly currency: string }, readonly application: { readonly channel: ServiceChannel | null, readonly id: string, readonly kind: TaxServiceKind | null, readonly sequence: number | null, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly submittedAt: string | null, readonly survey: SurveyState | null, readonly typeName: string, readonly applicant: { readonly id: string } | null, readonly documents: ReadonlyArray<{ readonly id: string }> | null, readonly files: ReadonlyArray<{ readonly documentId: string, readonly downloadUrl: string | null, readonly kind: DocumentKind | null, readonly name: string | null, readonly requirementCode: string | null, readonly uploaded: boolean }> | null, readonly outcome: { readonly id: string } | null, readonly payment: { readonly required: boolean } | null, readonly pendingAction: { readonly deadline: string | null, readonly kind: PendingActionKind, readonly title: string } | null, readonly statement: { readonly address: string | null, readonly name: string | null, readonly nik: string | null, readonly receipts: ReadonlyArray<{ readonly balance: TaxBalance | null, readonly filedOn: string | null, readonly form: TaxForm, readonly receiptNumber: string | null, readonly taxYear: number }> | null } | null, readonly submittedBy: { readonly id: string } | null, readonly timeline: ReadonlyArray<{ readonly actor: StepActor, readonly at: string, readonly from: ApplicationStatus | null, readonly note: string | null, readonly sequence: number, readonly slaEffect: SlaEffect, readonly to: ApplicationStatus }> | null } | null }> | null, readonly branches: ReadonlyArray<{ readonly address: string | null, readonly name: string, readonly nitku: string | null, readonly order: string }> | null, readonly clearance: { readonly checkedAt: string, readonly reasons: ReadonlyArray<TaxClearanceReason>, readonly status: TaxClearanceStatus, readonly validUntil: string | null } | null, readonly returns: ReadonlyArray<{ readonly balance: TaxBalance | null, readonly dueOn: string, readonly filedOn: string | null, readonly form: TaxForm, readonly id: string, readonly period: number | null, readonly receiptNumber: string | null, readonly status: TaxReturnStatus, readonly taxYear: number }> | null } | null } | null };

export type PrefillQueryVariables = Exact<{
  service: string;
}>;


export type PrefillQuery = { readonly me: { readonly prefill: { readonly service: { readonly code: string, readonly name: string }, readonly values: ReadonlyArray<{ readonly field: string, readonly label: string, readonly value: string | null, readonly source: string }>, readonly answered: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly toBring: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null } | null };

export type RegisterBusinessMutationVariables = Exact<{
  input: RegisterBusinessInput;
}>;


export type RegisterBusinessMutation = { readonly registerBusiness: { readonly business: { readonly nib: string, readonly name: string, readonly status: NibStatus, readonly licenses: ReadonlyArray<{ readonly kind: LicenseKind, readonly name: string, readonly status: LicenseStatus }> } | null, readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RegisterCivilDocumentMutationVariables = Exact<{
  input: RegisterDocumentInput;
}>;


export type RegisterCivilDocumentMutation = { readonly registerCivilDocument: { readonly upload: { readonly documentId: string, readonly uploadUrl: string, readonly uploadBefore: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RegisterIdentityDocumentMutationVariables = Exact<{
  input: RegisterDocumentInput;
}>;


export type RegisterIdentityDocumentMutation = { readonly registerIdentityDocument: { readonly upload: { readonly documentId: string, readonly uploadUrl: string, readonly uploadBefore: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RegisterLicensingDocumentMutationVariables = Exact<{
  input: RegisterDocumentInput;
}>;


export type RegisterLicensingDocumentMutation = { readonly registerLicensingDocument: { readonly upload: { readonly documentId: string, readonly uploadUrl: string, readonly uploadBefore: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type RegisterTaxDocumentMutationVariables = Exact<{
  input: RegisterDocumentInput;
}>;


export type RegisterTaxDocumentMutation = { readonly registerTaxDocument: { readonly upload: { readonly documentId: string, readonly uploadUrl: string, readonly uploadBefore: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReleaseApplicationMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseApplicationMutation = { readonly releaseApplication: { readonly application:
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
      | { readonly id: string, readonly officer: { readonly assignee: string | null, readonly claimedAt: string | null } | null }
     | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ResubmitCivilApplicationMutationVariables = Exact<{
  input: ResubmitCivilApplicationInput;
}>;


export type ResubmitCivilApplicationMutation = { readonly resubmitCivilApplication: { readonly application: { readonly id: string, readonly kind: CivilEventKind | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ResubmitIdentityApplicationMutationVariables = Exact<{
  input: ResubmitIdentityApplicationInput;
}>;


export type ResubmitIdentityApplicationMutation = { readonly resubmitIdentityApplication: { readonly application: { readonly id: string, readonly changes: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ResubmitLicenseApplicationMutationVariables = Exact<{
  input: ResubmitLicenseApplicationInput;
}>;


export type ResubmitLicenseApplicationMutation = { readonly resubmitLicenseApplication: { readonly application: { readonly id: string, readonly kind: LicenseKind | null, readonly officialStatusCode: string | null, readonly license: { readonly id: string, readonly status: LicenseStatus, readonly number: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ResubmitTaxApplicationMutationVariables = Exact<{
  input: ResubmitTaxApplicationInput;
}>;


export type ResubmitTaxApplicationMutation = { readonly resubmitTaxApplication: { readonly application: { readonly id: string, readonly kind: TaxServiceKind | null, readonly statement: { readonly receipts: ReadonlyArray<{ readonly taxYear: number, readonly receiptNumber: string | null }> | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ReviewQueryVariables = Exact<{
  id: string;
}>;


export type ReviewQuery = { readonly application:
    | { readonly daysSinceEvent: number | null, readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly sequence: number | null, readonly civilKind: CivilEventKind | null, readonly applicant: { readonly id: string, readonly fullName: string | null, readonly taxpayer: { readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason> } | null } | null } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null }> | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource }> | null, readonly officer: { readonly allowedDecisions: ReadonlyArray<Decision> } | null }
    | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly sequence: number | null, readonly identityKind: IdentityServiceKind | null, readonly applicant: { readonly id: string, readonly fullName: string | null, readonly taxpayer: { readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason> } | null } | null } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null }> | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource }> | null, readonly officer: { readonly allowedDecisions: ReadonlyArray<Decision> } | null }
    | { readonly officialStatusCode: string | null, readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly sequence: number | null, readonly licenseKind: LicenseKind | null, readonly business: { readonly nib: string, readonly name: string, readonly scale: BusinessScale } | null, readonly project: { readonly riskLevel: RiskLevel, readonly classification: { readonly code: string, readonly title: string } | null } | null, readonly taxClearance: { readonly flag: TaxFlag, readonly checkedAt: string } | null, readonly inspection: { readonly scheduledFor: string | null, readonly result: InspectionResult | null } | null, readonly applicant: { readonly id: string, readonly fullName: string | null, readonly taxpayer: { readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason> } | null } | null } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null }> | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource }> | null, readonly officer: { readonly allowedDecisions: ReadonlyArray<Decision> } | null }
    | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly sequence: number | null, readonly applicant: { readonly id: string, readonly fullName: string | null, readonly taxpayer: { readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason> } | null } | null } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null }> | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource }> | null, readonly officer: { readonly allowedDecisions: ReadonlyArray<Decision> } | null }
    | { readonly id: string, readonly typeName: string, readonly status: ApplicationStatus | null, readonly sequence: number | null, readonly taxKind: TaxServiceKind | null, readonly applicant: { readonly id: string, readonly fullName: string | null, readonly taxpayer: { readonly clearance: { readonly status: TaxClearanceStatus, readonly reasons: ReadonlyArray<TaxClearanceReason> } | null } | null } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null }> | null, readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource }> | null, readonly officer: { readonly allowedDecisions: ReadonlyArray<Decision> } | null }
   | null };

export type RevokeConsentMutationVariables = Exact<{
  id: string;
}>;


export type RevokeConsentMutation = { readonly revokeConsent: { readonly consent: { readonly id: string, readonly revokedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type ServeTicketMutationVariables = Exact<{
  id: string;
}>;


export type ServeTicketMutation = { readonly serveTicket: { readonly ticket: { readonly id: string, readonly number: string, readonly status: TicketStatus, readonly counter: string | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitBirthReportMutationVariables = Exact<{
  input: SubmitBirthReportInput;
}>;


export type SubmitBirthReportMutation = { readonly submitBirthReport: { readonly application: { readonly id: string, readonly lateReport: boolean | null, readonly daysSinceEvent: number | null, readonly birth: { readonly childName: string, readonly sex: Sex, readonly order: number } | null, readonly products: ReadonlyArray<{ readonly product: LifeEventProduct, readonly state: LifeEventState, readonly service: { readonly code: string, readonly name: string } | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitDeathReportMutationVariables = Exact<{
  input: SubmitDeathReportInput;
}>;


export type SubmitDeathReportMutation = { readonly submitDeathReport: { readonly application: { readonly id: string, readonly lateReport: boolean | null, readonly daysSinceEvent: number | null, readonly death: { readonly deceasedName: string, readonly deathPlace: string } | null, readonly products: ReadonlyArray<{ readonly product: LifeEventProduct, readonly state: LifeEventState, readonly service: { readonly code: string, readonly name: string } | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitIdentityApplicationMutationVariables = Exact<{
  input: SubmitIdentityApplicationInput;
}>;


export type SubmitIdentityApplicationMutation = { readonly submitIdentityApplication: { readonly application: { readonly id: string, readonly kind: IdentityServiceKind | null, readonly subject: { readonly id: string } | null, readonly changes: ReadonlyArray<{ readonly field: string, readonly before: string | null, readonly after: string | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitLicenseApplicationMutationVariables = Exact<{
  input: SubmitLicenseApplicationInput;
}>;


export type SubmitLicenseApplicationMutation = { readonly submitLicenseApplication: { readonly application: { readonly id: string, readonly kind: LicenseKind | null, readonly officialStatusCode: string | null, readonly license: { readonly id: string, readonly status: LicenseStatus, readonly number: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitMoveRequestMutationVariables = Exact<{
  input: SubmitMoveRequestInput;
}>;


export type SubmitMoveRequestMutation = { readonly submitMoveRequest: { readonly application: { readonly id: string, readonly destination: { readonly code: string, readonly name: string } | null, readonly move: { readonly class: MoveClass, readonly who: MoveWho, readonly movers: ReadonlyArray<{ readonly id: string }> | null } | null, readonly products: ReadonlyArray<{ readonly product: LifeEventProduct, readonly state: LifeEventState, readonly service: { readonly code: string, readonly name: string } | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitPracticeLicenseMutationVariables = Exact<{
  input: SubmitPracticeLicenseInput;
}>;


export type SubmitPracticeLicenseMutation = { readonly submitPracticeLicense: { readonly application: { readonly id: string, readonly kind: LicenseKind | null, readonly officialStatusCode: string | null, readonly license: { readonly id: string, readonly status: LicenseStatus, readonly number: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitSurveyMutationVariables = Exact<{
  input: SubmitSurveyInput;
}>;


export type SubmitSurveyMutation = { readonly submitSurvey: { readonly accepted: boolean, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type SubmitTaxApplicationMutationVariables = Exact<{
  input: SubmitTaxApplicationInput;
}>;


export type SubmitTaxApplicationMutation = { readonly submitTaxApplication: { readonly application: { readonly id: string, readonly kind: TaxServiceKind | null, readonly statement: { readonly receipts: ReadonlyArray<{ readonly taxYear: number, readonly receiptNumber: string | null }> | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type TrackingQueryVariables = Exact<{
  id: string;
}>;


export type TrackingQuery = { readonly application:
    | { readonly id: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly workingDays: number, readonly startedAt: string | null, readonly dueAt: string | null, readonly usedWorkingHours: number, readonly pausedHours: number, readonly breached: boolean } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly from: ApplicationStatus | null, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null, readonly slaEffect: SlaEffect }> | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly payment: { readonly required: boolean, readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null } | null, readonly outcome: { readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly verificationCode: string | null } | null }
    | { readonly id: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly workingDays: number, readonly startedAt: string | null, readonly dueAt: string | null, readonly usedWorkingHours: number, readonly pausedHours: number, readonly breached: boolean } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly from: ApplicationStatus | null, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null, readonly slaEffect: SlaEffect }> | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly payment: { readonly required: boolean, readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null } | null, readonly outcome: { readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly verificationCode: string | null } | null }
    | { readonly id: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly workingDays: number, readonly startedAt: string | null, readonly dueAt: string | null, readonly usedWorkingHours: number, readonly pausedHours: number, readonly breached: boolean } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly from: ApplicationStatus | null, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null, readonly slaEffect: SlaEffect }> | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly payment: { readonly required: boolean, readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null } | null, readonly outcome: { readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly verificationCode: string | null } | null }
    | { readonly id: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly workingDays: number, readonly startedAt: string | null, readonly dueAt: string | null, readonly usedWorkingHours: number, readonly pausedHours: number, readonly breached: boolean } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly from: ApplicationStatus | null, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null, readonly slaEffect: SlaEffect }> | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly payment: { readonly required: boolean, readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null } | null, readonly outcome: { readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly verificationCode: string | null } | null }
    | { readonly id: string, readonly status: ApplicationStatus | null, readonly statusAsOf: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly workingDays: number, readonly startedAt: string | null, readonly dueAt: string | null, readonly usedWorkingHours: number, readonly pausedHours: number, readonly breached: boolean } | null, readonly timeline: ReadonlyArray<{ readonly sequence: number, readonly at: string, readonly from: ApplicationStatus | null, readonly to: ApplicationStatus, readonly actor: StepActor, readonly note: string | null, readonly slaEffect: SlaEffect }> | null, readonly pendingAction: { readonly kind: PendingActionKind, readonly title: string, readonly deadline: string | null, readonly requirements: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null, readonly payment: { readonly required: boolean, readonly billingCode: { readonly billingCode: string, readonly status: BillingStatus, readonly expiresAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null } | null, readonly outcome: { readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly verificationCode: string | null } | null }
   | null };

export type VerifyIdentityDocumentQueryVariables = Exact<{
  code: string;
}>;


export type VerifyIdentityDocumentQuery = { readonly verifyIdentityDocument: { readonly valid: boolean, readonly kind: DocumentKind | null, readonly issuedByCode: string | null, readonly issuedOn: string | null } | null };

export type VerifyLicenseQueryVariables = Exact<{
  code: string;
}>;


export type VerifyLicenseQuery = { readonly verifyLicense: { readonly valid: boolean, readonly kind: LicenseKind | null, readonly issuedByCode: string | null, readonly issuedOn: string | null, readonly validUntil: string | null } | null };

export type VerifyTaxLetterQueryVariables = Exact<{
  code: string;
}>;


export type VerifyTaxLetterQuery = { readonly verifyTaxLetter: { readonly valid: boolean, readonly kind: TaxServiceKind | null, readonly issuedOn: string | null } | null };

export type WalletQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type WalletQuery = { readonly me: { readonly documents: ReadonlyArray<{ readonly id: string, readonly kind: DocumentKind, readonly title: string, readonly source: DocumentSource, readonly issuedOn: string | null, readonly issuedBy: { readonly name: string } | null, readonly licensingFile: { readonly name: string | null, readonly uploaded: boolean, readonly downloadUrl: string | null } | null }> | null } | null };

export type WithdrawCivilApplicationMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type WithdrawCivilApplicationMutation = { readonly withdrawCivilApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type WithdrawIdentityApplicationMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type WithdrawIdentityApplicationMutation = { readonly withdrawIdentityApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type WithdrawLicenseApplicationMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type WithdrawLicenseApplicationMutation = { readonly withdrawLicenseApplication: { readonly application: { readonly id: string, readonly kind: LicenseKind | null, readonly officialStatusCode: string | null, readonly license: { readonly id: string, readonly status: LicenseStatus, readonly number: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type WithdrawTaxApplicationMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type WithdrawTaxApplicationMutation = { readonly withdrawTaxApplication: { readonly application: { readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } | null };

export type WorklistQueryVariables = Exact<{
  filter: WorklistFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { readonly worklist: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node:
        | { readonly id: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly dueAt: string | null, readonly breached: boolean } | null, readonly officer: { readonly assignee: string | null, readonly allowedDecisions: ReadonlyArray<Decision>, readonly priority: number } | null }
        | { readonly id: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly dueAt: string | null, readonly breached: boolean } | null, readonly officer: { readonly assignee: string | null, readonly allowedDecisions: ReadonlyArray<Decision>, readonly priority: number } | null }
        | { readonly id: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly dueAt: string | null, readonly breached: boolean } | null, readonly officer: { readonly assignee: string | null, readonly allowedDecisions: ReadonlyArray<Decision>, readonly priority: number } | null }
        | { readonly id: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly dueAt: string | null, readonly breached: boolean } | null, readonly officer: { readonly assignee: string | null, readonly allowedDecisions: ReadonlyArray<Decision>, readonly priority: number } | null }
        | { readonly id: string, readonly status: ApplicationStatus | null, readonly submittedAt: string | null, readonly service: { readonly code: string, readonly name: string } | null, readonly region: { readonly code: string, readonly name: string } | null, readonly sla: { readonly state: SlaState, readonly dueAt: string | null, readonly breached: boolean } | null, readonly officer: { readonly assignee: string | null, readonly allowedDecisions: ReadonlyArray<Decision>, readonly priority: number } | null }
       }> } };

export const ApplicationOfEachAgencyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationOfEachAgency"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"identityKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LicenseApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"licenseKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CivilApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"civilKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaxApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"taxKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<ApplicationOfEachAgencyFragment, unknown>;
export const BookQueueTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookQueueTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookQueueTicketInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookQueueTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<BookQueueTicketMutation, BookQueueTicketMutationVariables>;
export const CallNextTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CallNextTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"mallId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"counter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callNextTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"mallId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"mallId"}}},{"kind":"Argument","name":{"kind":"Name","value":"counter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"counter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"counter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CallNextTicketMutation, CallNextTicketMutationVariables>;
export const CancelQueueTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelQueueTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelQueueTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"counter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CancelQueueTicketMutation, CancelQueueTicketMutationVariables>;
export const CatalogueSearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CatalogueSearch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}},"defaultValue":{"kind":"EnumValue","value":"ID"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"sector"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"mandatory"}}]}},{"kind":"Field","name":{"kind":"Name","value":"procedure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"hours"}}]}},{"kind":"Field","name":{"kind":"Name","value":"workingDays"}},{"kind":"Field","name":{"kind":"Name","value":"clockStarts"}},{"kind":"Field","name":{"kind":"Name","value":"silentApproval"}},{"kind":"Field","name":{"kind":"Name","value":"fee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"products"}},{"kind":"Field","name":{"kind":"Name","value":"complaintChannels"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CatalogueSearchQuery, CatalogueSearchQueryVariables>;
export const CheckInQueueTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckInQueueTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkInQueueTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"counter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CheckInQueueTicketMutation, CheckInQueueTicketMutationVariables>;
export const CitizenDashboardDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CitizenDashboard"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNik"}},{"kind":"Field","name":{"kind":"Name","value":"digitalIdentityStatus"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"village"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"family"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relationship"}},{"kind":"Field","name":{"kind":"Name","value":"citizen"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxpayer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNpwp"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"clearance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"businesses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scale"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"civilRecords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"unread"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"typeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApplicationOfEachAgency"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApplicationOfEachAgency"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"identityKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LicenseApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"licenseKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CivilApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"civilKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaxApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"taxKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<CitizenDashboardQuery, CitizenDashboardQueryVariables>;
export const ClaimApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"officer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"claimedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ClaimApplicationMutation, ClaimApplicationMutationVariables>;
export const CloseTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"counter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CloseTicketMutation, CloseTicketMutationVariables>;
export const CreateBillingCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateBillingCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateBillingCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createBillingCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateBillingCodeMutation, CreateBillingCodeMutationVariables>;
export const DecideCivilApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideCivilApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideCivilApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DecideCivilApplicationMutation, DecideCivilApplicationMutationVariables>;
export const DecideIdentityApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideIdentityApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideIdentityApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DecideIdentityApplicationMutation, DecideIdentityApplicationMutationVariables>;
export const DecideLicenseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideLicenseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideLicenseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"license"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DecideLicenseApplicationMutation, DecideLicenseApplicationMutationVariables>;
export const DecideTaxApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideTaxApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideTaxApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DecideTaxApplicationMutation, DecideTaxApplicationMutationVariables>;
export const FileComplaintDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FileComplaint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileComplaintInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileComplaint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complaint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<FileComplaintMutation, FileComplaintMutationVariables>;
export const GrantConsentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantConsentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"grantedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<GrantConsentMutation, GrantConsentMutationVariables>;
export const InboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ApplicationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"typeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<InboxQuery, InboxQueryVariables>;
export const LicensePreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LicensePreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kbli"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BusinessScale"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"regionCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegionCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"businessClassifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"risks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scale"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"licensingRequirement"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kbli"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kbli"}}},{"kind":"Argument","name":{"kind":"Name","value":"scale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scale"}}},{"kind":"Argument","name":{"kind":"Name","value":"regionCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"regionCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"riskLevel"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"}},{"kind":"Field","name":{"kind":"Name","value":"canOperateAt"}},{"kind":"Field","name":{"kind":"Name","value":"workingDays"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"}}]}}]}}]} as unknown as DocumentNode<LicensePreviewQuery, LicensePreviewQueryVariables>;
export const MarkNotificationsReadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkNotificationsRead"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markNotificationsRead"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"read"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables>;
export const NoteTaxPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoteTaxPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteTaxPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteTaxPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stateReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<NoteTaxPaymentMutation, NoteTaxPaymentMutationVariables>;
export const PersonalDataExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"birthPlace"}},{"kind":"Field","name":{"kind":"Name","value":"bloodType"}},{"kind":"Field","name":{"kind":"Name","value":"citizenship"}},{"kind":"Field","name":{"kind":"Name","value":"digitalIdentityStatus"}},{"kind":"Field","name":{"kind":"Name","value":"education"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"idCardStatus"}},{"kind":"Field","name":{"kind":"Name","value":"maritalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNik"}},{"kind":"Field","name":{"kind":"Name","value":"nik"}},{"kind":"Field","name":{"kind":"Name","value":"religion"}},{"kind":"Field","name":{"kind":"Name","value":"residencyStatus"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"children"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportQuery, PersonalDataExportQueryVariables>;
export const PersonalDataExportAccessLogDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportAccessLog"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessLog"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actorRole"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalBasis"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportAccessLogQuery, PersonalDataExportAccessLogQueryVariables>;
export const PersonalDataExportAddressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportAddress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"rt"}},{"kind":"Field","name":{"kind":"Name","value":"rw"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"village"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isPilot"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportAddressQuery, PersonalDataExportAddressQueryVariables>;
export const PersonalDataExportApplicationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportApplications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"survey"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"slaEffect"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"typeName"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CivilApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthPlace"}},{"kind":"Field","name":{"kind":"Name","value":"birthType"}},{"kind":"Field","name":{"kind":"Name","value":"childName"}},{"kind":"Field","name":{"kind":"Name","value":"father"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fatherName"}},{"kind":"Field","name":{"kind":"Name","value":"helper"}},{"kind":"Field","name":{"kind":"Name","value":"lengthCm"}},{"kind":"Field","name":{"kind":"Name","value":"mother"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"motherName"}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"placeType"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"weightGrams"}}]}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}},{"kind":"Field","name":{"kind":"Name","value":"death"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"deathPlace"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deceasedName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","alias":{"kind":"Name","value":"ofCivilApplication_files"},"name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ofCivilApplication_kind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"move"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"destinationStreet"}},{"kind":"Field","name":{"kind":"Name","value":"movers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"origin"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"who"}}]}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BirthRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthType"}},{"kind":"Field","name":{"kind":"Name","value":"child"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"father"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"helper"}},{"kind":"Field","name":{"kind":"Name","value":"lengthCm"}},{"kind":"Field","name":{"kind":"Name","value":"mother"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"placeType"}},{"kind":"Field","name":{"kind":"Name","value":"weightGrams"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeathRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DivorceRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"courtDecisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"marriage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"registrar"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"spouses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarriageRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrar"}},{"kind":"Field","name":{"kind":"Name","value":"spouses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoveRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"who"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ofIdentityApplication_files"},"name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ofIdentityApplication_kind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LicenseApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"ofLicenseApplication_files"},"name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"officerName"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledFor"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ofLicenseApplication_kind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"practice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"profession"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"investment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"landArea"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"riskLevel"}},{"kind":"Field","name":{"kind":"Name","value":"workersForeign"}},{"kind":"Field","name":{"kind":"Name","value":"workersLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxClearance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"flag"}},{"kind":"Field","name":{"kind":"Name","value":"officialFlagCode"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaxApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"ofTaxApplication_files"},"name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ofTaxApplication_kind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nik"}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"receiptNumber"}},{"kind":"Field","name":{"kind":"Name","value":"taxYear"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportApplicationsQuery, PersonalDataExportApplicationsQueryVariables>;
export const PersonalDataExportBusinessesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportBusinesses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"businesses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actorType"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"capitalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"entityType"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"investment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"landArea"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"riskLevel"}},{"kind":"Field","name":{"kind":"Name","value":"workersForeign"}},{"kind":"Field","name":{"kind":"Name","value":"workersLocal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"responsiblePersons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scale"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"taxpayer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportBusinessesQuery, PersonalDataExportBusinessesQueryVariables>;
export const PersonalDataExportCivilRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportCivilRecords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"civilRecords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BirthRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthType"}},{"kind":"Field","name":{"kind":"Name","value":"child"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"father"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"helper"}},{"kind":"Field","name":{"kind":"Name","value":"lengthCm"}},{"kind":"Field","name":{"kind":"Name","value":"mother"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"order"}},{"kind":"Field","name":{"kind":"Name","value":"placeType"}},{"kind":"Field","name":{"kind":"Name","value":"weightGrams"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeathRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DivorceRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"courtDecisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"marriage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"eventDate"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"registrar"}},{"kind":"Field","name":{"kind":"Name","value":"registrationNumber"}},{"kind":"Field","name":{"kind":"Name","value":"reportedOn"}},{"kind":"Field","name":{"kind":"Name","value":"spouses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MarriageRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registrar"}},{"kind":"Field","name":{"kind":"Name","value":"spouses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoveRecord"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"movers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"who"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportCivilRecordsQuery, PersonalDataExportCivilRecordsQueryVariables>;
export const PersonalDataExportComplaintsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportComplaints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"complaints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicationId"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportComplaintsQuery, PersonalDataExportComplaintsQueryVariables>;
export const PersonalDataExportConsentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportConsents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"grantedAt"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"legalBasis"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"textSha256"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportConsentsQuery, PersonalDataExportConsentsQueryVariables>;
export const PersonalDataExportDelegationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportDelegations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delegations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportDelegationsQuery, PersonalDataExportDelegationsQueryVariables>;
export const PersonalDataExportDocumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportDocuments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"civilFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"identityFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"licensingFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mediaType"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"taxFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"verificationCode"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportDocumentsQuery, PersonalDataExportDocumentsQueryVariables>;
export const PersonalDataExportEligibilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportEligibility"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"region"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegionCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"service"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eligibility"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"region"}}},{"kind":"Argument","name":{"kind":"Name","value":"service"},"value":{"kind":"Variable","name":{"kind":"Name","value":"service"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eligible"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offeredInRegion"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportEligibilityQuery, PersonalDataExportEligibilityQueryVariables>;
export const PersonalDataExportExportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"export"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"madeAt"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportExportQuery, PersonalDataExportExportQueryVariables>;
export const PersonalDataExportFamilyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportFamily"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"rt"}},{"kind":"Field","name":{"kind":"Name","value":"rw"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"village"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isPilot"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"maskedFamilyCardNumber"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fatherName"}},{"kind":"Field","name":{"kind":"Name","value":"motherName"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportFamilyQuery, PersonalDataExportFamilyQueryVariables>;
export const PersonalDataExportNotificationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportNotifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"read"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportNotificationsQuery, PersonalDataExportNotificationsQueryVariables>;
export const PersonalDataExportOccupationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportOccupation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"occupation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportOccupationQuery, PersonalDataExportOccupationQueryVariables>;
export const PersonalDataExportPrefillDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportPrefill"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"service"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefill"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"service"},"value":{"kind":"Variable","name":{"kind":"Name","value":"service"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportPrefillQuery, PersonalDataExportPrefillQueryVariables>;
export const PersonalDataExportQueueTicketsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportQueueTickets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"queueTickets"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"counter"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCallAt"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportQueueTicketsQuery, PersonalDataExportQueueTicketsQueryVariables>;
export const PersonalDataExportTaxpayerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonalDataExportTaxpayer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxpayer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requirementCode"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nik"}},{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"receiptNumber"}},{"kind":"Field","name":{"kind":"Name","value":"taxYear"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"survey"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"slaEffect"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"typeName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bankReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"billingCode"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"depositTypeCode"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"stateReceipt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"branches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nitku"}},{"kind":"Field","name":{"kind":"Name","value":"order"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clearance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"maskedNpwp"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nikMatched"}},{"kind":"Field","name":{"kind":"Name","value":"npwp"}},{"kind":"Field","name":{"kind":"Name","value":"returns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"filedOn"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"receiptNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"taxYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"vatRegistered"}}]}}]}}]}}]} as unknown as DocumentNode<PersonalDataExportTaxpayerQuery, PersonalDataExportTaxpayerQueryVariables>;
export const PrefillDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Prefill"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"service"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prefill"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"service"},"value":{"kind":"Variable","name":{"kind":"Name","value":"service"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toBring"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PrefillQuery, PrefillQueryVariables>;
export const RegisterBusinessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterBusiness"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterBusinessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerBusiness"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterBusinessMutation, RegisterBusinessMutationVariables>;
export const RegisterCivilDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterCivilDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerCivilDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadBefore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterCivilDocumentMutation, RegisterCivilDocumentMutationVariables>;
export const RegisterIdentityDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterIdentityDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerIdentityDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadBefore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterIdentityDocumentMutation, RegisterIdentityDocumentMutationVariables>;
export const RegisterLicensingDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterLicensingDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerLicensingDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadBefore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterLicensingDocumentMutation, RegisterLicensingDocumentMutationVariables>;
export const RegisterTaxDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterTaxDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterDocumentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerTaxDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upload"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documentId"}},{"kind":"Field","name":{"kind":"Name","value":"uploadUrl"}},{"kind":"Field","name":{"kind":"Name","value":"uploadBefore"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RegisterTaxDocumentMutation, RegisterTaxDocumentMutationVariables>;
export const ReleaseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"officer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"claimedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ReleaseApplicationMutation, ReleaseApplicationMutationVariables>;
export const ResubmitCivilApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitCivilApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResubmitCivilApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitCivilApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResubmitCivilApplicationMutation, ResubmitCivilApplicationMutationVariables>;
export const ResubmitIdentityApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitIdentityApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResubmitIdentityApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitIdentityApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResubmitIdentityApplicationMutation, ResubmitIdentityApplicationMutationVariables>;
export const ResubmitLicenseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitLicenseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResubmitLicenseApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitLicenseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"license"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResubmitLicenseApplicationMutation, ResubmitLicenseApplicationMutationVariables>;
export const ResubmitTaxApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitTaxApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResubmitTaxApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitTaxApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxYear"}},{"kind":"Field","name":{"kind":"Name","value":"receiptNumber"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResubmitTaxApplicationMutation, ResubmitTaxApplicationMutationVariables>;
export const ReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Review"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"typeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"applicant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"taxpayer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clearance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"officer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowedDecisions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LicenseApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"licenseKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"business"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nib"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"project"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"classification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskLevel"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxClearance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flag"}},{"kind":"Field","name":{"kind":"Name","value":"checkedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"inspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheduledFor"}},{"kind":"Field","name":{"kind":"Name","value":"result"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CivilApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"civilKind"},"name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"identityKind"},"name":{"kind":"Name","value":"kind"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TaxApplication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"taxKind"},"name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<ReviewQuery, ReviewQueryVariables>;
export const RevokeConsentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeConsentMutation, RevokeConsentMutationVariables>;
export const ServeTicketDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ServeTicket"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serveTicket"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ticket"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"counter"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ServeTicketMutation, ServeTicketMutationVariables>;
export const SubmitBirthReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitBirthReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitBirthReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitBirthReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"birth"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"childName"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"order"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitBirthReportMutation, SubmitBirthReportMutationVariables>;
export const SubmitDeathReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitDeathReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitDeathReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitDeathReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"death"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deceasedName"}},{"kind":"Field","name":{"kind":"Name","value":"deathPlace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lateReport"}},{"kind":"Field","name":{"kind":"Name","value":"daysSinceEvent"}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitDeathReportMutation, SubmitDeathReportMutationVariables>;
export const SubmitIdentityApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitIdentityApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitIdentityApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitIdentityApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitIdentityApplicationMutation, SubmitIdentityApplicationMutationVariables>;
export const SubmitLicenseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitLicenseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitLicenseApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitLicenseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"license"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitLicenseApplicationMutation, SubmitLicenseApplicationMutationVariables>;
export const SubmitMoveRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitMoveRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitMoveRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitMoveRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"move"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"class"}},{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"movers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"products"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitMoveRequestMutation, SubmitMoveRequestMutationVariables>;
export const SubmitPracticeLicenseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitPracticeLicense"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitPracticeLicenseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitPracticeLicense"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"license"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitPracticeLicenseMutation, SubmitPracticeLicenseMutationVariables>;
export const SubmitSurveyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitSurvey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitSurveyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitSurvey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitSurveyMutation, SubmitSurveyMutationVariables>;
export const SubmitTaxApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitTaxApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubmitTaxApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitTaxApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"statement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"receipts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taxYear"}},{"kind":"Field","name":{"kind":"Name","value":"receiptNumber"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SubmitTaxApplicationMutation, SubmitTaxApplicationMutationVariables>;
export const TrackingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tracking"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sla"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"workingDays"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"usedWorkingHours"}},{"kind":"Field","name":{"kind":"Name","value":"pausedHours"}},{"kind":"Field","name":{"kind":"Name","value":"breached"}}]}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"slaEffect"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"required"}},{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"outcome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"verificationCode"}}]}}]}}]}}]} as unknown as DocumentNode<TrackingQuery, TrackingQueryVariables>;
export const VerifyIdentityDocumentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyIdentityDocument"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyIdentityDocument"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"issuedByCode"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}}]}}]}}]} as unknown as DocumentNode<VerifyIdentityDocumentQuery, VerifyIdentityDocumentQueryVariables>;
export const VerifyLicenseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyLicense"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyLicense"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"issuedByCode"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]}}]} as unknown as DocumentNode<VerifyLicenseQuery, VerifyLicenseQueryVariables>;
export const VerifyTaxLetterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyTaxLetter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyTaxLetter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"valid"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}}]}}]}}]} as unknown as DocumentNode<VerifyTaxLetterQuery, VerifyTaxLetterQueryVariables>;
export const WalletDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Wallet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"issuedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"licensingFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"uploaded"}},{"kind":"Field","name":{"kind":"Name","value":"downloadUrl"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WalletQuery, WalletQueryVariables>;
export const WithdrawCivilApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawCivilApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawCivilApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawCivilApplicationMutation, WithdrawCivilApplicationMutationVariables>;
export const WithdrawIdentityApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawIdentityApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawIdentityApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawIdentityApplicationMutation, WithdrawIdentityApplicationMutationVariables>;
export const WithdrawLicenseApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawLicenseApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawLicenseApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"officialStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"license"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"number"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawLicenseApplicationMutation, WithdrawLicenseApplicationMutationVariables>;
export const WithdrawTaxApplicationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawTaxApplication"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawTaxApplication"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"application"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawTaxApplicationMutation, WithdrawTaxApplicationMutationVariables>;
export const WorklistDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Worklist"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorklistFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"worklist"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sla"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"breached"}}]}},{"kind":"Field","name":{"kind":"Name","value":"officer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"allowedDecisions"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WorklistQuery, WorklistQueryVariables>;
