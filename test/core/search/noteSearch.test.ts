import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, parseDay } from "../../../src/core/calendar/day.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { NoteSearch, type SearchHit } from "../../../src/core/search/noteSearch.ts";
import { initialOf, searchable } from "../../../src/core/text/hangul.ts";
import { hashBytes } from "../../../src/core/text/hashBytes.ts";
import { MemoryCache } from "../../support/memoryCache.ts";
import { type MemoryNotebook, memoryNotebook } from "../../support/notebook.ts";

function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(text);
  return parsed;
}

const TODAY = day("2025-06-10");

type Contents = Readonly<Record<string, string>>;

interface Searched {
  readonly notebook: MemoryNotebook;
  readonly search: NoteSearch;
}

async function open(contents: Contents): Promise<Searched> {
  const notebook = await memoryNotebook(contents);
  const { files, index } = notebook;
  return { notebook, search: await NoteSearch.over({ files, index, concurrency: 4, cancellation: NEVER_CANCELLED }) };
}

async function indexed(contents: Contents): Promise<Searched> {
  const opened = await open(contents);
  await opened.search.readTexts();
  return opened;
}

function find({ search }: Searched, query: string, limit = 1_000): Promise<readonly SearchHit[]> {
  return search.search(query, { today: TODAY, limit, cancellation: NEVER_CANCELLED });
}

const marked = ({ note, level, line }: SearchHit): string => {
  if (line === undefined) return `${note.path} ${level}`;
  let text = "";
  let end = 0;
  for (const [from, to] of line.matches) {
    text += `${line.text.slice(end, from)}[${line.text.slice(from, to)}]`;
    end = to;
  }
  return `${note.path} ${level} ${line.line + 1}: ${text}${line.text.slice(end)}`;
};

const NOTES: Contents = {
  "2025-05-03.md":
    "---\ntitle: 카프카 리밸런싱\ncategories: [TIL]\ntags: [Study/Kafka]\n---\n\n## 레디스와 견주기\n\n- 파티션을 다시 나눈다\n",
  "2025-05-20.md": "---\ntitle: 오늘의 토막글 95\n---\n\n- 정규표현식을 배웠다\n- 카프카 이야기\n",
  "2025-06-01.md": "---\ntitle: 캐시\ntags: [카프카]\n---\n\nRedis 만료키\r\n둘째 줄의 Kafka\r\n",
  "2025-06-02.md": "---\ntitle: 장\n---\n\n# 카프카의 장\n\n```\n# 카프카가 아닌 제목\n```\n",
  "2024-05-01.md": "# 지난해\n\n닭이 울었다. 카프를 읽었다. 과자\n".normalize("NFD"),
  "메모.md": "날짜 없이 적은 카프카\n",
};

describe("a query", () => {
  it.each([
    [
      "카프카",
      "2025-05-03.md title\n2025-06-01.md tag\n2025-06-02.md heading 5: # [카프카]의 장\n2025-05-20.md body 6: - [카프카] 이야기\n메모.md body 1: 날짜 없이 적은 [카프카]",
    ],
    ["표현식", "2025-05-20.md body 5: - 정규[표현식]을 배웠다"],
    ["ㅍㅎㅅ", "2025-05-20.md body 5: - 정규[표현식]을 배웠다"],
    ["ㄹㄷㅅ", "2025-05-03.md heading 7: ## [레디스]와 견주기"],
    ["레ㄷㅅ", "2025-05-03.md heading 7: ## [레디스]와 견주기"],
    ["표현식".normalize("NFD"), "2025-05-20.md body 5: - 정규[표현식]을 배웠다"],
    ["KAFKA", "2025-05-03.md tag\n2025-06-01.md body 7: 둘째 줄의 [Kafka]"],
    [
      "울었",
      `2024-05-01.md body 3: ${"닭이 ".normalize("NFD")}[${"울었".normalize("NFD")}]${"다. 카프를 읽었다. 과자".normalize("NFD")}`,
    ],
    ["카프카 파티션", "2025-05-03.md body 9: - [파티션]을 다시 나눈다"],
    ["배웠다 이야기", "2025-05-20.md body 5: - 정규표현식을 [배웠다]"],
    ["카프카 없는말", ""],
    ["#kafka", "2025-05-03.md tag"],
    ["#study", "2025-05-03.md tag"],
    ["#study 견주기", "2025-05-03.md heading 7: ## 레디스와 [견주기]"],
    ["종류:til", "2025-05-03.md title"],
    ["종류:토막글 카프카", "2025-05-20.md body 6: - [카프카] 이야기"],
    ["종류:ㅌㅁ", "2025-05-20.md title"],
    ["종류:없음", ""],
    ["카프카 2025-05", "2025-05-03.md title\n2025-05-20.md body 6: - [카프카] 이야기"],
    ["지난달 카프카", "2025-05-03.md title\n2025-05-20.md body 6: - [카프카] 이야기"],
    ["5월", "2025-05-20.md title\n2025-05-03.md title\n2024-05-01.md title"],
    ["5월 작년", "2024-05-01.md title"],
    ["2025-06-01", "2025-06-01.md title"],
    ["2024", "2024-05-01.md title"],
    ["닭", `2024-05-01.md body 3: [${"닭".normalize("NFD")}]${"이 울었다. 카프를 읽었다. 과자".normalize("NFD")}`],
  ])("%s", async (query, expected) => {
    expect((await find(await indexed(NOTES), query)).map(marked).join("\n")).toBe(expected);
  });

  it("of nothing shows the newest notes, undated ones last", async () => {
    const paths = (await find(await indexed(NOTES), " ")).map(({ note }) => note.path);
    expect(paths).toEqual([
      "2025-06-02.md",
      "2025-06-01.md",
      "2025-05-20.md",
      "2025-05-03.md",
      "2024-05-01.md",
      "메모.md",
    ]);
  });

  it("finds a word at every step of its composition", async () => {
    const searched = await indexed({ "a.md": "관계형 데이터\n", "b.md": "읽고 닭을 본다\n" });
    for (const step of ["ㄱ", "고", "과", "관", "관ㄱ", "관계", "관곟", "관계혀", "관계형"]) {
      expect((await find(searched, step)).map(({ note }) => note.path)).toContain("a.md");
    }
    for (const step of ["ㄷ", "다", "달", "닭", "닭ㅇ", "닭으", "닭을"]) {
      expect((await find(searched, step)).map(({ note }) => note.path)).toContain("b.md");
    }
  });

  it("stops at the limit", async () => {
    expect(await find(await indexed(NOTES), "카프카", 3)).toHaveLength(3);
  });
});

describe("before the texts are read", () => {
  it("tells what titles and tags say at once", async () => {
    const searched = await open(NOTES);
    const early: string[][] = [];
    await searched.search.search("카프카", {
      today: TODAY,
      limit: 50,
      cancellation: NEVER_CANCELLED,
      onNamed: (hits) => early.push(hits.map(marked)),
    });
    expect(early).toEqual([["2025-05-03.md title", "2025-06-01.md tag"]]);
  });

  it("looks into a few new notes all the same, and into all when asked to", async () => {
    const contents = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`${index}.md`, `글 ${index}번째\n`]),
    );
    const searched = await open(contents);
    expect(await find(searched, "번째")).toHaveLength(64);
    const options = { today: TODAY, limit: 1_000, cancellation: NEVER_CANCELLED, thorough: true };
    expect(await searched.search.search("번째", options)).toHaveLength(100);
  });

  it("does not look into texts once it is cancelled", async () => {
    const searched = await open(NOTES);
    const reads = searched.notebook.files.reads.length;
    const options = { today: TODAY, limit: 50, cancellation: { aborted: true } };
    expect(await searched.search.search("카프카", options)).toEqual([]);
    expect(searched.notebook.files.reads).toHaveLength(reads);
  });
});

function put({ notebook, search }: Searched, path: string, text: string | undefined): void {
  if (text === undefined) {
    notebook.files.contents.delete(path);
    notebook.index.apply({ removed: [path] });
  } else {
    notebook.files.put(path, text);
    notebook.index.apply({ read: new Map([[path, readNotes(path, text, notebook.rules)]]) });
  }
  search.follow([path]);
}

describe("a change", () => {
  it("is found, and what was there before is not", async () => {
    const searched = await indexed(NOTES);
    await find(searched, "정규표현식");
    put(searched, "2025-05-20.md", "---\ntitle: 고친 글\n---\n\n새로운 낱말\n");
    expect(await find(searched, "정규표현식")).toEqual([]);
    expect((await find(searched, "새로운")).map(marked)).toEqual(["2025-05-20.md body 5: [새로운] 낱말"]);
    await searched.search.readTexts();
    expect((await find(searched, "새로운")).map(marked)).toEqual(["2025-05-20.md body 5: [새로운] 낱말"]);
    put(searched, "2025-05-20.md", undefined);
    expect(await find(searched, "새로운")).toEqual([]);
  });
});

describe("kept from one time to the next", () => {
  const contents = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`${index}.md`, `글 하나 표식${index}째\n`]),
  );

  async function reopened({ notebook }: Searched, cache: MemoryCache): Promise<Searched> {
    const { files, index } = notebook;
    const search = await NoteSearch.over({
      files,
      index,
      concurrency: 4,
      cancellation: NEVER_CANCELLED,
      keep: {
        cache,
        stampOf: (path) => {
          const bytes = files.contents.get(path);
          return bytes instanceof Uint8Array ? hashBytes(bytes) : undefined;
        },
      },
    });
    await search.readTexts();
    return { notebook, search };
  }

  const reads = ({ notebook }: Searched): number => notebook.files.reads.length;

  it("is not read again, but for what has changed", async () => {
    const cache = new MemoryCache();
    const first = await reopened(await open(contents), cache);
    const before = reads(first);
    put(first, "7.md", "다른 글\n");
    const second = await reopened(first, cache);
    expect(reads(second) - before).toBe(1);
    expect((await find(second, "표식31째")).map(marked)).toEqual(["31.md body 1: 글 하나 [표식31째]"]);
    expect(await find(second, "표식7째")).toEqual([]);
    expect((await find(second, "다른")).map(marked)).toEqual(["7.md body 1: [다른] 글"]);
  });

  it("is thrown away when it is damaged, wherever that is", async () => {
    const cache = new MemoryCache();
    await reopened(await open(contents), cache);
    const whole = cache.contents.get("texts-0") ?? new Uint8Array();
    expect(whole.length).toBeGreaterThan(1_000);
    const damaged = [
      ...[0, 5, 30, Math.floor(whole.length / 2), whole.length - 9].map((at) =>
        whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      ),
      whole.slice(0, -4),
      whole.slice(0, 10),
      new Uint8Array(),
    ];
    for (const bytes of damaged) {
      cache.contents.set("texts-0", bytes);
      const again = await reopened(await open(contents), cache);
      expect(await find(again, "표식299째")).toHaveLength(1);
      expect(reads(again)).toBeGreaterThan(600);
    }
  });
});

it("finds a section of a file in the note whose part it is", async () => {
  const text = "# 일기\n\n## 2025-05-01\n\n봄비\n\n## 2025-05-02\n\n봄볕\n";
  const { notebook } = await open({ "일기.md": text });
  const second = text.indexOf("## 2025-05-02");
  const [whole] = notebook.index.notes();
  if (whole === undefined) throw new Error("no note");
  const sections = [
    { ...whole, title: "하루", range: { start: text.indexOf("## 2025-05-01"), end: second, line: 2 } },
    { ...whole, title: "이틀", range: { start: second, end: text.length, line: 6 } },
  ];
  notebook.index.apply({ read: new Map([["일기.md", sections]]) });
  const { files, index } = notebook;
  const search = await NoteSearch.over({ files, index, concurrency: 4, cancellation: NEVER_CANCELLED });
  await search.readTexts();
  const hits = await find({ notebook, search }, "봄볕");
  expect(hits.map(({ note, line }) => [note.title, line?.line])).toEqual([["이틀", 8]]);
});

describe("against a scan of every text", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "카프카",
      "카페",
      "캎",
      "관계",
      "과자",
      "값",
      "갑",
      "닭",
      "달걀",
      "ㅋㅋㅋ",
      "ㄳ",
      "토막글",
      "Kafka",
      "redis",
      "a",
      "𠮷野家",
      "🙂",
      "c++",
      "정규표현식을",
    ),
    fc.string({
      unit: fc.integer({ min: 0xac00, max: 0xac00 + 600 }).map((code) => String.fromCharCode(code)),
      minLength: 1,
      maxLength: 6,
    }),
    fc.string({ unit: fc.constantFrom(..."가각간나다닭ㄱㄴㅏabA.·#"), minLength: 1, maxLength: 8 }),
  );
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const noteFile = fc
    .record({ title: word, lines: fc.array(line, { maxLength: 6 }), heading: fc.option(line), isNfd: fc.boolean() })
    .map(({ title, lines, heading, isNfd }) => {
      const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${heading === null ? "" : `## ${heading}\n`}${lines.join("\n")}\n`;
      return isNfd ? text.normalize("NFD") : text;
    });
  const part = fc.record({
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 7 }),
    form: fc.constantFrom("as is", "initials", "mixed", "nfd", "upper"),
  });

  it("finds the same notes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(noteFile, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        part,
        part,
        fc.boolean(),
        async (files, pick, one, two, isTwo) => {
          const contents = Object.fromEntries(files.map((text, index) => [`노트 ${index}.md`, text]));
          const searched = await indexed(contents);
          const source = searchable(files[pick % files.length] ?? "").split("---\n\n")[1] ?? "";
          const query = [one, ...(isTwo ? [two] : [])]
            .map((cut) => partOf(source, cut))
            .filter(Boolean)
            .join(" ");
          // What the words of a query mean besides themselves has its own tests.
          fc.pre(query.trim() !== "" && !/(?:^|\s)#/.test(query) && !/(?:^|\s)\d/.test(query));
          const found = (await find(searched, query)).map(({ note }) => note.path).sort();
          expect(found).toEqual(scan(searched, query).sort());
          expect(found).toContain(`노트 ${pick % files.length}.md`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("finds the same notes after any changes, read in any portions", async () => {
    const change = fc.record({ note: fc.nat(11), text: fc.option(noteFile), isRead: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), part, async (changes, cut) => {
        const searched = await indexed({ "노트 0.md": "처음부터 있던 글\n" });
        let last = "";
        for (const { note, text, isRead } of changes) {
          put(searched, `노트 ${note}.md`, text ?? undefined);
          last = text ?? last;
          if (isRead) await searched.search.readTexts();
        }
        const query = partOf(searchable(last).split("---\n\n")[1] ?? "글", cut);
        fc.pre(query.trim() !== "" && !/^[#\d]/.test(query));
        expect((await find(searched, query)).map(({ note }) => note.path).sort()).toEqual(scan(searched, query).sort());
      }),
      { numRuns: 100 },
    );
  });

  function partOf(source: string, { from, length, form }: { from: number; length: number; form: string }): string {
    const words = source.split(/\s+/).filter((candidate) => candidate !== "");
    const chosen = words[from % Math.max(1, words.length)] ?? "";
    const start = from % Math.max(1, chosen.length);
    const text = chosen.slice(start, start + length);
    if (form === "initials") return [...text].map((unit) => initialOf(unit) ?? unit).join("");
    if (form === "mixed")
      return [...text].map((unit, index) => (index % 2 === 0 ? unit : (initialOf(unit) ?? unit))).join("");
    if (form === "nfd") return text.normalize("NFD");
    return form === "upper" ? text.toUpperCase() : text;
  }

  /** Every word somewhere in the title, a tag or the body, looked for one character after the other. */
  function scan({ notebook }: Searched, query: string): string[] {
    return notebook.index.notes().flatMap((note) => {
      const bytes = notebook.files.contents.get(note.path);
      const text = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : "";
      const places = [note.title, ...note.tags, text.slice(text.indexOf("\n---\n") + 5)].map(searchable);
      const words = searchable(query).split(/\s+/);
      return words.every((wanted) => places.some((place) => standsIn(place, wanted))) ? [note.path] : [];
    });
  }

  const JOINED = new Map(
    ["ㄳㄱㅅ", "ㄵㄴㅈ", "ㄶㄴㅎ", "ㄺㄹㄱ", "ㄻㄹㅁ", "ㄼㄹㅂ", "ㅄㅂㅅ"].map((entry) => [
      entry.charAt(0),
      entry.slice(1),
    ]),
  );

  function standsIn(text: string, wanted: string): boolean {
    const apart = [...wanted].map((unit) => JOINED.get(unit) ?? unit).join("");
    return (
      [wanted, apart].some((spelling) =>
        Array.from(text, (_, index) => index).some((start) => typedAt(text.slice(start), spelling)),
      ) || [wanted, apart].some((spelling) => text.split("").some((_, start) => typedAt(text.slice(start), spelling)))
    );
  }

  /** Whether the text can begin like this while it is typed on a keyboard: compared letter by letter. */
  function typedAt(text: string, wanted: string): boolean {
    for (let at = 0; at < wanted.length - 1; at++) {
      const unit = wanted.charAt(at);
      if (text.charAt(at) !== unit && initialOf(text.charAt(at)) !== unit) return false;
    }
    const last = wanted.length - 1;
    const unit = wanted.charAt(last);
    if (text.charAt(last) === unit || initialOf(text.charAt(last)) === unit) return true;
    if (initialOf(unit) === undefined) return false;
    const typed = letters(unit);
    const next = text.charAt(last + 1);
    const moved = initialOf(next) ?? next;
    const whole = letters(text.charAt(last));
    // The syllable begins so; or its last consonant is the next syllable's first.
    return whole.startsWith(typed) || (whole + moved === typed && hasFinal(unit));
  }

  function hasFinal(syllable: string): boolean {
    return (syllable.charCodeAt(0) - 0xac00) % 28 !== 0;
  }

  const FINALS = [
    "",
    ..."ㄱㄲ",
    "ㄱㅅ",
    "ㄴ",
    "ㄴㅈ",
    "ㄴㅎ",
    "ㄷ",
    "ㄹ",
    "ㄹㄱ",
    "ㄹㅁ",
    "ㄹㅂ",
    "ㄹㅅ",
    "ㄹㅌ",
    "ㄹㅍ",
    "ㄹㅎ",
    "ㅁ",
    "ㅂ",
    "ㅂㅅ",
    ..."ㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
  ];
  const VOWELS = [
    "ㅏ",
    "ㅐ",
    "ㅑ",
    "ㅒ",
    "ㅓ",
    "ㅔ",
    "ㅕ",
    "ㅖ",
    "ㅗ",
    "ㅗㅏ",
    "ㅗㅐ",
    "ㅗㅣ",
    "ㅛ",
    "ㅜ",
    "ㅜㅓ",
    "ㅜㅔ",
    "ㅜㅣ",
    "ㅠ",
    "ㅡ",
    "ㅡㅣ",
    "ㅣ",
  ];

  function letters(syllable: string): string {
    const initial = initialOf(syllable);
    if (initial === undefined) return syllable;
    const rest = (syllable.charCodeAt(0) - 0xac00) % 588;
    return `${initial}${VOWELS[Math.floor(rest / 28)]}${FINALS[rest % 28]}`;
  }
});
