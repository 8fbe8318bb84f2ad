// Made by `npm run client`; not to be changed by hand.

/** What to show for an enum value, in Indonesian and English; null where the schema has no word. */
export interface Word {
  readonly id: string | null;
  readonly en: string | null;
}

/** The words of every enum of the graph. */
export const enumWords = {
  "ApplicationStatus": {
    "APPROVED": {
      "id": "Disetujui",
      "en": "approved"
    },
    "AUTO_APPROVED": {
      "id": "Disetujui otomatis (fiktif positif)",
      "en": "approved because nobody decided in time"
    },
    "AWAITING_APPROVAL": {
      "id": "Menunggu persetujuan",
      "en": "it lies with the one who signs"
    },
    "AWAITING_PAYMENT": {
      "id": "Menunggu pembayaran",
      "en": "the fee is not paid yet"
    },
    "COMPLETED": {
      "id": "Selesai/diambil",
      "en": "finished, the document is collected"
    },
    "DOCUMENT_CHECK": {
      "id": "Pemeriksaan berkas",
      "en": "the documents are checked"
    },
    "DRAFT": {
      "id": "Konsep",
      "en": "being written"
    },
    "EXPIRED": {
      "id": "Kedaluwarsa",
      "en": "a deadline of the applicant has passed"
    },
    "FIELD_INSPECTION": {
      "id": "Pemeriksaan lapangan",
      "en": "somebody looks at the place"
    },
    "ISSUED": {
      "id": "Terbit",
      "en": "the document is issued"
    },
    "REJECTED": {
      "id": "Ditolak",
      "en": "rejected"
    },
    "RETURNED": {
      "id": "Dikembalikan untuk perbaikan",
      "en": "the applicant has to correct something"
    },
    "SUBMITTED": {
      "id": "Diajukan",
      "en": "handed in"
    },
    "VERIFICATION": {
      "id": "Verifikasi teknis",
      "en": "the contents are checked"
    },
    "WITHDRAWN": {
      "id": "Dibatalkan pemohon",
      "en": "withdrawn by the applicant"
    }
  },
  "BillingStatus": {
    "EXPIRED": {
      "id": "Kedaluwarsa",
      "en": "its seven days have passed"
    },
    "PAID": {
      "id": "Lunas",
      "en": "paid"
    },
    "UNPAID": {
      "id": "Belum dibayar",
      "en": "can be paid"
    }
  },
  "BirthHelper": {
    "DOCTOR": {
      "id": "Dokter",
      "en": "doctor"
    },
    "MIDWIFE_NURSE": {
      "id": "Bidan/perawat",
      "en": "midwife or nurse"
    },
    "OTHER": {
      "id": "Lainnya",
      "en": "somebody else"
    },
    "TRADITIONAL": {
      "id": "Dukun",
      "en": "traditional birth attendant"
    }
  },
  "BirthPlaceType": {
    "HEALTH_CENTRE": {
      "id": "Puskesmas",
      "en": "community health centre"
    },
    "HOME": {
      "id": "Rumah",
      "en": "at home"
    },
    "HOSPITAL": {
      "id": "RS/RB",
      "en": "hospital or maternity clinic"
    },
    "OTHER": {
      "id": "Lainnya",
      "en": "elsewhere"
    },
    "VILLAGE_CLINIC": {
      "id": "Polindes",
      "en": "village maternity post"
    }
  },
  "BirthType": {
    "OTHER": {
      "id": "Lainnya",
      "en": "more"
    },
    "QUADRUPLET": {
      "id": "Kembar 4",
      "en": "quadruplets"
    },
    "SINGLE": {
      "id": "Tunggal",
      "en": "one child"
    },
    "TRIPLET": {
      "id": "Kembar 3",
      "en": "triplets"
    },
    "TWIN": {
      "id": "Kembar 2",
      "en": "twins"
    }
  },
  "BloodType": {
    "A": {
      "id": "A",
      "en": null
    },
    "AB": {
      "id": "AB",
      "en": null
    },
    "AB_NEGATIVE": {
      "id": "AB-",
      "en": null
    },
    "AB_POSITIVE": {
      "id": "AB+",
      "en": null
    },
    "A_NEGATIVE": {
      "id": "A-",
      "en": null
    },
    "A_POSITIVE": {
      "id": "A+",
      "en": null
    },
    "B": {
      "id": "B",
      "en": null
    },
    "B_NEGATIVE": {
      "id": "B-",
      "en": null
    },
    "B_POSITIVE": {
      "id": "B+",
      "en": null
    },
    "O": {
      "id": "O",
      "en": null
    },
    "O_NEGATIVE": {
      "id": "O-",
      "en": null
    },
    "O_POSITIVE": {
      "id": "O+",
      "en": null
    },
    "UNKNOWN": {
      "id": "Tidak tahu",
      "en": null
    }
  },
  "BusinessActorType": {
    "ENTITY": {
      "id": "Badan usaha",
      "en": null
    },
    "FOREIGN_ENTITY": {
      "id": "Badan usaha luar negeri",
      "en": "a foreign entity"
    },
    "INDIVIDUAL": {
      "id": "Orang perseorangan",
      "en": null
    },
    "REPRESENTATIVE_OFFICE": {
      "id": "Kantor perwakilan",
      "en": "a representative office"
    }
  },
  "BusinessEntityType": {
    "COOPERATIVE": {
      "id": "Koperasi",
      "en": null
    },
    "FOUNDATION": {
      "id": "Yayasan",
      "en": null
    },
    "GENERAL_PARTNERSHIP": {
      "id": "Persekutuan firma",
      "en": null
    },
    "LIMITED_COMPANY": {
      "id": "Perseroan terbatas, PT",
      "en": null
    },
    "LIMITED_PARTNERSHIP": {
      "id": "Persekutuan komanditer, CV",
      "en": null
    },
    "SOLE_LIMITED_COMPANY": {
      "id": "PT perorangan",
      "en": "a limited company of one person"
    },
    "VILLAGE_ENTERPRISE": {
      "id": "Badan usaha milik desa, BUM Desa",
      "en": null
    }
  },
  "BusinessScale": {
    "LARGE": {
      "id": "Besar",
      "en": "more than 10 billion rupiah"
    },
    "MEDIUM": {
      "id": "Menengah",
      "en": "more than 5, up to 10 billion rupiah"
    },
    "MICRO": {
      "id": "Mikro",
      "en": "up to 1 billion rupiah"
    },
    "SMALL": {
      "id": "Kecil",
      "en": "more than 1, up to 5 billion rupiah"
    }
  },
  "CapitalStatus": {
    "DOMESTIC_INVESTMENT": {
      "id": "Penanaman modal dalam negeri, PMDN",
      "en": null
    },
    "FOREIGN_INVESTMENT": {
      "id": "Penanaman modal asing, PMA",
      "en": null
    },
    "NONE": {
      "id": "Bukan PMA atau PMDN",
      "en": null
    }
  },
  "Citizenship": {
    "FOREIGN": {
      "id": "Warga Negara Asing, WNA",
      "en": null
    },
    "INDONESIAN": {
      "id": "Warga Negara Indonesia, WNI",
      "en": null
    }
  },
  "CivilEventKind": {
    "ACKNOWLEDGEMENT": {
      "id": "Pengakuan anak",
      "en": "acknowledgement of a child"
    },
    "ADOPTION": {
      "id": "Pengangkatan anak",
      "en": "adoption"
    },
    "BIRTH": {
      "id": "Kelahiran",
      "en": "birth"
    },
    "DEATH": {
      "id": "Kematian",
      "en": "death"
    },
    "DIVORCE": {
      "id": "Perceraian",
      "en": "divorce"
    },
    "MARRIAGE": {
      "id": "Perkawinan",
      "en": "marriage"
    },
    "MOVE": {
      "id": "Pindah datang",
      "en": "moving"
    },
    "NAME_CHANGE": {
      "id": "Perubahan nama",
      "en": "change of name"
    },
    "STILLBIRTH": {
      "id": "Lahir mati",
      "en": "stillbirth"
    }
  },
  "ClockStart": {
    "DOCUMENTS_COMPLETE": {
      "id": "Berkas lengkap dan benar",
      "en": "the documents are complete and right"
    },
    "PAID": {
      "id": "Lunas",
      "en": "the fee is paid"
    },
    "SUBMITTED": {
      "id": "Tanggal pengajuan",
      "en": "the application is submitted"
    }
  },
  "DataClass": {
    "GENERAL": {
      "id": "Data pribadi umum",
      "en": "general personal data, such as name, sex and citizenship"
    },
    "SPECIFIC": {
      "id": "Data pribadi spesifik",
      "en": "specific personal data, such as health, biometrics, children's data and personal finance"
    }
  },
  "DeathCause": {
    "ACCIDENT": {
      "id": "Kecelakaan",
      "en": "accident"
    },
    "CRIME": {
      "id": "Kriminalitas",
      "en": "crime"
    },
    "EPIDEMIC": {
      "id": "Wabah penyakit",
      "en": "epidemic"
    },
    "ILLNESS_OLD_AGE": {
      "id": "Sakit biasa/tua",
      "en": "illness or old age"
    },
    "OTHER": {
      "id": "Lainnya",
      "en": "another cause"
    },
    "SUICIDE": {
      "id": "Bunuh diri",
      "en": "suicide"
    }
  },
  "Decision": {
    "ACCEPT_DOCUMENTS": {
      "id": "Terima berkas",
      "en": "the documents are complete and right"
    },
    "APPROVE": {
      "id": "Setujui",
      "en": "approve"
    },
    "ISSUE": {
      "id": "Terbitkan",
      "en": "issue the document"
    },
    "RECOMMEND": {
      "id": "Rekomendasikan",
      "en": "hand it to the one who signs"
    },
    "REJECT": {
      "id": "Tolak",
      "en": "reject, with the reason"
    },
    "RETURN_FOR_CORRECTION": {
      "id": "Kembalikan untuk perbaikan",
      "en": "the applicant has to correct something"
    },
    "SEND_TO_INSPECTION": {
      "id": "Teruskan ke pemeriksaan lapangan",
      "en": "somebody has to look at the place"
    }
  },
  "DelegationKind": {
    "COMPANY_OFFICER": {
      "id": "Pengurus perusahaan",
      "en": "an officer of a company"
    },
    "GUARDIAN": {
      "id": "Wali",
      "en": "a guardian"
    },
    "PARENT": {
      "id": "Orang tua",
      "en": "a parent, for a child"
    },
    "PROXY_LETTER": {
      "id": "Surat kuasa",
      "en": "a written authority"
    }
  },
  "DigitalIdentityStatus": {
    "ACTIVE": {
      "id": "Aktif",
      "en": null
    },
    "BLOCKED": {
      "id": "Diblokir",
      "en": null
    },
    "NOT_ACTIVATED": {
      "id": "Belum aktif",
      "en": null
    }
  },
  "DocumentKind": {
    "BIRTH_CERTIFICATE": {
      "id": "Akta kelahiran",
      "en": "birth certificate"
    },
    "BIRTH_STATEMENT": {
      "id": "Surat keterangan lahir",
      "en": "statement of birth"
    },
    "BUSINESS_NUMBER": {
      "id": "Nomor Induk Berusaha",
      "en": "business identification number"
    },
    "COURT_DECISION": {
      "id": "Putusan pengadilan",
      "en": "court decision"
    },
    "DEATH_CERTIFICATE": {
      "id": "Akta kematian",
      "en": "death certificate"
    },
    "FAMILY_CARD": {
      "id": "Kartu Keluarga",
      "en": "family card"
    },
    "ID_CARD": {
      "id": "KTP elektronik",
      "en": "identity card"
    },
    "MARRIAGE_CERTIFICATE": {
      "id": "Akta perkawinan atau buku nikah",
      "en": "marriage certificate"
    },
    "MOVE_LETTER": {
      "id": "SKPWNI",
      "en": "certificate of moving"
    },
    "OTHER": {
      "id": "Lainnya",
      "en": "another kind"
    },
    "PERMIT": {
      "id": "Izin",
      "en": "licence"
    },
    "PHOTO": {
      "id": "Pasfoto",
      "en": "photograph"
    },
    "STANDARD_CERTIFICATE": {
      "id": "Sertifikat standar",
      "en": "standard certificate"
    },
    "TAX_CARD": {
      "id": "Kartu NPWP",
      "en": "tax card"
    },
    "TAX_RETURN_RECEIPT": {
      "id": "Bukti Penerimaan Elektronik",
      "en": "receipt of a tax return"
    }
  },
  "DocumentSource": {
    "ISSUED": {
      "id": "Diterbitkan instansi",
      "en": "issued by an agency"
    },
    "PULLED": {
      "id": "Ditarik dari register",
      "en": "drawn from a register"
    },
    "UPLOADED": {
      "id": "Diunggah pemohon",
      "en": "handed in by the applicant"
    }
  },
  "EducationLevel": {
    "BACHELOR": {
      "id": "Diploma IV/Strata I",
      "en": "bachelor"
    },
    "DIPLOMA_1_2": {
      "id": "Diploma I/II",
      "en": null
    },
    "DIPLOMA_3": {
      "id": "Akademi/Diploma III/Sarjana Muda",
      "en": null
    },
    "DOCTORATE": {
      "id": "Strata III",
      "en": "doctorate"
    },
    "JUNIOR_SECONDARY": {
      "id": "SLTP/sederajat",
      "en": "junior secondary school"
    },
    "MASTER": {
      "id": "Strata II",
      "en": "master"
    },
    "NONE": {
      "id": "Tidak/belum sekolah",
      "en": "no school, or not yet"
    },
    "PRIMARY": {
      "id": "Tamat SD/sederajat",
      "en": "primary school"
    },
    "PRIMARY_INCOMPLETE": {
      "id": "Belum tamat SD/sederajat",
      "en": "primary school not completed"
    },
    "SENIOR_SECONDARY": {
      "id": "SLTA/sederajat",
      "en": "senior secondary school"
    }
  },
  "EligibilityResult": {
    "NEEDS_DATA": {
      "id": "Data belum tersedia",
      "en": "an agency did not answer, so it cannot be told"
    },
    "NO": {
      "id": "Belum memenuhi syarat",
      "en": "something is lacking"
    },
    "YES": {
      "id": "Memenuhi syarat",
      "en": "nothing is lacking that a register can tell"
    }
  },
  "FamilyRelationship": {
    "CHILD": {
      "id": "Anak",
      "en": null
    },
    "CHILD_IN_LAW": {
      "id": "Menantu",
      "en": "the spouse of a child"
    },
    "DOMESTIC_WORKER": {
      "id": "Pembantu",
      "en": "domestic worker"
    },
    "GRANDCHILD": {
      "id": "Cucu",
      "en": null
    },
    "HEAD": {
      "id": "Kepala keluarga",
      "en": null
    },
    "HUSBAND": {
      "id": "Suami",
      "en": null
    },
    "OTHER": {
      "id": "Lainnya",
      "en": null
    },
    "OTHER_RELATIVE": {
      "id": "Famili lain",
      "en": null
    },
    "PARENT": {
      "id": "Orang tua",
      "en": null
    },
    "PARENT_IN_LAW": {
      "id": "Mertua",
      "en": "a parent of the spouse"
    },
    "WIFE": {
      "id": "Istri",
      "en": null
    }
  },
  "FeeKind": {
    "FREE": {
      "id": "Gratis",
      "en": "free of charge"
    },
    "LOCAL_LEVY": {
      "id": "Retribusi daerah",
      "en": "a local levy"
    },
    "STATE_REVENUE": {
      "id": "PNBP",
      "en": "a state revenue that is not a tax"
    }
  },
  "GovernmentLevel": {
    "CENTRAL": {
      "id": "Pusat",
      "en": null
    },
    "PROVINCE": {
      "id": "Provinsi",
      "en": null
    },
    "REGENCY": {
      "id": "Kabupaten/kota",
      "en": null
    }
  },
  "HealthProfession": {
    "DOCTOR": {
      "id": "Dokter",
      "en": null
    },
    "MIDWIFE": {
      "id": "Bidan",
      "en": null
    },
    "NURSE": {
      "id": "Perawat",
      "en": null
    }
  },
  "IdCardStatus": {
    "ENROLLED": {
      "id": "Sudah rekam",
      "en": "fingerprints, iris and photograph taken"
    },
    "ISSUED": {
      "id": "Card issued",
      "en": "in the hands of the citizen"
    },
    "NOT_ENROLLED": {
      "id": "Belum rekam",
      "en": "fingerprints, iris and photograph not taken yet"
    },
    "NOT_REQUIRED": {
      "id": "Belum wajib",
      "en": "too young for a card"
    },
    "PRINTED": {
      "id": "Card printed",
      "en": null
    },
    "PRINT_READY": {
      "id": "Print ready record",
      "en": "may be printed"
    },
    "SENT_FOR_PRINTING": {
      "id": "Sent for card printing",
      "en": null
    },
    "SHIPPED": {
      "id": "Card shipped",
      "en": null
    }
  },
  "IdentityServiceKind": {
    "CHILD_CARD": {
      "id": "Kartu Identitas Anak (KIA)",
      "en": "a child's identity card (form F-1.02)"
    },
    "DATA_CHANGE": {
      "id": "Perubahan elemen data",
      "en": "a change or correction of recorded data (form F-1.06; UU 27/2022, article 6)"
    },
    "DIGITAL_ID_ACTIVATION": {
      "id": "Aktivasi Identitas Kependudukan Digital (IKD)",
      "en": "activation of the digital identity"
    },
    "FAMILY_CARD_CHANGE": {
      "id": "Kartu Keluarga baru atau perubahan",
      "en": "a new or changed family card (form F-1.02)"
    },
    "ID_CARD_NEW": {
      "id": "KTP-el baru",
      "en": "the first electronic identity card (form F-1.02)"
    },
    "ID_CARD_REPLACEMENT": {
      "id": "KTP-el hilang, rusak, atau berubah",
      "en": "a replacement card (form F-1.02)"
    }
  },
  "InspectionResult": {
    "CONFORMS": {
      "id": "Sesuai",
      "en": "as required"
    },
    "CONFORMS_WITH_NOTES": {
      "id": "Sesuai dengan catatan",
      "en": "as required but for small things to mend"
    },
    "DOES_NOT_CONFORM": {
      "id": "Tidak sesuai",
      "en": "not as required"
    }
  },
  "KbliVersion": {
    "KBLI_2020": {
      "id": "Peraturan BPS 2/2020",
      "en": "categories A to U"
    },
    "KBLI_2025": {
      "id": "Peraturan BPS 7/2025",
      "en": "categories lettered anew"
    }
  },
  "Language": {
    "EN": {
      "id": "Bahasa Inggris",
      "en": "English"
    },
    "ID": {
      "id": "Bahasa Indonesia",
      "en": null
    }
  },
  "LegalBasis": {
    "CONSENT": {
      "id": "Persetujuan",
      "en": "the person agreed"
    },
    "CONTRACT": {
      "id": "Perjanjian",
      "en": "a contract"
    },
    "LEGAL_OBLIGATION": {
      "id": "Kewajiban hukum",
      "en": "a law demands it"
    },
    "PUBLIC_TASK": {
      "id": "Kepentingan umum",
      "en": "a public task"
    },
    "VITAL_INTEREST": {
      "id": "Kepentingan vital",
      "en": "somebody's life depends on it"
    }
  },
  "LicenseKind": {
    "BASIC_REQUIREMENT": {
      "id": "Persyaratan dasar",
      "en": "land use (KKPR), environment and building (PBG, SLF) approvals"
    },
    "BUSINESS_NUMBER": {
      "id": "Nomor Induk Berusaha (NIB)",
      "en": null
    },
    "PERMIT": {
      "id": "Izin",
      "en": "permit"
    },
    "STANDARD_CERTIFICATE": {
      "id": "Sertifikat standar",
      "en": "standard certificate"
    },
    "SUPPORTING_LICENSE": {
      "id": "Perizinan berusaha untuk menunjang kegiatan usaha (PB UMKU), and the licences of a profession (SIP)",
      "en": null
    }
  },
  "LicenseStatus": {
    "AWAITING_VERIFICATION": {
      "id": "Belum terverifikasi",
      "en": "stated, not yet verified by the office"
    },
    "IN_PROCESS": {
      "id": "Sedang diproses",
      "en": "applied for"
    },
    "ISSUED": {
      "id": "Terbit",
      "en": "in force"
    },
    "REJECTED": {
      "id": "Ditolak",
      "en": "refused"
    },
    "REQUIRED": {
      "id": "Belum diajukan",
      "en": "needed, not applied for"
    },
    "REVOKED": {
      "id": "Dicabut",
      "en": "withdrawn by the office"
    },
    "SELF_DECLARED": {
      "id": "Pernyataan mandiri",
      "en": "in force by the owner's own statement (medium-low risk)"
    },
    "SUSPENDED": {
      "id": "Penghentian sementara",
      "en": "out of force for a time"
    },
    "WARNED": {
      "id": "Peringatan",
      "en": "in force, with a warning"
    }
  },
  "LifeEvent": {
    "BIRTH": {
      "id": "Kelahiran",
      "en": "a child is born"
    },
    "DEATH_IN_FAMILY": {
      "id": "Kematian dalam keluarga",
      "en": "somebody of the family died"
    },
    "HEALTH_PRACTICE": {
      "id": "Praktik kesehatan",
      "en": "practising a health profession"
    },
    "LOST_DOCUMENT": {
      "id": "Dokumen hilang",
      "en": "a document is lost"
    },
    "MARRIAGE": {
      "id": "Perkawinan",
      "en": "marriage"
    },
    "MOVING": {
      "id": "Pindah",
      "en": "moving house"
    },
    "STARTING_BUSINESS": {
      "id": "Memulai usaha",
      "en": "starting a business"
    }
  },
  "LifeEventProduct": {
    "CERTIFICATE": {
      "id": "Kutipan akta atau surat pindah",
      "en": "the certificate or letter of this office"
    },
    "CHILD_CARD": {
      "id": "KIA",
      "en": "the child's identity card"
    },
    "FAMILY_CARD": {
      "id": "KK",
      "en": "the family card, changed"
    },
    "IDENTITY_NUMBER": {
      "id": "NIK anak",
      "en": "the child's identity number"
    },
    "ID_CARD": {
      "id": "KTP-el",
      "en": "an identity card, changed"
    }
  },
  "LifeEventState": {
    "AVAILABLE": {
      "id": "The event is registered, and the population office makes the product when it is asked for by its service",
      "en": null
    },
    "DROPPED": {
      "id": "It will not be made",
      "en": "the report ended without a registration"
    },
    "ISSUED": {
      "id": "Issued by this office",
      "en": null
    },
    "WAITING": {
      "id": "The event is not registered yet",
      "en": null
    }
  },
  "MaritalStatus": {
    "DIVORCED": {
      "id": "Cerai hidup",
      "en": "divorced"
    },
    "MARRIED_REGISTERED": {
      "id": "Kawin tercatat",
      "en": "married, and recorded"
    },
    "MARRIED_UNREGISTERED": {
      "id": "Kawin belum tercatat",
      "en": "married, not recorded yet"
    },
    "SINGLE": {
      "id": "Belum kawin",
      "en": "never married"
    },
    "WIDOWED": {
      "id": "Cerai mati",
      "en": "widowed"
    }
  },
  "MarriageRegistrar": {
    "CIVIL_REGISTRY": {
      "id": "Disdukcapil",
      "en": "the civil registry, for everybody else"
    },
    "RELIGIOUS_OFFICE": {
      "id": "KUA",
      "en": "the office of religious affairs, for Muslims"
    }
  },
  "MatchResult": {
    "MATCH": {
      "id": "Sesuai",
      "en": "equal, or for a name alike enough to be the same one in another spelling"
    },
    "MISMATCH": {
      "id": "Tidak sesuai",
      "en": "different"
    },
    "NOT_FOUND": {
      "id": "Tidak ada data",
      "en": "the NIK is unknown, or the register holds nothing to compare with"
    }
  },
  "MoveClass": {
    "BETWEEN_DISTRICTS": {
      "id": "Antar kecamatan",
      "en": "between districts of one regency"
    },
    "BETWEEN_PROVINCES": {
      "id": "Antar provinsi",
      "en": "between provinces"
    },
    "BETWEEN_REGENCIES": {
      "id": "Antar kabupaten/kota",
      "en": "between regencies of one province"
    },
    "BETWEEN_VILLAGES": {
      "id": "Antar desa/kelurahan",
      "en": "between villages of one district"
    },
    "WITHIN_VILLAGE": {
      "id": "Dalam satu desa/kelurahan",
      "en": "within one village"
    }
  },
  "MoveReason": {
    "EDUCATION": {
      "id": "Pendidikan",
      "en": "education"
    },
    "FAMILY": {
      "id": "Keluarga",
      "en": "family"
    },
    "HEALTH": {
      "id": "Kesehatan",
      "en": "health"
    },
    "HOUSING": {
      "id": "Perumahan",
      "en": "housing"
    },
    "OTHER": {
      "id": "Lainnya",
      "en": "another reason"
    },
    "SECURITY": {
      "id": "Keamanan",
      "en": "security"
    },
    "WORK": {
      "id": "Pekerjaan",
      "en": "work"
    }
  },
  "MoveWho": {
    "HEAD_AND_ALL": {
      "id": "Kepala keluarga dan seluruh anggota",
      "en": "the whole family"
    },
    "HEAD_AND_SOME": {
      "id": "Kepala keluarga dan sebagian anggota",
      "en": "the head and some of the family"
    },
    "HEAD_ONLY": {
      "id": "Kepala keluarga",
      "en": "the head of the family alone"
    },
    "MEMBERS_ONLY": {
      "id": "Anggota keluarga",
      "en": "members without the head"
    }
  },
  "NibStatus": {
    "ACTIVE": {
      "id": "Aktif",
      "en": null
    },
    "INACTIVE": {
      "id": "Belum aktif",
      "en": null
    },
    "REVOKED": {
      "id": "Dicabut",
      "en": null
    },
    "SUSPENDED": {
      "id": "Dibekukan",
      "en": null
    }
  },
  "OperateFrom": {
    "CERTIFICATE_VERIFIED": {
      "id": "Sertifikat standar terverifikasi",
      "en": "when the office has verified the standard"
    },
    "NIB_ISSUED": {
      "id": "NIB terbit",
      "en": "when the number is issued"
    },
    "PERMIT_ISSUED": {
      "id": "Izin terbit",
      "en": "when the permit is issued"
    },
    "STANDARD_DECLARED": {
      "id": "Pernyataan mandiri",
      "en": "when the number is issued and the owner has stated to meet the standard"
    }
  },
  "PendingActionKind": {
    "ATTEND_INSPECTION": {
      "id": "Hadiri pemeriksaan",
      "en": "be there when the place is looked at"
    },
    "COLLECT_AT_COUNTER": {
      "id": "Ambil di gerai",
      "en": "collect the document at a counter"
    },
    "CORRECT_DATA": {
      "id": "Perbaiki data",
      "en": "correct something"
    },
    "GIVE_CONSENT": {
      "id": "Beri persetujuan",
      "en": "allow the use of data"
    },
    "PAY": {
      "id": "Bayar",
      "en": "pay"
    },
    "UPLOAD_DOCUMENT": {
      "id": "Unggah dokumen",
      "en": "hand in a document"
    }
  },
  "RegionLevel": {
    "DISTRICT": {
      "id": "Kecamatan",
      "en": "district"
    },
    "PROVINCE": {
      "id": "Provinsi",
      "en": "province"
    },
    "REGENCY": {
      "id": "Kabupaten/kota",
      "en": "regency or city"
    },
    "VILLAGE": {
      "id": "Desa/kelurahan",
      "en": "village"
    }
  },
  "Religion": {
    "BELIEF": {
      "id": "Kepercayaan terhadap Tuhan YME",
      "en": null
    },
    "BUDDHIST": {
      "id": "Buddha",
      "en": null
    },
    "CATHOLIC": {
      "id": "Katholik",
      "en": null
    },
    "CONFUCIAN": {
      "id": "Khonghucu",
      "en": null
    },
    "HINDU": {
      "id": "Hindu",
      "en": null
    },
    "ISLAM": {
      "id": "Islam",
      "en": null
    },
    "PROTESTANT": {
      "id": "Kristen",
      "en": null
    }
  },
  "ReportingParent": {
    "FATHER": {
      "id": "Ayah",
      "en": "the father"
    },
    "MOTHER": {
      "id": "Ibu",
      "en": "the mother"
    }
  },
  "ResidencyStatus": {
    "DECEASED": {
      "id": "Mati",
      "en": "has died"
    },
    "MISSING": {
      "id": "Hilang",
      "en": "missing"
    },
    "MOVED": {
      "id": "Pindah",
      "en": "has moved away"
    },
    "RESIDENT": {
      "id": "Hidup",
      "en": "alive and resident"
    }
  },
  "RiskLevel": {
    "HIGH": {
      "id": "Tinggi (T)",
      "en": "NIB and a permit"
    },
    "LOW": {
      "id": "Rendah (R)",
      "en": "NIB"
    },
    "MEDIUM_HIGH": {
      "id": "Menengah tinggi (MT)",
      "en": "NIB and a standard certificate that the office has verified"
    },
    "MEDIUM_LOW": {
      "id": "Menengah rendah (MR)",
      "en": "NIB and a standard certificate by the owner's own statement"
    }
  },
  "SatisfactionGrade": {
    "A": {
      "id": "Sangat baik",
      "en": "88.31 to 100.00"
    },
    "B": {
      "id": "Baik",
      "en": "76.61 to 88.30"
    },
    "C": {
      "id": "Kurang baik",
      "en": "65.00 to 76.60"
    },
    "D": {
      "id": "Tidak baik",
      "en": "25.00 to 64.99"
    }
  },
  "ServiceCategory": {
    "LICENSING": {
      "id": "Perizinan",
      "en": "a licence, registration or recommendation that permits an act"
    },
    "NON_LICENSING": {
      "id": "Nonperizinan",
      "en": "a document, fact, information or other service"
    }
  },
  "ServiceChannel": {
    "COUNTER": {
      "id": "Langsung",
      "en": "at a counter"
    },
    "KIOSK": {
      "id": "Mandiri",
      "en": "at a self-service machine"
    },
    "MOBILE": {
      "id": "Bergerak",
      "en": "at a service that drives to the people"
    },
    "ONLINE": {
      "id": "Elektronik",
      "en": "online"
    }
  },
  "ServiceSector": {
    "BANKING": {
      "id": "Perbankan",
      "en": "banking"
    },
    "BUSINESS": {
      "id": "Usaha",
      "en": "business"
    },
    "CIVIL_REGISTRATION": {
      "id": "Administrasi kependudukan dan pencatatan sipil",
      "en": null
    },
    "EDUCATION": {
      "id": "Pendidikan",
      "en": "education"
    },
    "EMPLOYMENT": {
      "id": "Ketenagakerjaan",
      "en": "employment"
    },
    "HEALTH": {
      "id": "Kesehatan",
      "en": "health"
    },
    "IMMIGRATION": {
      "id": "Keimigrasian",
      "en": "immigration"
    },
    "LAND": {
      "id": "Pertanahan",
      "en": "land"
    },
    "POLICE": {
      "id": "Kepolisian",
      "en": "police"
    },
    "SOCIAL": {
      "id": "Sosial",
      "en": "social affairs and social security"
    },
    "TAX": {
      "id": "Pajak",
      "en": "taxes"
    },
    "UTILITIES": {
      "id": "Utilitas",
      "en": "electricity, water, gas"
    }
  },
  "Sex": {
    "FEMALE": {
      "id": "Perempuan",
      "en": null
    },
    "MALE": {
      "id": "Laki-laki",
      "en": null
    }
  },
  "SlaEffect": {
    "NONE": {
      "id": "Tidak ada",
      "en": "nothing"
    },
    "PAUSE": {
      "id": "Jeda",
      "en": "it is paused"
    },
    "RESTART": {
      "id": "Ulang",
      "en": "it starts from zero"
    },
    "RESUME": {
      "id": "Lanjut",
      "en": "it runs on"
    },
    "START": {
      "id": "Mulai",
      "en": "it starts"
    },
    "STOP": {
      "id": "Berhenti",
      "en": "it stops for good"
    }
  },
  "SlaState": {
    "NOT_STARTED": {
      "id": "Belum dimulai",
      "en": "not started"
    },
    "PAUSED": {
      "id": "Dijeda",
      "en": "paused, it is the applicant's turn"
    },
    "RUNNING": {
      "id": "Berjalan",
      "en": "running"
    },
    "STOPPED": {
      "id": "Berhenti",
      "en": "stopped, it is decided"
    }
  },
  "StatGroup": {
    "AGENCY": {
      "id": "Instansi",
      "en": "the agency that decides"
    },
    "CHANNEL": {
      "id": "Saluran",
      "en": "the way it came in"
    },
    "MALL": {
      "id": "Mal",
      "en": "the mall where it was handed in"
    },
    "MONTH": {
      "id": "Bulan",
      "en": "the month, `YYYY-MM`"
    },
    "REGION": {
      "id": "Wilayah",
      "en": "the regency or city whose office decides"
    },
    "SERVICE": {
      "id": "Layanan",
      "en": "the service"
    }
  },
  "StepActor": {
    "APPLICANT": {
      "id": "Pemohon",
      "en": "the applicant"
    },
    "APPROVER": {
      "id": "Pejabat penanda tangan",
      "en": "the one who signs"
    },
    "INSPECTOR": {
      "id": "Pemeriksa lapangan",
      "en": "the one who looks at the place"
    },
    "OFFICER": {
      "id": "Petugas gerai",
      "en": "the officer at the counter"
    },
    "SYSTEM": {
      "id": "Sistem",
      "en": "nobody in person"
    },
    "VERIFIER": {
      "id": "Verifikator",
      "en": "the one who checks the contents"
    }
  },
  "SurveyElement": {
    "COMPETENCE": {
      "id": "U6 Kompetensi pelaksana",
      "en": "competence of the staff"
    },
    "COMPLAINT_HANDLING": {
      "id": "Penanganan pengaduan, saran, dan masukan",
      "en": "how complaints are handled"
    },
    "CONDUCT": {
      "id": "U7 Perilaku pelaksana",
      "en": "conduct of the staff"
    },
    "COST": {
      "id": "U4 Biaya/tarif",
      "en": "cost"
    },
    "FACILITIES": {
      "id": "Sarana dan prasarana",
      "en": "rooms and equipment"
    },
    "PROCEDURE": {
      "id": "U2 Sistem, mekanisme, dan prosedur",
      "en": "procedure"
    },
    "PRODUCT": {
      "id": "U5 Produk spesifikasi jenis pelayanan",
      "en": "what one gets"
    },
    "REQUIREMENTS": {
      "id": "U1 Persyaratan",
      "en": "requirements"
    },
    "TIME": {
      "id": "U3 Waktu penyelesaian",
      "en": "time"
    }
  },
  "SurveyState": {
    "DONE": {
      "id": "Sudah diisi",
      "en": "the applicant has answered"
    },
    "DUE": {
      "id": "Menunggu diisi",
      "en": "the applicant may answer"
    },
    "NOT_DUE": {
      "id": "Belum waktunya",
      "en": "nothing was issued or refused yet"
    }
  },
  "TaxBalance": {
    "NIL": {
      "id": "Nihil",
      "en": "nothing to pay"
    },
    "OVERPAID": {
      "id": "Lebih bayar",
      "en": "too much was paid"
    },
    "UNDERPAID": {
      "id": "Kurang bayar",
      "en": "more is to be paid"
    }
  },
  "TaxClearanceReason": {
    "NAME_MISMATCH": {
      "id": "Nama dan NPWP tidak cocok",
      "en": "name and tax number are not matched"
    },
    "RETURNS_NOT_FILED": {
      "id": "SPT Tahunan dua tahun terakhir belum dilaporkan",
      "en": "an annual return of the last two years that were due is missing"
    },
    "TAXPAYER_NOT_ACTIVE": {
      "id": "Wajib pajak tidak aktif",
      "en": "the taxpayer is non-effective or deleted"
    },
    "TAXPAYER_NOT_FOUND": {
      "id": "NPWP tidak ditemukan",
      "en": "nobody has this number"
    }
  },
  "TaxClearanceStatus": {
    "INVALID": {
      "id": "Tidak valid",
      "en": "the service may not be given yet"
    },
    "VALID": {
      "id": "Valid",
      "en": "the service may be given"
    }
  },
  "TaxFlag": {
    "ANNUAL_RETURN_MISSING": {
      "id": "SPT tahunan belum dilaporkan",
      "en": "annual returns are missing"
    },
    "INVALID": {
      "id": "Tidak valid",
      "en": null
    },
    "TAXPAYER_NOT_FOUND": {
      "id": "Wajib pajak tidak ditemukan",
      "en": "the taxpayer was not found"
    },
    "VALID": {
      "id": "Valid",
      "en": null
    },
    "VAT_RETURN_MISSING": {
      "id": "SPT masa PPN belum dilaporkan",
      "en": "VAT returns are missing"
    }
  },
  "TaxForm": {
    "CORPORATE": {
      "id": "1771",
      "en": "an entity"
    },
    "INDIVIDUAL_BUSINESS": {
      "id": "1770",
      "en": "a person with a business or a free profession"
    },
    "INDIVIDUAL_EMPLOYEE": {
      "id": "1770 S",
      "en": "a person with more than that, or several employers"
    },
    "INDIVIDUAL_SIMPLE": {
      "id": "1770 SS",
      "en": "a person with one employer and up to 60 million rupiah a year"
    },
    "VAT_MONTHLY": {
      "id": "SPT Masa PPN",
      "en": "value added tax, every month"
    }
  },
  "TaxReturnStatus": {
    "AMENDED": {
      "id": "Pembetulan",
      "en": "filed, then corrected"
    },
    "FILED": {
      "id": "Lapor",
      "en": "filed in time"
    },
    "FILED_LATE": {
      "id": "Terlambat",
      "en": "filed after the due day"
    },
    "NOT_FILED": {
      "id": "Belum lapor",
      "en": "not filed"
    }
  },
  "TaxServiceKind": {
    "DATA_CHANGE": {
      "id": "Perubahan data",
      "en": "change of data"
    },
    "NIK_MATCHING": {
      "id": "Pemadanan NIK-NPWP",
      "en": "matching of the identity number with the tax number"
    },
    "REGISTRATION": {
      "id": "Pendaftaran NPWP",
      "en": "registration"
    },
    "SET_NON_EFFECTIVE": {
      "id": "Penetapan nonaktif",
      "en": "being set non-effective"
    },
    "TAX_CLEARANCE_LETTER": {
      "id": "Surat Keterangan Fiskal",
      "en": "a letter of tax clearance"
    }
  },
  "TaxpayerKind": {
    "ENTITY": {
      "id": "Badan",
      "en": "an entity, such as a company or a foundation"
    },
    "GOVERNMENT": {
      "id": "Instansi pemerintah",
      "en": "a government body"
    },
    "INDIVIDUAL": {
      "id": "Orang pribadi",
      "en": "a person"
    }
  },
  "TaxpayerStatus": {
    "ACTIVE": {
      "id": "Aktif",
      "en": "has to file and to pay"
    },
    "DELETED": {
      "id": "Dihapus",
      "en": "the number was taken away"
    },
    "NON_EFFECTIVE": {
      "id": "Nonaktif (non-efektif)",
      "en": "keeps the number, without duties for the time being"
    }
  },
  "TicketStatus": {
    "BOOKED": {
      "id": "Dipesan",
      "en": "booked"
    },
    "CALLED": {
      "id": "Dipanggil",
      "en": "called"
    },
    "CANCELLED": {
      "id": "Dibatalkan",
      "en": "cancelled"
    },
    "CHECKED_IN": {
      "id": "Hadir",
      "en": "the holder is at the mall"
    },
    "NO_SHOW": {
      "id": "Tidak hadir",
      "en": "did not come"
    },
    "SERVED": {
      "id": "Selesai",
      "en": "served"
    },
    "SERVING": {
      "id": "Dilayani",
      "en": "being served"
    }
  },
  "VerifiableField": {
    "BIRTH_DATE": {
      "id": "Tanggal lahir",
      "en": "the date of birth"
    },
    "FULL_NAME": {
      "id": "Nama lengkap",
      "en": "the full name"
    },
    "MOTHER_NAME": {
      "id": "Nama ibu",
      "en": "the mother's name"
    }
  },
  "WeekDay": {
    "FRIDAY": {
      "id": "Jumat",
      "en": null
    },
    "MONDAY": {
      "id": "Senin",
      "en": null
    },
    "SATURDAY": {
      "id": "Sabtu",
      "en": null
    },
    "SUNDAY": {
      "id": "Minggu",
      "en": null
    },
    "THURSDAY": {
      "id": "Kamis",
      "en": null
    },
    "TUESDAY": {
      "id": "Selasa",
      "en": null
    },
    "WEDNESDAY": {
      "id": "Rabu",
      "en": null
    }
  }
} as const satisfies Record<string, Record<string, Word>>;
