import { plain } from '../label.ts'
import { regionOf } from './region.ts'
import { WITHOUT_PLACE } from './short-names.ts'

/** How names of offices, schools and companies end: among rows of a list, where subjects and projects stand beside them … */
const IN_LISTS =
  '局|厅|委|办|处|院|所|站|队|馆|校|团|委员会|办公室|中心|大学|中学|小学|幼儿园|本级|机关|人民政府|办事处|公司|集团|协会|学会|联合会|基金会'
/** … and where a title or a line for the department announces a name. */
export const ANNOUNCED = `${IN_LISTS}|部|会|署|社|台|室|组|监狱|[妇残侨文科]联|科协|镇|乡|街道|园|学区|[镇乡]政府`

const ending = (words: string): RegExp => new RegExp(`(?:${words})(?:\\([^()]*\\))?$`)
const LISTED_OFFICE = ending(IN_LISTS)
const ANNOUNCED_OFFICE = ending(ANNOUNCED)

/** Whether the name of a row ends as names of offices do. */
export const endsAsOffice = (name: string): boolean => LISTED_OFFICE.test(name)

const SCOPE = /[(](?:本级|机关|机关本级|汇总|本部|单位)[)]$|(?<=.{4})本级$/
const CODE = /^[[(]?\d{3,9}[\])]?[-—_:.]?/
/** Words that point at the department without naming it. */
const POINTING =
  /^(?:本|我|各|该|某某|主管|下属|所属|预算|编制)?(?:部门|单位|机关|局|厅|委|办|室|处|院|校|部)$|^(?:部门|单位|预算)/
/** What belongs to a sentence and never to the name of an office. */
const NO_NAME =
  /^(?:中央|.{1,8}[省市县区旗州盟])本级$|第.*部分|范围|关于|印发|包括|[一二三四五六七八九十]、|[\d,。:;、%]|[的了为和与及]$|^(?:关于|根据|按照|由|在|以及|其中)/
const SHORTEST = 4
/** 国务院组成部门 called 部 or 署: their names tell no place, and some are as short as words that point at a department. */
const MINISTRIES =
  /^(?:(?:外交|国防|教育|公安|民政|司法|财政|水利|商务|国家安全|自然资源|生态环境|交通运输|农业农村|文化和旅游|应急管理|科学技术|工业和信息化|人力资源和社会保障|住房和城乡建设|退役军人事务)部|审计署)$/

/** Words of the text around that run into a name; others before a place belong to the name (`共青团某某市委员会`). */
const RUN_IN = /^(?:纳入|公开|以及|及|和|与|对|向|由|为|是|在|等)(?=.{4})/

/** A name without what ran into it; where the same beginning is printed a second time, the name is printed again. */
function fromItsPlace(text: string): string {
  const name = text.replace(RUN_IN, '')
  if (regionOf(name) === null) return text
  const again = name.lastIndexOf(name.slice(0, SHORTEST))
  return name[again - 1] === '(' ? name : name.slice(again)
}

/** Whether a name says where the office is, or that it is an institution known by its own name, or one of the whole country. */
export const isPlaced = (name: string): boolean =>
  regionOf(name) !== null || /大学|学院|^(?:国家|中国|全国|最高人民)/.test(name) || MINISTRIES.test(name)

/** The label of the line that names the office, where a bracket or a colon before it was misread. */
const LABEL = /^[()]?(?:填报|编制|预算)(?:单位|部门)(?:名称)?[::]?(?=.{4})/

/** A printed name of an office as `officeIn` finds it, or one whose place has lost its name: `县审计局`. */
export function maybeShort(text: string): string | null {
  const name = fromItsPlace(
    plain(text)
      .replace(LABEL, '')
      .replace(CODE, '')
      .replace(/(?:部门|单位)$/, '')
      .replace(SCOPE, ''),
  )
  if (MINISTRIES.test(name)) return name
  return name.length < SHORTEST || POINTING.test(name) || NO_NAME.test(name) || !ANNOUNCED_OFFICE.test(name) ? null : name
}

/** A printed name of an office without its label and its code, 部门 behind it and (本级); null when the words name none (本部门, 市审计局, 103001, a project). */
export function officeIn(text: string): string | null {
  const name = maybeShort(text)
  return name === null || WITHOUT_PLACE.test(name) ? null : name
}

/** A year of this century in characters, as scans and old covers print it: 二〇二六. */
export const HAN_YEAR = '二[〇○零O0][〇○零O0一二三四五六七八九]{2}'
/** A year as titles print it. */
export const YEAR = `(?:20\\d\\d|${HAN_YEAR})年(?:度|初)?`
/** What a line may begin or end in that names no office. */
const NOBODY =
  /^[本我全各]|(?:情况|说明|公开|公示|公告|报告|目录|附件|[表费款金]|支出|收入|预算|决算|计划|项目|年度|部门|单位|政府|财政|汇总|执行|安排)$/

/** Whether words may be the name of an office, however they end. */
export const isNameOfOffice = (words: string): boolean =>
  words.length > 1 && !POINTING.test(words) && !NO_NAME.test(words) && !NOBODY.test(words)

/** What stands around the name in a title: the year, and what the document is. */
const AROUND = new RegExp(
  `${YEAR}|(?:部门|单位)?(?:综合|财务)?(?:预算|决算)(?:公开|信息|情况|说明|报表|报告|表|草案|编制|批复)*|(?:部门|单位)?(?:财政拨款)?三公经费|(?:预算|编制|填报)?(?:部门|单位)(?:名称)?[::]|附件[\\d一二三四五六七八九十]*[::]?|公开|关于|省级|市级|区级|县级|[_—]`,
)

/** The office that a title names, `某某局2023年部门预算`, `预算单位:某某局`; null when it names none. */
export function officeOfTitle(title: string, find: (words: string) => string | null = officeIn): string | null {
  const names = plain(title)
    .split(AROUND)
    .flatMap(piece => find(piece) ?? [])
  return names.find(isPlaced) ?? names[0] ?? null
}

/** What follows the name of the office that a sentence is about: what it is, does or spends. */
const ABOUT =
  /^(?:\([^()]{0,20}(?:以下|下同|简称)[^()]*\)|是|为|的?主要职[责能]|负责|贯彻|20\d\d年|(?:本级|机关)?(?:内设|下设|设有|共有)|(?:部门|单位)?(?:预算|决算)|所属|纳入)/
const LONGEST = 30

/** Offices that sentences are about: each begins a clause with its place or institution, `某某市审计局是市政府组成部门`. */
export function officesOfSentence(text: string): string[] {
  return text.split(/[。;:,、]|\d+\./).flatMap(clause => {
    for (let end = SHORTEST; end <= Math.min(LONGEST, clause.length); end++) {
      if (!ABOUT.test(clause.slice(end))) continue
      const name = officeIn(clause.slice(0, end))
      if (name !== null && isPlaced(name)) return [name]
    }
    return []
  })
}
