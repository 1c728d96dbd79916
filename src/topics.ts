export { BEGINNINGS } from "./core/post/beginnings.ts";
export { findSeries } from "./core/post/series/findSeries.ts";
export { markOf } from "./core/recall/history/gist.ts";
export { describeRelation } from "./core/recall/related/describeRelation.ts";
export { findRelated } from "./core/recall/related/findRelated.ts";
export { isTopic, readTopics } from "./core/recall/topics/readTopics.ts";
export { rowsBelow, topicRow } from "./core/recall/topics/topicRows.ts";
