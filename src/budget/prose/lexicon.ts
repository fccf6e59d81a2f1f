/**
 * The words of the sentences that tell money, by what they do there, as data: a letter a class, which the productions of
 * `phrase.ts` are written in. What no class has is a part of a name, an `n`; a year in digits is a `Y`, a figure a `#`, a sign a `p`.
 */
export const LEXICON = {
  /** The year before. */
  L: '上年 上年度 去年 去年度 上一年 上一年度 前一年 前一年度 上年同期 去年同期 上年度同期',
  /** This year, or a time in one. */
  T: '本年 今年 当年 年初 年中 年末 年底 年终 期末 期初 同期 调整 调整后 原来 原先 原',
  /** The same where it says nothing of the money. */
  t: '本年度 当年度 年度 累计 全年 全年度 截至 年内 执行中',
  /** What was planned, and what was done. */
  B: '预算 预算总额 预算任务 预算目标 预算指标',
  A: '决算 执行 完成数 实绩',
  /** That these are published, which is no part of the name behind it: 部门决算公开三公经费. */
  b: '部门预算公开 预算公开',
  P: '部门决算公开 决算公开',
  /** Words behind which stands what an amount is compared with. */
  C: '比 较 与 同 和 跟 同比 环比 相比 对比 比较 相较 较之 相较于 相比于',
  /** From what an amount came, and to what. */
  F: '由 从',
  O: '到 至',
  /** That it is another amount now, whichever way. */
  W: '调整为 调整到 调整至 变更为 变为 核定为',
  /** More, and what more is called; by one sign it is so behind a comparison only: 较上年多, 同比+. */
  U: '增加 增长 增收 增支 增 升 上升 提高 上涨 上调 调增 调高 核增 高出 多出 净增 净增加 新增 追增 多支 多收 多用 多花 多列 多支出 多安排 上浮 回升 攀升 跃升 激增 剧增 猛增 递增 大增 微增 涨',
  g: '增幅 升幅 涨幅 增速 增加金额',
  m: '多 高 + 提升 扩大',
  /** Less. */
  D: '减少 减收 减支 减 降 下降 降低 减低 压减 压缩 节约 节支 节省 缩减 下调 调减 调低 核减 削减 下滑 回落 负增长 净减 净减少 少支 少收 少用 少花 少列 少支出 少安排 压降 下浮 下跌 锐减 骤减 骤降 递减 大减 大降 微降 微减 跌 缩水 萎缩',
  h: '降幅 减幅 减少金额',
  l: '少 低 -',
  /** More or less than what stands behind: 低于上年决算数. */
  o: '高于 多于 大于',
  u: '低于 少于 小于',
  /** How much that is, behind it. */
  Z: '了 数 额 数额 幅 幅度 率 比例 比率',
  /** Nothing changed. */
  S: '持平 相同 一致 无变化 无增减变化 没有变化 没有增减变化 无增减',
  /** A part of a whole, and what it is called. */
  Q: '占 占到 占了 约占',
  q: '占比 比重 所占比例 所占比重 占比例 总额的比例 总数的比例 总量的比例 总额比例',
  /** How much of a budget was spent, and what that is called. */
  K: '完成',
  k: '完成率 完成比例 执行率 执行进度 支出进度 预算执行率 预算完成率',
  /** Several told together, each with its own, and all of them as one. */
  R: '分别 依次 各 各自 均',
  J: '两项 三项 四项 五项 两者 二者 三者 四者 前两项 前三项 两类 三类 合计 总计 小计 之和 相加',
  /** What only joins a name with its figure: as much as, and how it is told. */
  E: '为 相当于',
  I: '是 约 共 达 有 达到 计 共计 合计为 约为 只有 仅 仅为 已 已经 实有 一共 总共 控制在 万元 科目 尚有 最多 最大 最高 方面 近 将近 接近 逾',
  /** The same once more. */
  i: '即 仍 仍为 折合',
  /** What is left of a whole. */
  y: '其余 其余的 剩余 余下 余下的 剩下',
  /** What is done with money. */
  v: '安排',
  V: '列 列支 实支 使用 用去 用掉 花费 花去 开支 开销',
  /** What leads to a name. */
  H: '首先 首先是 其次 其次是 再次 再次是 最后 最后是 本部门 本单位 我局 我部门 我单位 其中 包括 包含 主要包括 收入包括 支出包括 收入主要包括 支出主要包括 主要收入为 主要支出为 涉及 通过 用于 相应',
  /** What is said by the way. */
  X: '实际 总体 整体 同口径 可比口径 自然口径 可比 净 略 再 又 进一步 继续 有所 大致 大幅 大幅度 小幅 小幅度 明显 显著 稳步 持续 快速 逐年 逐步',
  d: '的',
  /** What is left out of a comparison, and by what measure it is made, … */
  G: '剔除 扣除',
  a: '按 按照 在 考虑 不考虑 还原',
  /** … and how the words of that end: 扣除留抵退税因素后, 按自然口径计算, 在上年基础上. */
  M: '口径 计算 测算 比较口径 因素 因素后 影响 影响后 后 基础上 的基础上',
  /** From what it is to a target, which is no change since another time, … */
  N: '距 距离 离',
  /** … how targets are called, … */
  r: '目标 任务 计划 任务数 计划数 目标任务 计划任务 序时进度 时间进度 序时任务',
  /** … and that less than it came, or more, which some words say without one. */
  e: '差 还差 尚差 仍差 欠 尚欠 还欠 仍欠',
  x: '超 超过 超出 超额 超额完成',
  w: '短收 欠收 少增',
  f: '超收 超支 多增',
  /** Names that such words end or begin. */
  n: '预决算 公共预算 基金预算 经营预算 保险预算 增值税 审计 会计 统计 设计 净值 国有 所有 自有 保有 具有 下达 平均 人均 户均 车均 同级 较大 公共 共同 实训 在职 在编 占道 占地 占用 系列 陈列 公约 合约 预约 行为 高校 高等 高中 高职 高新 高速 高铁 高龄 低保 低收入 多种 少数 累计折旧 累计结余 累计盈余 累计摊销 在建 在校 在岗 近郊',
} as const
