/** Names councils go by, beside those DfE and Ofsted write: by current GSS code. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  E06000003: ['Redcar'],
  E06000004: ['Stockton'],
  E06000008: ['Blackburn'],
  E06000010: ['Hull'],
  E06000011: ['East Riding', 'E Riding of Yorkshire'],
  E06000012: ['NE Lincolnshire', 'North East Lincs', 'NE Lincs', 'NELC'],
  E06000013: ['N Lincolnshire', 'North Lincs', 'N Lincs'],
  E06000020: ['Telford'],
  E06000021: ['Stoke'],
  E06000022: ['BANES', 'B&NES', 'Bath and NE Somerset', 'Bath'],
  E06000024: ['N Somerset'],
  E06000025: ['South Glos', 'S Glos', 'South Gloucs', 'S Gloucestershire'],
  E06000033: ['Southend'],
  E06000037: ['W Berkshire', 'West Berks'],
  E06000040: ['RBWM', 'Windsor'],
  E06000043: ['Brighton'],
  E06000046: ['IOW'],
  E06000049: ['Cheshire E'],
  E06000050: ['Cheshire West', 'CWAC', 'Cheshire W and Chester'],
  E06000053: ['Scilly', 'Scilly Isles'],
  E06000054: ['Wilts'],
  E06000056: ['Central Beds'],
  E06000058: ['BCP', 'Bournemouth Christchurch Poole', 'Bournemouth, Poole and Christchurch'],
  E06000060: ['Bucks'],
  E06000061: ['North Northants', 'N Northants'],
  E06000062: ['West Northants', 'W Northants'],
  E06000064: ['Westmorland'],
  E06000065: ['N Yorkshire', 'North Yorks', 'N Yorks', 'NYCC'],
  E08000013: ["Saint Helen's", 'Saint Helens'],
  E08000021: ['Newcastle'],
  E08000022: ['N Tyneside'],
  E08000023: ['S Tyneside'],
  E09000001: ['City of London Corporation', 'Corporation of London'],
  E09000002: ['Barking', 'LBBD'],
  E09000013: ['Hammersmith', 'LBHF'],
  E09000020: ['Kensington', 'RBKC'],
  E09000021: ['Kingston', 'RBK'],
  E09000027: ['Richmond'],
  E09000033: ['City of Westminster'],
  E10000003: ['Cambs'],
  E10000011: ['E Sussex'],
  E10000013: ['Glos', 'Gloucs'],
  E10000014: ['Hants'],
  E10000015: ['Herts'],
  E10000017: ['Lancs'],
  E10000018: ['Leics'],
  E10000019: ['Lincs'],
  E10000024: ['Notts'],
  E10000025: ['Oxon'],
  E10000028: ['Staffs'],
  E10000031: ['Warks'],
  E10000032: ['W Sussex'],
  E10000034: ['Worcs'],
};

/** Authorities that no longer exist, and what took over their children's services (ONS code history, 2009 to 2025). */
export const formerNames: Readonly<Record<string, readonly string[]>> = {
  Bournemouth: ['E06000058'],
  Poole: ['E06000058'],
  Christchurch: ['E06000058'],
  Northamptonshire: ['E06000061', 'E06000062'],
  Northants: ['E06000061', 'E06000062'],
  Cumbria: ['E06000063', 'E06000064'],
  Bedfordshire: ['E06000055', 'E06000056'],
  Cheshire: ['E06000049', 'E06000050'],
};

const filler = new Set(
  'council councils city county borough metropolitan met royal of the district unitary authority and corporation local'
    .concat(' la lb rb cc mbc mdc bc dc ua childrens children services trust')
    .split(' '),
);

/**
 * What is left of a name once what kind of council it is has gone: `Bristol, City of` and `Bristol
 * City Council` are both `bristol`. The City of London keeps its `city`, for London alone is a region.
 */
export function authorityKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’`.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\blondon borough\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const plain = words.filter((word) => !filler.has(word));
  if (plain.join(' ') === 'london' && words.some((word) => word === 'city' || word === 'corporation')) {
    return 'city london';
  }
  return plain.join(' ');
}

/** The parts of a file's name, the nearest to its rows first: the sheet, the file, its folders, the archive. */
export const nameParts = (fileName: string): readonly string[] => fileName.split(/ · |\//).reverse();
