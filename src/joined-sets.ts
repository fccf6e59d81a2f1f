/** Sets of the numbers below a size, joined two by two; `root` is the number that stands for the set of another. */
export function joinedSets(size: number) {
  const parent = Array.from({ length: size }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  const join = (one: number, other: number): void => {
    parent[root(one)] = root(other)
  }
  /** All sets, in the order of their first number. */
  const sets = (): number[][] => [...Map.groupBy(parent.keys(), root).values()]
  return { root, join, sets }
}
