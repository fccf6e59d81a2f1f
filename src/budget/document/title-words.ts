import { plain } from '../label.ts'

/** What titles of tables speak of, as data; longer words before those they contain. Two titles with the same topics and no other words name one table. */
export const TITLE_WORDS: readonly (readonly [topic: string, pattern: RegExp])[] = [
  ['sangong', /三公经费(?:预算|支出)?(?:增减)?变[化动]|三公经费|三公/g],
  ['review', /自评/g],
  ['goals', /绩效目标|绩效/g],
  ['whole', /整体/g],
  ['services', /政府(?:向社会(?:力量)?)?购买服务/g],
  ['procurement', /政府采购/g],
  ['operations', /机[关构]运行(?:经费)?|行政经费/g],
  ['carry', /上年结转|结转/g],
  ['from-above', /上级(?=税收返还|转移支付)/g],
  ['transfer', /转移性?支付|税收返还/g],
  ['bond-use', /(?:一般|专项)?债[务券](?:资金|项目)*(?:安排|使用)|债[务券]项目实施/g],
  ['bond-service', /(?:一般|专项)?债[务券](?:发行)?[及和、]?(?:还本付息|付息还本)/g],
  ['bond-advance', /(?:一般|专项)?债[务券]限额提前下达/g],
  ['general-debt', /一般债[务券]/g],
  ['special-debt', /专项债[务券]/g],
  ['debt', /债务|债券/g],
  ['carried-out', /(?:预算)?执行/g],
  ['balance', /平衡/g],
  ['surplus', /(?<=社会保险基金.*)(?:年末)?(?:滚存)?结余/g],
  ['insurance', /社会保险基金(?:预算)?/g],
  [
    'one-insurance',
    /(?:城乡居民|企业职工|城镇职工|机关事业单位|职工)?(?:基本养老|基本医疗|失业|工伤|生育)保险(?:\(含生育保险\))?基金(?:预算)?/g,
  ],
  ['special-account', /财政专户(?:管理|核拨)?/g],
  ['assets', /国有资产(?:占[有用])?(?:[和及、]?使用)?/g],
  ['non-tax-plan', /非税收入(?:征[收缴])?计划/g],
  ['investment-plan', /政府投资(?:项目)?计划/g],
  ['fund', /政府性基金(?:预算)?/g],
  ['soe', /国有资本经营(?:预算)?/g],
  ['gpb', /(?:一般)?公共预算/g],
  ['fiscal', /财政拨款/g],
  ['economic', /经济(?:分类|科目)/g],
  ['function', /功能/g],
  ['basic', /基本(?=支出)/g],
  ['project', /项目|专项业务经费|专项/g],
  ['income', /收入/g],
  ['expense', /支出/g],
]

const MONEY_TOPICS = ['fiscal', 'gpb', 'expense', 'income', 'basic', 'carry', 'function', 'economic']

/** Topics that say more than others, which say nothing new beside them: 三公 and goals whatever money they are of, a fund more than 财政拨款. */
export const TOPICS_ABSORBED: Readonly<Record<string, readonly string[]>> = {
  sangong: [...MONEY_TOPICS, 'operations', 'project', 'procurement'],
  goals: [...MONEY_TOPICS, 'fund', 'soe'],
  income: ['function'],
  project: ['economic', 'function'],
  transfer: ['project', 'expense', 'whole'],
  procurement: [...MONEY_TOPICS, 'fund', 'soe', 'project', 'services'],
  services: [...MONEY_TOPICS, 'fund', 'soe', 'project'],
  operations: MONEY_TOPICS,
  gpb: ['fiscal'],
  fund: ['fiscal'],
  soe: ['fiscal'],
}

/** Words of titles that tell no two tables apart. */
export const TITLE_FILLER =
  /会议费|培训费|近[两二三四五]年|政策|批复|公开|开支|中央|对地方|区域|限额|余额|分地区|分项目|对下?[省市县区乡镇]+|对下级?|(?:地方)?政府(?!性基金|采购)|行政(?:参公|事业)|财务|(?:其[他它])?运转类|公用经费|其[他它]|重点|一般性|特定目标类|人员类|[一二]级|资产配置|购买服务|(?<!部门)预算|决算|安排|资金|拨款|对比|汇总|结果|年初|新增|再融资|本次下达|另文下达|分类|科目|总体|综合|情况|明细|当年|本年|本级|财政|统计|填报|申报|录入|信息|数|按|到[类款项]级?|[总表分的及和与及、,/\s]/g

/** Words that name the account a table belongs to; 公共预算, 基金预算 and 经营预算 name funds, not accounts. */
const ACCOUNT_WORDS: readonly (readonly [account: 'budget' | 'final-accounts', pattern: RegExp])[] = [
  ['final-accounts', /决算|自评|统计数/],
  ['budget', /(?<!公共|基金|经营)预算/],
]

/** The account that words of a title or a head name; null where they name none. */
export const accountIn = (text: string): 'budget' | 'final-accounts' | null =>
  ACCOUNT_WORDS.find(([, pattern]) => pattern.test(plain(text)))?.[0] ?? null

/** Years that a title names; of 2021—2023年 and of 2023年预算执行和2024年预算 there are two. */
const IN_TITLE = /(20\d\d)(?=年|[-—–~至]20\d\d)/g

/** The one year that the title of a table names; null where it names none or several. */
export function yearOfTitle(title: string | null): number | null {
  const [year, ...others] = new Set(plain(title ?? '').match(IN_TITLE))
  return year === undefined || others.length > 0 ? null : Number.parseInt(year, 10)
}
