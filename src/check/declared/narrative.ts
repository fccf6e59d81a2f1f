import { byDefinition, type ChangeSum, type Identity, identity, type StatedSum } from './identity.ts'
import { SAID } from './said.ts'
import { REPLACED_NAMES, SANGONG_BY_VEHICLES, SANGONG_ITEMS, SANGONG_WITHOUT_PURCHASE, VEHICLES } from './words.ts'

/** Sums inside the narrative that hold by the meaning of its words, and what its words say of its figures. */
const STATED: readonly Identity[] = [
  identity('share', 'N3', '占比＝部分÷合计（四舍五入） | a share is the part by the whole, rounded'),
  identity('growth', 'N4', '增长率＝增加额÷上年数 | growth is the increase by last year’s figure'),
  identity('year', 'N6', '比较的年度是上一年 | the year compared with is the last one', { code: 'year-wrong' }),
  identity(
    'stated-sum',
    'N9s',
    '说明中的三公经费＝出国＋用车＋接待 | 三公 of the narrative = travel + vehicles + hospitality as stated',
    { whole: /三公经费/, parts: SANGONG_ITEMS, least: 3 },
  ),
  identity(
    'stated-sum',
    'N9p',
    '说明中的三公经费＝出国＋接待＋购车＋车辆运行 | 三公 of the narrative = travel + hospitality + purchase + running of vehicles as stated',
    { whole: /三公经费/, parts: SANGONG_BY_VEHICLES, least: 4 },
  ),
  identity(
    'stated-sum',
    'N9r',
    '说明中的三公经费不少于接待＋车辆运行（＋出国） | 三公 of the narrative = hospitality + running of vehicles (+ travel), where no purchase is stated',
    { whole: /三公经费/, parts: SANGONG_WITHOUT_PURCHASE, least: 2, isOpen: 'always' },
  ),
  identity(
    'stated-sum',
    'N9v',
    '说明中的公务用车购置及运行费＝购置费＋运行费 | vehicles of the narrative = purchase + running as stated',
    { whole: /(?:公务用车|公车|车辆)购置(?:及|和|与)?运行/, parts: VEHICLES, least: 2 },
  ),
  identity('stated-sum', 'N10', '说明中的合计＝基本支出＋项目支出 | a total of the narrative = basic + project as stated', {
    whole: /^(?!.*收入(?!.*支))/,
    parts: [/^基本支出$/, /^项目支出$/, /^(?:事业单位)?经营支出$/, /^上缴上级支出$/, /^对附属单位补助支出$/],
    least: 2,
  }),
  identity(
    'stated-sum',
    'N10i',
    '说明中的收入总计＝本年收入＋年初结转结余 | total income of the narrative = this year’s + carried over',
    {
      whole: /收入(?:预算)?总/,
      parts: [/^收入$/, /^(?:上年)?(?:结转|结余)/, /^(?:使用|动用).*结余/],
      least: 2,
      isOpen: 'always',
    },
  ),
  identity(
    'stated-sum',
    'N10e',
    '说明中的支出总计＝本年支出＋年末结转结余 | total expenditure of the narrative = this year’s + left over',
    {
      whole: /支出(?:预算)?总/,
      parts: [/^支出$/, /^(?:年末|年终)?(?:结转|结余(?!分配))/, /^结余分配$/],
      least: 2,
      isOpen: 'always',
    },
  ),
  identity(
    'stated-sum',
    'N10b',
    '说明中的基本支出＝人员经费＋公用经费 | basic expenditure of the narrative = personnel + public as stated',
    { whole: /基本支出$/, parts: [/^人员(?:经费|支出)+$/, /^(?:日常)?公用(?:经费|支出)+$/], least: 2 },
  ),
  identity('stated-sum', 'N11', '政府采购＝货物＋工程＋服务 | procurement = goods + works + services', {
    parts: ['货物', '工程', '服务'].map(word => new RegExp(`${word}(?:类|项目|实际|采购|预算|支出|规模)*$`)),
    least: 2,
    isOpen: 'unless-all-named',
  }),
  identity(
    'stated-sum',
    'N23',
    '说明中的政府债务＝一般债务＋专项债务 | debt of a government = general + special debt as stated',
    {
      whole: /^(?!.*(?:一般|专项)债务).*债务/,
      parts: ['一般', '专项'].map(kind => new RegExp(`^(?:新增)?(?:地方)?(?:政府)?${kind}债务`)),
      least: 2,
    },
  ),
  identity(
    'stated-sum',
    'N28',
    '说明中的财政收入＝税收收入＋非税收入 | revenue of a government = taxes + other revenue as stated',
    {
      whole: /^(?!.*总收入).*收入/,
      parts: [/^(?!.*非税).*税收收入$/, /非税收入$/],
      least: 2,
    },
  ),
  identity('stated-sum', 'N29', '说明中的全国数＝中央＋地方 | the nation = the centre + the provinces as stated', {
    whole: /全国/,
    parts: [/^中央/, /^地方/],
    least: 2,
  }),
  ...['收入', '支出'].map(
    (side): Identity =>
      identity(
        'change-sum',
        side === '收入' ? 'N22i' : 'N22e',
        `财政拨款${side}增减额＝三本预算增减额之和 | the change of fiscal money (${side}) = the changes of its three funds`,
        {
          whole: new RegExp(`^财政拨款${side}$`),
          parts: ['一般公共', '政府性基金', '国有资本经营'].map(fund => new RegExp(`^${fund}(?:财政)?(?:拨款)?${side}$`)),
        },
      ),
  ),
  identity(
    'change-sum',
    'N22s',
    '三公经费增减额＝出国、用车、接待增减额之和 | the change of 三公 = the changes of its three items',
    { whole: /三公经费/, parts: SANGONG_ITEMS },
  ),
  identity(
    'change-sum',
    'N22p',
    '三公经费增减额＝出国、接待、购车、车辆运行增减额之和 | the change of 三公 = the changes of travel, hospitality, purchase and running of vehicles',
    { whole: /三公经费/, parts: SANGONG_BY_VEHICLES },
  ),
  identity('empty', 'N15', '称没有支出的表确为空表 | what is said to be empty is empty'),
  identity('said-name', 'N16', '科目名称为当年现行名称 | names of subjects are those of the year', {
    code: 'name-obsolete',
    replaced: REPLACED_NAMES,
  }),
  identity('direction', 'N17', '增减方向与数字一致 | the direction said agrees with the figures'),
  identity('change', 'N18', '增减额＝本年数－上年数 | a change is the difference to the figure it is compared with'),
  identity('completion', 'N19', '完成率＝决算数÷预算数 | what is spent of a budget is the account by the budget'),
]

/** Identities of the narrative with the tables and in itself. */
export const NARRATIVE: readonly Identity[] = [
  ...SAID,
  identity('said-class', 'N2c', '说明中各类支出＝收支总表对应行 | classes named in the narrative = the ledger'),
  identity('said-item', 'N7', '说明中各项支出＝一般公共预算支出表 | items of the narrative = the table', {
    kinds: ['bud.gpb', 'fin.05'],
  }),
  identity(
    'said-item',
    'N7f',
    '说明中政府性基金各项支出＝政府性基金支出表 | items of government funds in the narrative = their table',
    { kinds: ['bud.fund', 'fin.08'], underFund: true },
  ),
  identity(
    'said-item',
    'N7s',
    '说明中国有资本经营各项支出＝国有资本经营支出表 | items of state capital in the narrative = their table',
    { kinds: ['bud.soe', 'fin.09'], underFund: true },
  ),
  identity('item-sum', 'N7t', '说明中所列各项支出之和＝其总额 | items of the narrative add up to what is spent of their fund'),
  identity(
    'said-list',
    'N8',
    '人员、公用经费明细之和＝合计，且与基本支出表相同 | parts of personnel and public expenditure add up and repeat the table',
    { kinds: ['bud.gpb_basic', 'fin.06'] },
  ),
  identity(
    'said-sangong',
    'N9',
    '说明中的三公经费＝三公经费表（含政府性基金） | official travel, vehicles and hospitality = the tables of all funds',
    { funds: 'all' },
  ),
  identity(
    'said-sangong',
    'N9n',
    '说明中的三公经费＝一般公共预算三公经费表 | the same against the general public budget table alone',
    { funds: 'general' },
  ),
  identity('said-again', 'N26', '说明中各处所称的同一项金额相同 | an amount that the narrative tells again is the same'),
  identity('told-parts', 'N27', '其中所列各项之和＝其合计 | the parts that an amount is told in add up to it'),
  identity(
    'told-changes',
    'N30',
    '所列各项增减额之和＝其合计的增减额 | the changes of the parts that an amount is told in add up to its own',
  ),
  identity(
    'told-growth',
    'N31',
    '增长率＝本年数与所比之数之差÷所比之数 | growth is that from the one to the other of two figures told',
  ),
  identity('sangong-change', 'N20', '三公经费增减＝三公经费表两年之差 | changes of 三公 are those of its table'),
  identity(
    'sangong-previous',
    'N9y',
    '说明中的上年三公经费＝三公经费表的上年数 | 三公 of last year in the narrative = those its table prints',
  ),
  identity('stated-count', 'N12', '绩效项目数与金额等于各类之和 | projects by kind add up, in number and amount', {
    of: /项目|绩效|涉及预算$/,
    unit: '个',
    listed: { label: /特定目标类/, kinds: ['bud.gpb_project'] },
  }),
  identity('stated-count', 'N14', '单位数＝各类单位之和 | units by kind add up', {
    of: /单位|机构/,
    unit: '个',
  }),
  ...byDefinition([
    identity('stated-count', 'N32', '车辆数＝各类车辆之和 | vehicles by kind add up', { of: /车/, unit: '辆' }),
  ]),
  identity('repeated-change', 'N5', '同一金额各处所称的增减额相同 | an amount told again changed by the same figure'),
  ...byDefinition(STATED),
]

/** Sums that the narrative states of parts with names of their own. */
export const STATED_SUMS: readonly StatedSum[] = STATED.filter(one => one.form === 'stated-sum')
/** Changes of amounts that are told in parts with names of their own. */
export const CHANGE_SUMS: readonly ChangeSum[] = STATED.filter(one => one.form === 'change-sum')
