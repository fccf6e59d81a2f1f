/** Heads of tables that publishers print alike, in the notation of `HouseTable`. */

/** 收支总表: 收入 on the left, 支出 on the right. */
export const LEDGER_HEAD = `收入|<|支出|<
项目|预算数|项目|预算数`

/** 支出总表 and its kin, by subjects. */
export const EXPENSE_HEAD = '科目编码|科目名称|合计|基本支出|项目支出'

/** 三公 of a year, a column for each part. */
export const SANGONG_HEAD = `合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费
^|^|小计|公务用车购置费|公务用车运行费|^`

/** 三公 twice side by side, as it stands below two years or below 预算数 and 决算数. */
export const SANGONG_HEAD_TWICE = SANGONG_HEAD.replaceAll(/^.*$/gm, row => `${row}|${row}`)
