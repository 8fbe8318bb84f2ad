/** Where a citizen complains: the national channel and the mall's desk always, and the agency's own where it has one. */
const everywhere = ['SP4N-LAPOR! (www.lapor.go.id)', 'Meja pengaduan Mal Pelayanan Publik'] as const;

export const regionalComplaints = [...everywhere, 'Kotak saran dan kanal pengaduan perangkat daerah'] as const;
export const populationComplaints = [...everywhere, 'Halo Dukcapil 1500537'] as const;
export const licensingComplaints = [...everywhere, 'Kontak OSS 169'] as const;
export const taxComplaints = [...everywhere, 'Kring Pajak 1500200'] as const;
export const policeComplaints = [...everywhere, 'Layanan polisi 110'] as const;
export const immigrationComplaints = [...everywhere, 'Loket pengaduan kantor imigrasi'] as const;
export const landComplaints = [...everywhere, 'Loket pengaduan kantor pertanahan'] as const;
export const healthInsuranceComplaints = [...everywhere, 'BPJS Kesehatan Care Center 165'] as const;
export const workerInsuranceComplaints = [...everywhere, 'BPJS Ketenagakerjaan 175'] as const;
export const electricityComplaints = [...everywhere, 'Contact Center PLN 123'] as const;
export const customsComplaints = [...everywhere, 'Bravo Bea Cukai 1500225'] as const;
export const foodAndDrugComplaints = [...everywhere, 'HALOBPOM 1500533'] as const;
export const pensionComplaints = [...everywhere, 'Taspen Call Center 1500919'] as const;
export const bankComplaints = [...everywhere, 'Contact BRI 1500017'] as const;
export const postComplaints = [...everywhere, 'Halo Pos 1500161'] as const;
export const nationalComplaints = [...everywhere, 'Kanal pengaduan instansi pusat'] as const;
