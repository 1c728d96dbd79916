/** Words for a year, by how far it is from this one. */
export const YEARS_FROM_NOW: ReadonlyMap<string, number> = new Map([
  ["재작년", -2],
  ["작년", -1],
  ["지난해", -1],
  ["올해", 0],
  ["금년", 0],
  ["내년", 1],
]);

/** Words for a month, without the space they may be written with. */
export const MONTHS_FROM_NOW: ReadonlyMap<string, number> = new Map([
  ["지지난달", -2],
  ["저저번달", -2],
  ["지난달", -1],
  ["저번달", -1],
  ["이번달", 0],
  ["이달", 0],
  ["다음달", 1],
]);
