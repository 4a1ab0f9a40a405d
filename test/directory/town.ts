/**
 * A few postcodes as the ONS Postcode Directory has them, in the columns of 2025. The places are real in outline and the
 * postcodes are not: PR7 lies in two districts of one county, BB1 under two councils, CH4 on both sides of a border.
 */
export const HEADER =
  'pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd,ctry25cd,lsoa11cd,lsoa21cd,lat,long,icb23cd'

interface Line {
  readonly postcode: string
  readonly ended?: string
  readonly county?: string
  readonly district?: string
  readonly ward?: string
  readonly lsoa?: string
  readonly lat?: string
  readonly lon?: string
  readonly icb?: string
  readonly country?: string
}

const LANCASHIRE = { county: 'E10000017', icb: 'E54000048', country: 'E92000001' }
const CHORLEY = { ...LANCASHIRE, district: 'E07000118', ward: 'E05013070', lsoa: 'E01024940' }
const SOUTH_RIBBLE = { ...LANCASHIRE, district: 'E07000126', ward: 'E05009999', lsoa: 'E01025170' }
const BLACKBURN = {
  county: 'E99999999',
  district: 'E06000008',
  ward: 'E05011508',
  lsoa: 'E01012571',
  icb: 'E54000048',
  country: 'E92000001',
}
const HYNDBURN = { ...LANCASHIRE, district: 'E07000120', ward: 'E05005252', lsoa: 'E01025035' }
const CHESTER = { ...BLACKBURN, district: 'E06000050', ward: 'E05012222', lsoa: 'E01018404', icb: 'E54000008' }
const FLINTSHIRE = {
  county: 'W99999999',
  district: 'W06000005',
  ward: 'W05000900',
  lsoa: 'W01000290',
  icb: 'W11000023',
  country: 'W92000004',
}
const EDINBURGH = { ...FLINTSHIRE, county: 'S99999999', district: 'S12000036', lsoa: 'S01008677', country: 'S92000003' }
/** A district that ended in 2023 with its county, as an older edition has it. */
const CARLISLE = { ...LANCASHIRE, county: 'E10000006', district: 'E07000028', ward: 'E05003135', lsoa: 'E01019190' }
const COLCHESTER = {
  county: 'E10000012',
  district: 'E07000071',
  ward: 'E05010836',
  lsoa: 'E01021642',
  icb: 'E54000023',
  country: 'E92000001',
}

export const LINES: readonly Line[] = [
  { postcode: 'PR7 1AB', ...CHORLEY, lat: '53.65485', lon: '-2.62904' },
  { postcode: 'PR7 1AD', ...CHORLEY, lat: '53.65505', lon: '-2.62804' },
  { postcode: 'PR7 1ZZ', ...CHORLEY, lat: '53.65425', lon: '-2.63204' },
  // Grown wild: no grid reference.
  { postcode: 'PR7 1AE', ...CHORLEY, lat: '99.999999', lon: '0.000000' },
  { postcode: 'PR7 6AA', ...SOUTH_RIBBLE, lat: '53.68001', lon: '-2.70001' },
  { postcode: 'PR7 9XX', ...CHORLEY, ended: '201905', lat: '53.6', lon: '-2.6' },
  { postcode: 'BB1 1AB', ...BLACKBURN, lat: '53.74910', lon: '-2.45994' },
  { postcode: 'BB1 4AA', ...HYNDBURN, lat: '53.77000', lon: '-2.40000' },
  { postcode: 'CH4 7AA', ...CHESTER, lat: '53.18000', lon: '-2.89000' },
  { postcode: 'CH4 0AA', ...FLINTSHIRE, lat: '53.15000', lon: '-2.95000' },
  { postcode: 'EH1 1AA', ...EDINBURGH, lat: '55.95000', lon: '-3.19000' },
  { postcode: 'CA1 1AA', ...CARLISLE, lat: '54.89000', lon: '-2.93000' },
  { postcode: 'CO1 1AA', ...COLCHESTER, lat: '51.88900', lon: '0.90000' },
  {
    postcode: 'JE2 3AB',
    district: 'L99999999',
    county: 'L99999999',
    country: 'L93000001',
    lat: '99.999999',
    lon: '0.000000',
  },
]

export const fields = ({ postcode, ended, county, district, ward, lsoa, lat, lon, icb, country }: Line): string[] => {
  const [outward = '', inward = ''] = postcode.split(' ')
  return [
    outward.padEnd(4) + inward,
    `${outward.padEnd(5)}${inward}`,
    postcode,
    '198001',
    ended ?? '',
    county ?? '',
    'E99999999',
    district ?? '',
    ward ?? '',
    country ?? '',
    'E01000001',
    lsoa ?? '',
    lat ?? '',
    lon ?? '',
    icb ?? '',
  ]
}

/** The file as it would be published. */
export const town = (lines: readonly Line[] = LINES): string =>
  [HEADER, ...lines.map((line) => fields(line).join(','))].join('\r\n') + '\r\n'

export const NAMES = `LSOA21CD,LSOA21NM,WD25CD,WD25NM,LAD25CD,LAD25NM
E01024940,Chorley 010A,E05013070,Chorley South East & Heath Charnock,E07000118,Chorley
E01025035,Hyndburn 001A,E05005252,"St Oswald's, Accrington",E07000120,Hyndburn
`
