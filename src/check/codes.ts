import type { Severity } from '../finding.ts'

/** What a finding of a code is about. */
export interface CodeEntry {
  readonly severity: Severity
  readonly title: { readonly zh: string; readonly en: string }
}

/** Every code that reading and checking a budget may give. */
export const CODES = {
  'identity-broken': { severity: 'error', title: { zh: '勾稽关系不成立', en: 'an accounting identity is broken' } },
  'identity-published': {
    severity: 'warning',
    title: { zh: '公开文件自身不一致', en: 'the published document contradicts itself' },
  },
  'identity-unexplained': {
    severity: 'info',
    title: { zh: '勾稽关系不成立，原因不明', en: 'an accounting identity fails, and it is not known why' },
  },
  'identity-rounding': { severity: 'info', title: { zh: '四舍五入误差', en: 'a rounding difference' } },
  'share-plugged': {
    severity: 'info',
    title: { zh: '占比为凑足 100% 而调整', en: 'a share was bent so that all add up to 100 %' },
  },
  'year-wrong': { severity: 'warning', title: { zh: '比较年度有误', en: 'compared with the wrong year' } },
  'basis-differs': { severity: 'info', title: { zh: '口径不同', en: 'said on another basis' } },
  'name-obsolete': { severity: 'info', title: { zh: '科目名称已更改', en: 'the name of a subject is obsolete' } },
  'name-unusual': {
    severity: 'info',
    title: { zh: '科目名称与通行名称不同', en: 'the name of a subject is not the usual one' },
  },
  'code-unusual': {
    severity: 'info',
    title: { zh: '科目编码与金额所示位置不符', en: 'a code is not that of the place its amounts prove' },
  },
  'tree-doubtful': {
    severity: 'warning',
    title: { zh: '哪些行属于哪一行存疑', en: 'which rows are parts of which is in doubt' },
  },
  'sangong-unread': {
    severity: 'warning',
    title: { zh: '三公经费表的合计未能读懂', en: 'the total of a 三公 table was not understood' },
  },
  'unit-contradiction': { severity: 'error', title: { zh: '金额单位矛盾', en: 'units of money contradict each other' } },
  'unit-doubtful': {
    severity: 'warning',
    title: {
      zh: '没有写明单位，也没有数字可以印证',
      en: 'no unit is printed, and no figure bears out the one of the document',
    },
  },
  'table-twice': { severity: 'info', title: { zh: '同类表格出现两次', en: 'a standard table appears twice' } },
  'column-unknown': { severity: 'info', title: { zh: '未识别的金额列', en: 'amount columns whose header is not known' } },
  'year-contradiction': {
    severity: 'warning',
    title: { zh: '表题年度与文件年度不同', en: 'the year of a table title is not that of the document' },
  },
  'amount-unreadable': {
    severity: 'warning',
    title: { zh: '金额列中有不能识别的内容', en: 'an amount column holds what is no amount' },
  },
} as const satisfies Readonly<Record<string, CodeEntry>>

export type FindingCode = keyof typeof CODES
