import { plain } from '../../budget/label.ts'

/** A head that begins with a year, 2025年预算数, or with the end of one, 截至2024年底已安排; or with the last one, whose money is not what it left. */
const OF_YEAR = /^(?:[(（]|截[至止])?(20\d\d)年/
const OF_LAST_YEAR = /^(?:上年|去年)(?!.*(?:结转|结余|余额))/

/** A row called by a year and what is told of it: 2022年预算数, 一、2022年末地方政府债务余额; a project that begins with a year is of none. */
const ROW_OF_YEAR =
  /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|\d+[.、])?(?:截[至止])?(20\d\d)年(?:度|末|底)?[^\d]*(?:(?:预算|决算|执行|完成)数?|限额|余额(?:实际数)?|(?:发行|还本|付息)(?:额|支出)?)$/

/** Whether heads name the year before that of their table, whichever it is. */
export const isOfLastYear = (path: readonly string[]): boolean =>
  path.some(head => OF_LAST_YEAR.test(head.replaceAll(/\s/g, '')))

/** The year that the heads of a column name, the lowest that names one, or by 上年 the one before that of the table; null where none does. */
export function yearOfHeads(path: readonly string[], ofTable: number | null): number | null {
  const own = path.flatMap(head => OF_YEAR.exec(head.replaceAll(/\s/g, ''))?.[1] ?? []).at(-1)
  if (ofTable !== null && isOfLastYear(path)) return ofTable - 1
  return own === undefined ? null : Number.parseInt(own, 10)
}

/** The year that the name of a row says its figures are of; null where it says none. */
export function yearOfRow(label: string | null): number | null {
  const year = ROW_OF_YEAR.exec(plain(label ?? ''))?.[1]
  return year === undefined ? null : Number.parseInt(year, 10)
}
