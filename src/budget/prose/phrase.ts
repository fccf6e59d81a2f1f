import { tokensOf } from './lexer.ts'

/** How the words before a figure are put together: patterns over the classes of `lexicon.ts`. */
const PRODUCTIONS = {
  /** 比上年预算数, 由年初的, 剔除: what another amount is compared with, comes from, or is told without. */
  base: /^(?:[CF]X?(?:[LY]|[Tt]*B)|F[Tt]?d?$|G)/,
  without: /^G/,
  /** 按自然口径计算, 扣除留抵退税因素后: a comparison by a measure of its own. */
  measured: /^(?:aX|[aG][^MUD]*M)/,
  /** 由2024年的, or 公务接待费比2023年度: what it comes from, behind its name. */
  from: /F[LYTtBAZd]*$|(?<!^)C[LY][Tt]?[BA]?Z?d?$/,
  /** 增加到2025年的, 调整为: what it comes to. */
  to: /^p?(?:W|[UD][EO])[YTt]?[BA]?Z?d?$/,
  /** 减少为, 降至: what it came down or up to, and not by. */
  reached: /[UD][EO]$/,
  /** 上年为, 上年决算数: the figure of the year before. */
  last: /^L[Tt]*(?:[BAZ]|[EI]*$)/,
  /** How the words of the same money at another time begin: 2025年预算数为, 上年为. */
  otherTime: /^[QE]?[YTt]*[BA]|^[YTt]+[EI]*$|^L[Tt]*(?:[BAZ]|[EI]*$)/,
  /** 完成年初预算, 占预算, 财政拨款支出完成年初预算: what a percentage of a budget is of. */
  completed: /^(?:[KQE]|[^CQK]*n[ATt]*K)[^Q]*[rB]Z?$/,
  /** 占项目支出: what a share is of, told with its amount. */
  wholeOfShare: /Q[^Q]*n[^Q]*$/,
  completion: /[KE][^Q]*[rB]Z?#?d?$|Q[YTt]*[rB]Z?#?d?$|^[Tt]*K[EI]?$|k[EI]?$/,
  /** The budget at the end of a name. */
  ofBudget: /[Tt]*BZ?$/,
  /** 实际支出, 年末已执行: what was done with it. */
  spent: /^[^BbLY]*[APVX][^BbLY]*$/,
  budget: /^[^AP]*[Bb][^AP]*$/,
  account: /^[^Bb]*[AP]/,
  share: /Q|q[REI]*$/,
  /** 增加了, 降幅为, 较上年预算多. */
  change: /[UDgh]V?Z?[EIx]?$|(?:^|C[LYTtB]*Z?)[ml]V?$|[ml]Z$|C[XLYTtBAZRd]*[UD]V?n$|[ou](?:[LY]|[Tt]*B)[BAZ]*$/,
  /** 较上年增加, 同比减少: more or less of what was counted before. */
  compared: /C[XLYTtBAZRd]*[UDmlgh]V?Z?[EI]?$/,
  /** 距年度计划还差, 超年度任务, 较序时进度少, 短收: how far it is from a target, … */
  gap: /N[^p]*[elw]$|[ex]X?[LTt]*[rB]Z?[EI]?$|C[LYTtrB]*Z?[wf]Z?[EI]?$|C[Tt]*(?:[rB]Z?[ex]|rZ?X?[UDml]V?)Z?[EI]?$|^X?[wf]Z?[EI]?$/,
  /** 低于上年决算数: less than an amount, or by so much. */
  than: /[ou](?:[LY]|[Tt]*B)[BAZ]*$/,
  /** 同比减少收入, 比上年减少公务接待费: what changed stands behind the verb. */
  changedBehind: /(?<=C[XLYTtBAZRd]*[UD]V?)n$/,
  /** A clause that tells no more than what the next one speaks of: 公务接待方面. */
  topic: /^[^CUDghlmXQqKSRJ]*$/,
  /** 与上年: nothing changed since it. */
  since: /C[LY]/,
  /** Only which way it went: 减少了. */
  way: /^[UDgh]Z?[EI]?$/,
  /** 分别, 各: of several each its own. */
  each: /R/,
  /** What stands behind the name of what changed: 比上年, 各增加. */
  changing: /^C|C[XLYTtBUDghml]|[UDgh]|[ml]V?Z?$|[ou][LYTtB]/,
  less: /(?:[Dh]V?Z?[EIx]?|DV?n|u[LYTtB][TtBAZ]*|lV?Z?|[ew](?:X?[LTt]*[rB])?Z?[EI]?)$/,
  /** 上年为, 年末实际用掉, 即: the same money once more, at another time or in another measure. */
  again: /^(?=.*[LYTtBAVXi])[^nJ]*$/,
  /** 即: what was told right before, in other words. */
  restated: /^i/,
  /** 其中, 比上年预算数, 安排, 扣除留抵退税因素后: what stands before a name … */
  head: /^(?:[HvtbP]|[aG][^MUD]*M+|aX|T?Bv|[QE](?=[Tt]*B)|[CF]X?(?:[LY][Tt]*|[Tt]*(?=B))[BA]?Z?d?)+/,
  /** … and behind it: 预算数为, 年初安排, 降至. */
  tail: /(?:[BA](?:Z[EI]?|[EI])|Bv|[UD][EO]|[EIiQqRvTtKX])+$/,
  /** Words of which none is a name. */
  nameless: /^[YLTtCFOWUDghmlZQqKREIiyVvXdGH]*$/,
  /** Words that say no more of the money than how it is counted. */
  uncalled: /^[YLTtBACFOWUDghmlZQqKrREIiyVvXdGH]*$/,
} as const

/** Whether words are put together so. */
export const isPhrase = (words: string, production: keyof typeof PRODUCTIONS): boolean =>
  PRODUCTIONS[production].test(tokensOf(words).letters)

/** Where in some words a phrase begins; -1 where there is none. */
export function startOf(words: string, production: keyof typeof PRODUCTIONS): number {
  const { letters, tokens } = tokensOf(words)
  return tokens[letters.search(PRODUCTIONS[production])]?.from ?? -1
}

/** The name among some words: without what stands before and behind it; '' where no more than one character is left of several words. */
export function nameIn(words: string): string {
  const { text, letters, tokens } = tokensOf(words)
  const [head = ''] = PRODUCTIONS.head.exec(letters) ?? []
  const behind = letters.slice(head.length)
  const tail = behind.search(PRODUCTIONS.tail)
  const own = tail < 0 ? behind : behind.slice(0, tail)
  if (PRODUCTIONS.nameless.test(own)) return ''
  const [first, last] = [tokens[head.length], tokens[head.length + own.length - 1]]
  const name = first && last ? text.slice(first.from, last.to) : ''
  return name.length === 1 && tokens.length > 1 ? '' : name
}
