import { parseDay } from "../src/core/calendar/day.ts";
import type { CacheStore } from "../src/core/notebook/cacheStore.ts";
import { NEVER_CANCELLED } from "../src/core/notebook/files.ts";
import type { NotebookRecords } from "../src/core/notebook/records.ts";
import { pause } from "../src/core/pause.ts";
import { NoteSearch } from "../src/core/search/noteSearch.ts";
import { decodeText } from "../src/core/text/decode.ts";
import { initialsOf, keystrokes } from "./keystrokes.ts";
import { CONCURRENCY, collectGarbage, timed } from "./measure.ts";
import { longestBlock, type Subject } from "./subject.ts";

/** Milliseconds, and bytes for each note. */
export interface SearchFigures {
  /** From a key to the last of its hits; of all keystrokes once each, with nothing looked into before. */
  readonly p50: number;
  readonly p95: number;
  readonly slowest: number;
  /** Making the index of texts from the files. */
  readonly build: number;
  readonly buildLongestBlock: number;
  /** Having it from the cache. */
  readonly restore: number;
  readonly restoreLongestBlock: number;
  readonly searchLongestBlock: number;
  readonly heapPerNote: number;
  readonly buffersPerNote: number;
}

const TODAY = "2025-06-10";
const TYPED = [
  "카프카",
  "정규표현식을",
  "트랜잭션",
  "가비지 컬렉션",
  "까닭을 알게",
  "max.poll",
  "hikari pool",
  "#자바 인덱스",
  "종류:til 캐시",
  "2020-05 배포",
  "지난달 로그",
  "ㅌㄹㅈㅅ",
  "ㄱㅂㅈ ㅋㄹㅅ",
  "레ㄷㅅ",
  "없는낱말이다",
];
const WARM_UP = ["쿼리 느려진", "ㄴㄹㅈ ㄲㄷ", "이벤트 루프", "#회사 운동"];
/** Words are taken from notes at these places of the notebook. */
const PLACES = [0.05, 0.2, 0.41, 0.63, 0.77, 0.98];

export async function measureSearch(
  { files, count }: Subject,
  records: NotebookRecords,
  cache: CacheStore,
): Promise<SearchFigures> {
  const { index } = records;
  const keep = { cache, stampOf: (path: string) => records.stampOf(path) };
  const open = (): Promise<NoteSearch> =>
    NoteSearch.over({ files, index, concurrency: CONCURRENCY, cancellation: NEVER_CANCELLED, keep });
  index.notes();
  collectGarbage();
  await pause();
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const building = await open();
  let build = 0;
  const buildLongestBlock = await longestBlock(async () => {
    build = await timed(() => building.readTexts());
  });
  collectGarbage();
  const heap = process.memoryUsage().heapUsed - before;
  const search = await open();
  let restore = 0;
  const restoreLongestBlock = await longestBlock(async () => {
    restore = await timed(() => search.readTexts());
  });
  // The engine compiles what runs often; that is no cost of a keystroke.
  for (const text of WARM_UP) for (const state of keystrokes(text)) await look(building, state);
  const typed = await wordsToType(files, records);
  const times: number[] = [];
  const searchLongestBlock = await longestBlock(async () => {
    for (const text of typed) for (const state of keystrokes(text)) times.push(await timed(() => look(search, state)));
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    p50: at(0.5),
    p95: at(0.95),
    slowest: at(1),
    build,
    buildLongestBlock,
    restore,
    restoreLongestBlock,
    searchLongestBlock,
    heapPerNote: heap / count,
    buffersPerNote: building.texts.byteLength / count,
  };
}

async function look(search: NoteSearch, query: string): Promise<void> {
  const today = parseDay(TODAY);
  if (today === undefined) throw new RangeError(TODAY);
  await search.search(query, { today, limit: 50, cancellation: NEVER_CANCELLED });
}

/** The fixed ones, and words of the notes themselves: as they are and by their initials. */
async function wordsToType(files: Subject["files"], { index }: NotebookRecords): Promise<readonly string[]> {
  const notes = index.notes();
  const words = await Promise.all(
    PLACES.map(async (place) => {
      const note = notes[Math.floor(place * notes.length)];
      const text = note === undefined ? "" : decodeText(await files.read(note.path)).text;
      const long = text.split(/\s+/).filter((word) => /^[가-힣]{4,6}$/.test(word));
      return long[Math.floor(long.length / 2)] ?? "";
    }),
  );
  return [...TYPED, ...words.flatMap((word) => [word, initialsOf(word)])];
}
