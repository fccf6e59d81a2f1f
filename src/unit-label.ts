import { simplified } from './traditional.ts'

/** What stands between a label and what it says, as it is typed: half-width, full-width, small, upright, the sign of a ratio, a slip of the key beside. */
export const COLON = '[:：﹕︰∶;；]'

/** A unit of money with its label, 单位：万元, in text without white space. */
export const UNIT_LABEL = `(?:金额|货币|计量|计价)?单位${COLON}(?:人民币)?[百千万亿]*元`
const ALONE = new RegExp(`^[(（]?${UNIT_LABEL}[)）]?$`)

/** Whether the text is the label of a unit and nothing else, as it stands over tables. */
export const isUnitLabel = (text: string): boolean => ALONE.test(simplified(text.replace(/\s/g, '')))
