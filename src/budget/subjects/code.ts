import { endsAsOffice } from '../document/office-names.ts'

/** 功能分类 (201–234), 部门经济分类 (301–399), 政府经济分类 (501–599), or the code of a unit. */
export type CodeKind = 'function' | 'economic' | 'government-economic' | 'unit'

/** A list of subjects. */
export type ListedKind = Exclude<CodeKind, 'unit'>

/** Which list a code belongs to, by its shape alone: 3, 5 or 7 digits and the first one; null when it fits none. */
export function codeKindOf(code: string): ListedKind | null {
  if (/^2[0-3]\d(?:\d\d){0,2}$/.test(code)) return 'function'
  if (/^3(?:0[1-9]|1[0-3]|99)(?:\d\d){0,2}$/.test(code)) return 'economic'
  if (/^5(?:0[1-9]|1[0-5]|99)(?:\d\d)?$/.test(code)) return 'government-economic'
  return null
}

/** Whether one code lies under another: `20103` under `201`. */
export const isUnder = (code: string, ancestor: string): boolean => code.length > ancestor.length && code.startsWith(ancestor)

/** So many codes of a list, half of them below others, are no figures by chance. */
const FEWEST_CODES = 4

/** Whether texts are codes of subjects that lie under each other, `208`, `20805`, `2080501`, as far as they are of a list at all. */
export function nestAsCodes(texts: readonly string[]): boolean {
  const codes = new Set(texts.filter(text => codeKindOf(text) !== null))
  const under = [...codes].filter(code => code.length > 3 && codes.has(code.slice(0, -2)))
  return codes.size >= FEWEST_CODES && 2 * under.length >= codes.size
}

/** The code of a project, 11000026T000003456789: region, year, kind and number; what it begins with is no code of a unit. */
export const PROJECT_CODE = /^\d{6,9}[A-Z]\d{6,}[-_—:]?(?=.)/

/** A code and a name that share a cell, `2080501-行政单位离退休` or `[205]教育支出`; null when there is no code in front: digits that run into a name are one of a list, or of an office, and no other (12345热线). */
export function codeInLabel(label: string): { readonly code: string; readonly name: string } | null {
  const match = /^[[(]?(\d{3,9})([\])]?[-_—:、.]?)(?=\D)(.+)$/.exec(label)
  const [, code, parting, name] = match ?? []
  if (code === undefined || name === undefined || (parting === '' && /^(?:[年月日万元%]|[-—]\d)/.test(name))) return null
  return parting !== '' || codeKindOf(code) !== null || endsAsOffice(name) ? { code, name } : null
}
