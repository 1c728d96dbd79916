import type { Instant } from "../../calendar/clock.ts";
import { daysBetween, parseDay } from "../../calendar/day.ts";
import { koreanWeekday } from "../../calendar/koreanDay.ts";
import type { DayRule } from "../../calendar/zone.ts";
import { nfc } from "../../text/nfc.ts";
import { dateFromFolders, isBackupFolder } from "./dateFromFolders.ts";
import { dateFromHead } from "./dateFromHead.ts";
import { stemOf } from "./dateFromName.ts";
import { dateFromStamp, type Stamp } from "./dateFromStamp.ts";
import { dateWithin } from "./dateWithin.ts";
import { agree, type DateSource, type NoteDate, refines, type StatedDate } from "./noteDate.ts";
import { isProblem } from "./problemNumber.ts";
import { type FoundDate, scanDate } from "./scanDate.ts";

/** What may tell a note's date. A file's times on disk are not among it: they tell when it was copied. */
export interface DateEvidence {
  /** Below the notebook's root, `/` between its parts. */
  readonly path: string;
  /** One value of the front matter as text; `undefined` when it has no such key. */
  readonly field: (key: string) => string | undefined;
  /** The value of the first key that says it is the date in Korean: `작성일`, `⭕첫 학습날`. */
  readonly labelled?: () => string | undefined;
  /** The first lines of the body. */
  readonly head: string;
  readonly rule: DayRule;
}

interface Statement {
  readonly source: DateSource;
  readonly date: StatedDate;
  readonly instant?: Instant;
}

/**
 * The date a note states, as far as it is known: file name, then folders, front matter, `created`, headings and first
 * lines. A lower source that agrees may make a month or a year exact; one that does not agree changes nothing.
 * `month: 2025-05` in front matter, which imported notes carry, says that the day is not known; only a day in the
 * file's name stands above it.
 */
export function dateOf(evidence: DateEvidence): NoteDate | undefined {
  const { field, rule } = evidence;
  const parts = nfc(evidence.path).split("/");
  const folders = parts.slice(0, -1);
  const folder = dateFromFolders(folders);
  const stem = stemOf(parts.at(-1) ?? "");
  const own = isProblem(stem, folders) ? undefined : scanDate(stem, true);
  const ownDate = own?.date;
  const name = ownDate ?? (folder && dateWithin(stem, folder));
  const stamp = firstStamp(DATE_KEYS, field, rule) ?? stampIn(evidence.labelled?.(), rule);
  const created = firstStamp(CREATED_KEYS, field, rule);
  const statements: Statement[] = [];
  // A day in the middle of a name may be one it tells of (`서비스 종료 2025-08-01 안내`): what states the note's own wins.
  if (stamp && own && isFarFrom(stamp.date, stem, own)) {
    return withConflict({ source: "front-matter", ...stamp }, [{ source: "name", date: own.date }]);
  }
  if (name) statements.push({ source: "name", date: name });
  const isStated = (stamp ?? created)?.date.precision === "day";
  const isCopied = isStated && folder?.date.precision === "day" && folders.some(isBackupFolder);
  // A day that its week's folder has made of the name does not contradict the month by which the week is called.
  if (folder && !isCopied && (name === undefined || name === ownDate || agree(name, folder.date))) {
    statements.push({ source: "folder", date: folder.date });
  }
  if (stamp) statements.push({ source: "front-matter", ...stamp });
  if (created) statements.push({ source: "created", ...created });

  const month = firstStamp(["month"], field, rule)?.date;
  if (month?.precision === "month" && name?.precision !== "day") {
    return withConflict({ source: "front-matter", date: month }, statements);
  }
  // A file named after a month or a year is about all of it: its first `## 2021-08-09` is one of its sections.
  if (name === undefined && !statements.some(({ date }) => date.precision === "day")) {
    const heading = dateFromHead(evidence.head, rule.timeZone);
    if (heading) statements.push({ source: "heading", date: heading });
  }
  const [highest] = statements;
  if (highest === undefined) return undefined;
  const exact = statements.reduce((best, next) => (refines(next.date, best.date) ? next : best), highest);
  return withConflict(exact, statements);
}

/** Within so many days a name tells when a note was begun, or what it was written on. */
const NEAR = 7;

/**
 * Whether a day in a name, with words before it, is far from the one the note states. One with its right weekday
 * (`주간보고 2024-03-15(금)`) is the day that what is written of was held on.
 */
function isFarFrom(stated: StatedDate, stem: string, { date, start, end }: FoundDate): boolean {
  if (!/[\p{L}\d]/u.test(stem.slice(0, start))) return false;
  const [own, other] = [parseDay(date.text), parseDay(stated.text)];
  if (own === undefined || other === undefined || Math.abs(daysBetween(own, other)) <= NEAR) return false;
  const weekday = /^ ?\(?([월화수목금토일])(?:요일)?(?!\p{L})/u.exec(stem.slice(end))?.[1];
  return weekday === undefined || !koreanWeekday(own).startsWith(weekday);
}

/** What front matter calls the day a note is of. */
const DATE_KEYS = ["date"];

/** And the moment its file, or its page elsewhere, came to be. */
const CREATED_KEYS = [
  "created",
  "createdAt",
  "created_at",
  "created-at",
  "createdDate",
  "created_date",
  "created-date",
  "created date",
  "date_created",
  "date created",
  "date-created",
  "dateCreated",
  "pubDate",
  "pub_date",
  "pub-date",
  "publishDate",
  "publish-date",
  "publishedAt",
  "published_at",
  "published-at",
  "create",
  "createAt",
  "create_at",
  "createDate",
  "create_date",
  "created_time",
  "createdTime",
  "creationDate",
  "creation_date",
  "creation date",
  "pubDatetime",
  "publishedDate",
  "published_date",
  "published-date",
  "publish_date",
  "date_published",
  "datePublished",
  "post_date",
  "postDate",
  "posted",
  "postedAt",
  "posted_at",
  "regDate",
  "reg_date",
  "written",
  "생성일",
  // Of a page that was clipped it is another's day, and `created` is the writer's.
  "published",
];

function firstStamp(keys: readonly string[], field: DateEvidence["field"], rule: DayRule): Stamp | undefined {
  for (const key of keys) {
    const stamp = stampIn(field(key), rule);
    if (stamp) return stamp;
  }
  return undefined;
}

function stampIn(text: string | undefined, rule: DayRule): Stamp | undefined {
  return text === undefined ? undefined : dateFromStamp(text, rule.timeZone);
}

function withConflict({ source, date }: Statement, statements: readonly Statement[]): NoteDate {
  const { text, precision } = date;
  const instant = statements.find((other) => other.instant !== undefined && other.date.text === text)?.instant;
  // What a heading or `created` says besides is no contradiction: notes are copied, and headings speak of other days.
  const conflict = statements.find((other) => isBinding(other.source) && !agree(other.date, date));
  return {
    text,
    precision,
    source,
    ...(instant !== undefined && { instant }),
    ...(conflict && { conflict: { text: conflict.date.text, source: conflict.source } }),
  };
}

function isBinding(source: DateSource): boolean {
  return source === "name" || source === "folder" || source === "front-matter";
}
