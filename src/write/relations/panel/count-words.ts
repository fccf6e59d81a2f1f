import { readerOf } from './clause-reader.ts'

/**
 * The words in which sentences and tables tell how many posts, people in service and vehicles an office has, by what they do there, as
 * data: a letter a class, which `COUNTED` is written in. Words of none of them are a name, a kind (行政, 聘用) or something else (购置).
 */
const COUNT_WORDS = {
  /** Posts. */
  P: '编制 定编',
  /** People, and how many of them. */
  E: '人员 职工 教职工 教职员工 干部职工 工作人员',
  M: '人数 总人数',
  /** That they serve. */
  S: '在职 在编 在岗 编内 编制内',
  /** That they are there, whoever they are: what is 实有 may count the retired. */
  R: '实有 实际 实际有',
  N: '现有 现 目前',
  /** What posts are by, an approval; by itself it makes people posts: 核定人员30名. */
  K: '核定 核编',
  A: '批准 批复 下达 设 设有 额定',
  /** Vehicles, and that they are held. */
  C: '车辆 公务用车 公务车辆 公务用车辆 公务车 公车 用车 机动车 机动车辆 汽车',
  H: '保有 保有量 拥有 占有 占用 使用 占有使用 存量 固定资产 国有资产 资产 账上 账面 中',
  /** What only joins. */
  I: '共 共有 有 共计 合计 总计 小计 总 总数 总量 数 数量 总额 量 计 为 达 是 的 情况 行政事业 机关事业',
} as const

/** What is counted: posts; posts that are told as people are, 实有人员编制, or as the people they are for, 编制人员; people in service; people who may be retired or hired; those of whom it is only said that they are there; vehicles. */
const COUNTED = {
  posts: /^(?:[NAKIE]*P[IAKM]*|[NI]*K[EM]+)$/,
  'people-of-posts': /^[NAKI]*P[IM]*E[IM]*$/,
  'filled-posts': /^[NIRE]*R[NIRE]*P[IAM]*$/,
  serving: /^[NIREMS]*S[NIREMS]*$/,
  present: /^[NIREM]*(?:R[NIREM]*[EM]|N[NIREM]*[EM])[NIREM]*$/,
  elided: /^N?R[NI]*$/,
  vehicles: /^[NIRH]*C[NIRH]*$/,
} as const
export type Counted = keyof typeof COUNTED

const read = readerOf(COUNT_WORDS, COUNTED)

/** What a clause counts, and what stands before the words that say so; null where none is counted as a whole. */
export function countedIn(clause: string): { readonly counted: Counted; readonly before: string } | null {
  const found = read(clause)
  return found && { counted: found.name, before: found.before }
}

/** Kinds of posts: in a list of them each is told by itself. */
const KINDS =
  '(?:机关|行政|事业|工勤|政法|专项|附属|参公|参照公务员法?管理|全额|差额|自收自支|财政|拨款|补助|公益[一二三]类|后勤|服务|[、和及])+'
/** What tells that a list of kinds is all of the posts: 共有行政编制…、事业编制…, or posts in front of it, 编制情况:行政编制…. */
const KIND = new RegExp(
  `^(.*?)((?:共有|总共|一共|共|总计|合计|(?:人员)?编制(?:情况|人数|总?数)?(?:为|包括|包含)?[:,]?)?)(${KINDS})编制(?:人数|数|共|为)*$`,
)

/** A kind of posts at the end of a text: what stands before it, and whether it begins a list of all kinds. */
export function kindIn(text: string): { readonly before: string; readonly isAll: boolean } | null {
  const [, before, all] = KIND.exec(text) ?? []
  return before === undefined ? null : { before, isAll: all !== '' }
}

/** Who serves no more. */
export const RETIRED = /离休|退休|离退/

/** Headings under which an office tells of its people. */
export const ABOUT_PEOPLE = /编制|人员|机构|概况|基本情况/

/** A number that is told of an office, with its page and how many retired it is told to count. */
export interface Count {
  readonly counted: Counted
  readonly value: number
  readonly page: number
  readonly retired: number
}
