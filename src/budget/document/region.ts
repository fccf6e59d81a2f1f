import regions from './regions.json' with { type: 'json' }

/** A place of GB/T 2260. */
export interface Region {
  readonly code: string
  /** Province, city and county in full. */
  readonly name: string
}

const NAMES: Readonly<Record<string, string>> = regions
/** 市 that are provinces. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

const fullName = (code: string): string =>
  [code.slice(0, 2), ...(code.length > 2 ? [code.slice(0, 4)] : []), ...(code.length > 4 ? [code] : [])]
    .flatMap((part, at, all) => (all.indexOf(part) === at && NAMES[part] !== undefined ? [NAMES[part]] : []))
    .join('')

/** The peoples in the names of 自治州, which are called without: 迪庆藏族自治州 is 迪庆州. */
const OF_PEOPLES = /^(.+?)(?:(?:藏|苗|侗|土家|布依|彝|傣|哈尼|壮|白|景颇|傈僳|羌|回|朝鲜|蒙古|哈萨克|柯尔克孜)族?)+自治(州)$/
/** 自治州 by other short names than those. */
const CALLED: Readonly<Record<string, string>> = { '6527': '博州', '6528': '巴州', '6530': '克州' }
/** Codes of 自治州 by their short names. */
const PREFECTURES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, name]) => {
    const short = OF_PEOPLES.exec(name)?.slice(1).join('')
    return [short, CALLED[code]].flatMap((one): [string, string][] => (one === undefined ? [] : [[one, code]]))
  }),
)

/** Codes of places by how many digits they have and by the first two characters of their name. */
const places: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  Object.keys(NAMES),
  code => `${code.length} ${NAMES[code]?.slice(0, 2)}`,
)
/** Codes of this many digits whose names may stand at the beginning of a text. */
const placesAt = (text: string, digits: number): readonly string[] => places.get(`${digits} ${text.slice(0, 2)}`) ?? []

/** Names without the last word: 达州 for 达州市; only where two characters are left. */
const short = (name: string): string => name.replace(/(?:市|省|自治区|特别行政区)$/, '')

/** The only place of so many digits, within another where one is told, that a text starts with as it is called. */
function onlyPlace(text: string, digits: number, within = '', called = (name: string): string => name): string | undefined {
  const isIt = (code: string): boolean => {
    const name = called(NAMES[code] ?? '')
    return name.length > 1 && code.startsWith(within) && text.startsWith(name)
  }
  const [only, ...more] = placesAt(text, digits).filter(isIt)
  return more.length === 0 ? only : undefined
}

/** The province a text starts with and what follows it; a municipality also by its name without 市. */
function provinceOf(text: string): readonly [code: string | undefined, rest: string] {
  for (const code of placesAt(text, 2)) {
    const name = NAMES[code] ?? ''
    if (text.startsWith(name)) return [code, text.slice(name.length)]
    if (MUNICIPALITIES.has(code) && text.startsWith(short(name))) return [code, text.slice(short(name).length)]
  }
  return [undefined, text]
}

/** The city, or the 自治州, that a text starts with and what follows it; 巴州区 is none. */
function cityOf(text: string, province: string | undefined): readonly [code: string | undefined, rest: string] {
  const whole = onlyPlace(text, 4, province)
  if (whole !== undefined) return [whole, text.slice((NAMES[whole] ?? '').length)]
  const [name = ''] = /^[^州]{1,5}州(?![市区县])/.exec(text) ?? []
  const code = PREFECTURES.get(name)
  return code?.startsWith(province ?? '') ? [code, text.slice(name.length)] : [undefined, text]
}

/** Every name of a place, of which there may be several. */
const ALL_NAMES: ReadonlySet<string> = new Set([...Object.values(NAMES), ...PREFECTURES.keys()])

/** Whether words are the name of a place and nothing else: 衢江区, 迪庆州, 四川省达州市. */
export function isPlace(words: string): boolean {
  const [province, behind] = provinceOf(words)
  const [city, rest] = cityOf(behind, province)
  return rest === '' ? (city ?? province) !== undefined : ALL_NAMES.has(rest)
}

/** The most exact place that a name starts with (`达州市达川区人民政府办公室`); null when none or more than one fits. */
export function regionOf(name: string): Region | null {
  const start = name.replace(/^(?:中国共产党|中共)/, '')
  const [province, rest] = provinceOf(start)
  const [city, left] = cityOf(rest, province)
  const within = city ?? province
  // A city also by its name without 市: 长沙职业教育基地….
  const code = onlyPlace(left, 6, within) ?? within ?? onlyPlace(start, 4, '', short)
  if (code === undefined) return null
  const full =
    MUNICIPALITIES.has(code.slice(0, 2)) && code.length === 6 ? `${NAMES[code.slice(0, 2)]}${NAMES[code]}` : fullName(code)
  return { code: code.padEnd(6, '0'), name: full }
}
