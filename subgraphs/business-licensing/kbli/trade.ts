import { atEveryScale, type CategoryFact, mediumAndLarge, risingWithScale } from './activity.ts';

export const trade: CategoryFact = {
  letter: 'G',
  title: 'Perdagangan Besar Dan Eceran; Reparasi Dan Perawatan Mobil Dan Sepeda Motor',
  activities: [
    {
      code: '45201',
      title: 'Reparasi Mobil',
      description: 'Bengkel reparasi dan perawatan mobil.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '45202',
      title: 'Pencucian Dan Salon Mobil',
      description: 'Pencucian dan perawatan tampilan mobil.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '45302',
      title: 'Perdagangan Eceran Suku Cadang Dan Aksesori Mobil',
      description: 'Penjualan suku cadang dan aksesori mobil.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '46333',
      title: 'Perdagangan Besar Minuman Beralkohol',
      description: 'Penyaluran minuman beralkohol kepada pengecer.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '46441',
      title: 'Perdagangan Besar Obat Farmasi Untuk Manusia',
      description: 'Penyaluran obat kepada apotek dan fasilitas kesehatan.',
      risks: mediumAndLarge('HIGH'),
      centralAuthority: true,
    },
    {
      code: '46696',
      title: 'Perdagangan Besar Barang Bekas Dan Sisa-Sisa Tak Terpakai (Scrap)',
      description: 'Pengumpulan dan penjualan barang bekas.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '46900',
      title: 'Perdagangan Besar Berbagai Macam Barang',
      description: 'Penyaluran berbagai macam barang tanpa kekhususan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47111',
      title:
        'Perdagangan Eceran Berbagai Macam Barang Yang Utamanya Makanan, Minuman Atau Tembakau Di Minimarket/Supermarket/Hypermarket',
      description: 'Minimarket, supermarket dan hypermarket.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '47112',
      title:
        'Perdagangan Eceran Berbagai Macam Barang Yang Utamanya Makanan, Minuman Atau Tembakau Bukan Di Minimarket/Supermarket/Hypermarket (Tradisional)',
      description: 'Warung dan toko kebutuhan pokok.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47212',
      title: 'Perdagangan Eceran Buah-buahan',
      description: 'Penjualan buah di dalam bangunan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47214',
      title: 'Perdagangan Eceran Hasil Peternakan',
      description: 'Penjualan daging, telur dan susu.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47221',
      title: 'Perdagangan Eceran Minuman Beralkohol',
      description: 'Penjualan minuman beralkohol kepada pembeli akhir.',
      risks: atEveryScale('HIGH'),
    },
    {
      code: '47241',
      title: 'Perdagangan Eceran Beras',
      description: 'Penjualan beras kepada pembeli akhir.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47242',
      title: 'Perdagangan Eceran Roti, Kue Kering, serta Kue Basah dan Sejenisnya',
      description: 'Penjualan roti dan kue yang dibuat pihak lain.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47528',
      title: 'Perdagangan Eceran Berbagai Macam Material Bangunan',
      description: 'Toko bahan bangunan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47591',
      title: 'Perdagangan Eceran Furnitur',
      description: 'Penjualan furnitur.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47711',
      title: 'Perdagangan Eceran Pakaian',
      description: 'Penjualan pakaian jadi.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47721',
      title: 'Perdagangan Eceran Barang Dan Obat Farmasi Untuk Manusia Di Apotik',
      description: 'Apotek.',
      risks: atEveryScale('HIGH'),
    },
    {
      code: '47724',
      title: 'Perdagangan Eceran Kosmetik Untuk Manusia',
      description: 'Penjualan kosmetik.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '47735',
      title: 'Perdagangan Eceran Barang Perhiasan',
      description: 'Toko emas dan perhiasan.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47761',
      title: 'Perdagangan Eceran Bunga Potong/Florist',
      description: 'Penjualan bunga potong dan rangkaian bunga.',
      risks: atEveryScale('LOW'),
    },
    {
      code: '47911',
      title:
        'Perdagangan Eceran Melalui Media Untuk Komoditi Makanan, Minuman, Tembakau, Kimia, Farmasi, Kosmetik Dan Alat Laboratorium',
      description: 'Penjualan makanan, minuman dan kosmetik melalui internet dan media lain.',
      risks: risingWithScale('LOW', 'MEDIUM_LOW'),
    },
    {
      code: '47912',
      title: 'Perdagangan Eceran Melalui Media Untuk Komoditi Tekstil, Pakaian, Alas Kaki Dan Barang Keperluan Pribadi',
      description: 'Penjualan pakaian dan barang pribadi melalui internet dan media lain.',
      risks: atEveryScale('LOW'),
    },
  ],
};
