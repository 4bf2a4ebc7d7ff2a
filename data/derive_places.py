#!/usr/bin/env python3
"""Derive the gazetteer's tables from open data.

  python3 data/derive_places.py --geonames DIR --cldr DIR

writes data/places.tsv, data/regions.tsv, data/countries.tsv. Run it to take newer
data in; the tables are committed, so building the project needs neither Python nor
the sources. Names that people use and these sources lack stand in data/aliases.tsv,
which is written by hand.

--geonames  holds places.tsv and admin1.tsv from GeoNames (geonames.org, CC BY 4.0):
            places.tsv  geonameid, name, country, admin1, admin1 name, admin2 name,
                        population; for US, CA, GB, IE, AU, NZ down to 1,000
                        inhabitants, elsewhere down to 5,000
            admin1.tsv  code (country.admin1), name
--cldr      holds the unpacked npm packages cldr-core, cldr-localenames-full and
            cldr-subdivisions-full (Unicode CLDR, Unicode-3.0 licence).

GeoNames numbers the first-order subdivisions of most countries in its own way.
Their ISO 3166-2 codes come from CLDR by the subdivision's name; the few hundred
names that are spelt differently and matter are in ISO_BY_HAND.
"""
import argparse
import collections
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))

# GeoNames code -> ISO 3166-2, where the names in the two sources do not meet.
ISO_BY_HAND = {
    'US.DC': 'US-DC',
    'UA.05': 'UA-14', 'UA.04': 'UA-12', 'UA.07': 'UA-63', 'UA.14': 'UA-09', 'UA.17': 'UA-51',
    'UA.15': 'UA-46', 'UA.18': 'UA-53', 'UA.26': 'UA-23', 'UA.21': 'UA-59', 'UA.02': 'UA-74',
    'UA.27': 'UA-18', 'UA.23': 'UA-05', 'UA.10': 'UA-35', 'UA.16': 'UA-48', 'UA.09': 'UA-68',
    'UA.01': 'UA-71', 'UA.06': 'UA-26', 'UA.19': 'UA-56', 'UA.22': 'UA-61', 'UA.08': 'UA-65',
    'RU.66': 'RU-SPE', 'RU.29': 'RU-KEM', 'RU.42': 'RU-LEN', 'RU.59': 'RU-PRI', 'RU.32': 'RU-KHM',
    'RU.80': 'RU-UD', 'RU.06': 'RU-ARK', 'RU.12': 'RU-CE', 'RU.93': 'RU-ZAB', 'RU.22': 'RU-KB',
    'RU.11': 'RU-BU', 'RU.19': 'RU-IN', 'RU.46': 'RU-MO', 'RU.45': 'RU-ME', 'RU.87': 'RU-YAN',
    'MA.06': 'MA-06', 'MA.04': 'MA-04', 'MA.03': 'MA-03', 'MA.01': 'MA-01', 'MA.07': 'MA-07',
    'MA.09': 'MA-09', 'MA.05': 'MA-05', 'MA.08': 'MA-08', 'MA.10': 'MA-10', 'MA.11': 'MA-11',
    'MA.12': 'MA-12',
    'KR.13': 'KR-41', 'KR.20': 'KR-48', 'KR.14': 'KR-47', 'KR.03': 'KR-45', 'KR.16': 'KR-46',
    'KR.06': 'KR-42', 'KR.17': 'KR-44', 'KR.01': 'KR-49', 'KR.22': 'KR-50',
    'VN.79': 'VN-SG',
    'FR.11': 'FR-IDF', 'FR.75': 'FR-NAQ', 'FR.28': 'FR-NOR', 'FR.27': 'FR-BFC',
    'PH.NCR': 'PH-00', 'PH.14': 'PH-14', 'PH.15': 'PH-15',
    'CN.20': 'CN-NM',
    'SA.14': 'SA-02', 'SA.05': 'SA-03', 'SA.17': 'SA-09',
    'CO.34': 'CO-DC', 'CO.25': 'CO-SAP',
    'ET.51': 'ET-OR', 'ET.47': 'ET-BE',
    'CZ.52': 'CZ-10', 'CZ.78': 'CZ-64', 'CZ.85': 'CZ-80', 'CZ.88': 'CZ-20', 'CZ.79': 'CZ-31',
    'CZ.81': 'CZ-41',
    'AZ.09': 'AZ-BA',
    'AR.07': 'AR-C', 'AR.01': 'AR-B',
    'ES.29': 'ES-MD', 'ES.60': 'ES-VC', 'ES.55': 'ES-CL', 'ES.54': 'ES-CM', 'ES.32': 'ES-NC',
    'NO.01': 'NO-32', 'NO.04': 'NO-33', 'NO.05': 'NO-56', 'NO.13': 'NO-31', 'NO.17': 'NO-40', 'NO.18': 'NO-55',
    'NO.20': 'NO-39', 'CZ.82': 'CZ-52', 'CZ.83': 'CZ-51', 'CZ.84': 'CZ-71', 'CZ.86': 'CZ-53', 'CZ.87': 'CZ-32',
    'CZ.89': 'CZ-42', 'CZ.90': 'CZ-72', 'NP.3': 'NP-P3', 'NP.5': 'NP-P5', 'FR.94': 'FR-20R', 'EE.18': 'EE-79',
    'MX.09': 'MX-CMX', 'PE.LMA': 'PE-LMA', 'UA.13': 'UA-32', 'MA.02': 'MA-02',
    'VE.25': 'VE-A', 'NG.11': 'NG-FC', 'DO.34': 'DO-01',
    'NP.2': 'NP-P2', 'NP.1': 'NP-P1', 'NP.4': 'NP-P4', 'NP.7': 'NP-P7', 'NP.6': 'NP-P6',
    'BA.01': 'BA-BIH', 'BA.02': 'BA-SRP',
    'BY.02': 'BY-HO', 'BY.06': 'BY-MA', 'BY.03': 'BY-HR', 'BY.04': 'BY-HM', 'BY.05': 'BY-MI',
    'PL.73': 'PL-04', 'PL.81': 'PL-20', 'PL.84': 'PL-26',
    'DE.08': 'DE-RP', 'CD.04': 'CD-KE',
    'DK.18': 'DK-82', 'DK.21': 'DK-83', 'DK.19': 'DK-81',
    'IT.10': 'IT-57', 'IT.17': 'IT-32', 'IT.02': 'IT-77',
    'FI.17': 'FI-14', 'FI.11': 'FI-15', 'FI.07': 'FI-16', 'FI.14': 'FI-03', 'FI.05': 'FI-06',
    'FI.10': 'FI-04',
    'QA.01': 'QA-DA', 'QA.06': 'QA-RA', 'EG.18': 'EG-BNS', 'EG.22': 'EG-MT', 'MY.04': 'MY-04',
    'MM.18': 'MM-18', 'TM.S': 'TM-S', 'EE.01': 'EE-37', 'EE.20': 'EE-84', 'PE.08': 'PE-CUS',
    'CH.SG': 'CH-SG', 'CH.BS': 'CH-BS', 'CH.GR': 'CH-GR', 'CL.08': 'CL-LI', 'LB.09': 'LB-AS',
    'LB.08': 'LB-BI', 'CY.03': 'CY-03', 'CY.01': 'CY-04', 'CY.06': 'CY-05', 'CY.02': 'CY-06',
    'BG.42': 'BG-22', 'BG.58': 'BG-23', 'HR.20': 'HR-01', 'HR.21': 'HR-21',
    'IN.37': 'IN-CG', 'IN.39': 'IN-UK', 'IN.40': 'IN-TS', 'ID.37': 'ID-RI', 'ID.40': 'ID-KR',
    'ID.36': 'ID-PA', 'ID.28': 'ID-MA', 'KZ.01': 'KZ-10', 'KZ.02': 'KZ-75', 'KZ.12': 'KZ-35',
    'HU.23': 'HU-VE', 'GR.ESYE31': 'GR-I',
    'TH.40': 'TH-10', 'LY.69': 'LY-BA',
}

# Territories with an ISO country code of their own whose law is that of the country.
REGION_OF = {'PR': 'US', 'GU': 'US', 'VI': 'US', 'AS': 'US', 'MP': 'US'}

# Irish counties by GeoNames' names of the councils.
IRISH = {
    'County Cork': 'CO', 'Cork City': 'CO', 'Dublin City': 'D', 'Fingal County': 'D', 'South Dublin': 'D',
    'Dún Laoghaire-Rathdown': 'D', 'Kildare': 'KE', 'Wicklow': 'WW', 'County Donegal': 'DL', 'Meath': 'MH',
    'County Galway': 'G', 'Galway City': 'G', 'Limerick City and County Council': 'LK', 'Mayo County': 'MO',
    'County Tipperary': 'TA', 'Wexford': 'WX', 'Louth': 'LH', 'Westmeath': 'WH', 'Kilkenny': 'KK',
    'Clare': 'CE', 'Kerry': 'KY', 'An Cabhán': 'CN', 'Sligo': 'SO', 'Laois': 'LS', 'Uíbh Fhailí': 'OY',
    'County Waterford': 'WD', 'County Monaghan': 'MN', 'Roscommon': 'RN', 'An Longfort': 'LD',
    'County Leitrim': 'LM', 'County Carlow': 'CW',
}

# Languages in which countries are named in postings; and the languages of a
# country, for its own regions' names.
LANGUAGES = 'de fr es pl nl it pt sv da nb fi cs ca'.split()
LOCAL = {'DE': 'de', 'AT': 'de', 'CH': 'de fr it', 'FR': 'fr', 'BE': 'fr nl', 'CA': 'fr', 'ES': 'es ca',
         'MX': 'es', 'AR': 'es', 'CO': 'es', 'CL': 'es', 'PE': 'es', 'PL': 'pl', 'NL': 'nl', 'IT': 'it',
         'PT': 'pt', 'BR': 'pt', 'SE': 'sv', 'DK': 'da', 'NO': 'no', 'FI': 'fi', 'CZ': 'cs'}

# Names of countries in other languages that are everyday words or other places in English.
NOT_A_COUNTRY = {'island', 'man', 'oman', 'reunion', 'is', 'mali', 'jersey', 'malte'}


def plain(name):
    """Letters and digits of a name without accents, in lower case."""
    name = name.replace('ı', 'i').replace('ø', 'o').replace('Ø', 'O').replace('ł', 'l').replace('Ł', 'L')
    name = name.replace('đ', 'd').replace('ð', 'd').replace('æ', 'ae').replace('ß', 'ss').replace('ǝ', 'a')
    name = unicodedata.normalize('NFKD', name)
    return re.sub('[^a-z0-9]', '', ''.join(c for c in name if not unicodedata.combining(c)).lower())


GENERIC = re.compile(
    r'\b(province|region|state|voivodeship|prefecture|county|governorate|department|district|oblast|canton|'
    r'republic|city|municipality|autonomous|parish|metropolitan|capital|territory|of|the|de|del|la|el|al|'
    r'division|emirate|islands?|raion|krai|kray)\b', re.I)


def essence(name):
    """What is left of a subdivision's name without the words for its kind."""
    return plain(GENERIC.sub('', name)) or plain(name)


def rows(path):
    with open(path, encoding='utf-8') as file:
        return [line.rstrip('\n').split('\t') for line in file if not line.startswith('#')]


def iso(code):
    """CLDR's `usca` as ISO 3166-2 `US-CA`."""
    return code[:2].upper() + '-' + code[2:].upper()


def write(name, head, lines):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8') as file:
        file.writelines(f'# {line}\n' for line in head)
        file.writelines(line + '\n' for line in lines)


class Cldr:
    def __init__(self, root):
        self.root = root
        self.english = self.subdivisions('en')
        self.contains = self.load('cldr-core/supplemental/subdivisionContainment.json')['supplemental']
        self.contains = self.contains['subdivisionContainment'].get('subgroup') or self.contains['subdivisionContainment']

    def load(self, path):
        with open(os.path.join(self.root, path), encoding='utf-8') as file:
            return json.load(file)

    def subdivisions(self, language):
        data = self.load(f'cldr-subdivisions-full/subdivisions/{language}/{language}.json')
        return data['subdivisions']['localeDisplayNames']['subdivisions']

    def territories(self, language):
        data = self.load(f'cldr-localenames-full/main/{language}/territories.json')
        return data['main'][language]['localeDisplayNames']['territories']

    def first_level(self, country):
        return set(self.contains.get(country, {}).get('_contains', []))


def regions_of(geonames, cldr):
    """GeoNames admin1 code -> ISO 3166-2."""
    by_name = collections.defaultdict(lambda: collections.defaultdict(list))
    for code, name in cldr.english.items():
        by_name[code[:2].upper()][essence(name)].append(code)
    found = {}
    for code, name in rows(os.path.join(geonames, 'admin1.tsv')):
        country = code[:2]
        if code in ISO_BY_HAND:
            found[code] = ISO_BY_HAND[code]
        elif country in REGION_OF:
            found[code] = f'{REGION_OF[country]}-{country}'
        else:
            codes = by_name[country][essence(name)]
            top = [c for c in codes if c in cldr.first_level(country)]
            codes = top if top else codes
            exact = [c for c in codes if plain(cldr.english[c]) == plain(name)]
            codes = exact if len(exact) == 1 else codes
            if len(codes) == 1:
                found[code] = iso(codes[0])
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--geonames', required=True)
    arguments.add_argument('--cldr', required=True)
    options = arguments.parse_args()
    cldr = Cldr(options.cldr)
    region_of = regions_of(options.geonames, cldr)
    english_councils = {plain(cldr.english[c]): iso(c) for c in cldr.contains['gbeng']['_contains']}

    geonames = 'Places: GeoNames (geonames.org), Creative Commons Attribution 4.0.'
    unicode = 'Names and codes: Unicode CLDR, Unicode-3.0 licence (unicode.org/license.txt).'
    derived = 'Derived by data/derive_places.py; do not edit, write to data/aliases.tsv instead.'

    by_group = collections.defaultdict(dict)
    for _, name, country, admin1, _, admin2, population in rows(os.path.join(options.geonames, 'places.tsv')):
        if country in REGION_OF:
            group = f'{REGION_OF[country]}-{country}'
        elif country == 'IE' and admin2 in IRISH:
            group = 'IE-' + IRISH[admin2]
        elif country == 'GB' and admin1 == 'ENG':
            # England has no first-order subdivisions but its councils. London,
            # which ISO 3166-2 knows as the City only, takes that code as a whole.
            group = 'GB-LND' if admin2 == 'Greater London' else english_councils.get(plain(name), 'GB-ENG')
        else:
            group = region_of.get(f'{country}.{admin1}', country)
        county = admin2 if country == 'US' else ''
        # Of several places of one name in one county, the largest.
        known = by_group[group, county]
        known[name] = max(known.get(name, 0), int(population or 0))

    lines, used, last = [], set(), None
    for (group, county), places in sorted(by_group.items()):
        used.add(group)
        if group != last:
            lines.append(f'@{group}')
        elif not county:
            lines.append('=')
        if county:
            lines.append(f'={county}')
        last = group
        lines.extend(f'{name}\t{population}' for name, population in sorted(places.items()))
    write('places.tsv', [
        geonames, derived,
        '@ begins a region (ISO 3166-2, or the country where the region is unknown), = a county in it;',
        'then one place a line: name, population.'], lines)

    local = {country: [cldr.subdivisions(l) for l in languages.split()] for country, languages in LOCAL.items()}
    by_hand = {ISO_BY_HAND[code]: name for code, name in rows(os.path.join(options.geonames, 'admin1.tsv'))
               if code in ISO_BY_HAND}
    codes = used | {iso(c) for c in cldr.english if c in cldr.first_level(c[:2].upper())}
    codes |= {'GB-' + n for n in ('ENG', 'SCT', 'WLS', 'NIR')}
    lines = []
    for code in sorted(c for c in codes if '-' in c):
        key = code.replace('-', '').lower()
        name = by_hand.get(code) or cldr.english.get(key) or cldr.territories('en').get(code[3:])
        if not name:
            continue
        names = [name]
        for table in local.get(code[:2], []):
            other = table.get(key)
            if other and plain(other) and plain(other) not in map(plain, names):
                names.append(other)
        lines.append(f'{code}\t' + '; '.join(names))
    write('regions.tsv', [unicode, derived, 'code (ISO 3166-2), English name; names in its own languages.'], lines)

    english = cldr.territories('en')
    alpha3 = {}
    for code, entry in cldr.load('cldr-core/supplemental/codeMappings.json')['supplemental']['codeMappings'].items():
        if isinstance(entry, dict) and '_alpha3' in entry:
            alpha3[code] = entry['_alpha3']
    lines = []
    for code in sorted(c for c in english if re.fullmatch('[A-Z]{2}', c) and c in alpha3 and c not in REGION_OF):
        if code in ('EU', 'EZ', 'UN', 'ZZ', 'QO', 'XA', 'XB'):
            continue
        names = [english[code].replace(' & ', ' and ')]
        for language in LANGUAGES:
            other = cldr.territories(language).get(code, '')
            if plain(other) in NOT_A_COUNTRY and plain(other) != plain(names[0]):
                continue
            if len(plain(other)) > 3 and plain(other) not in map(plain, names):
                names.append(other)
        lines.append(f'{code}\t{alpha3[code]}\t' + '; '.join(names))
    write('countries.tsv', [unicode, derived, 'code (ISO 3166-1), three-letter code, English name; names in other languages.'], lines)
    print('GeoNames subdivisions without an ISO code:',
          sum(1 for code, _ in rows(os.path.join(options.geonames, 'admin1.tsv')) if code not in region_of))


if __name__ == '__main__':
    main()
