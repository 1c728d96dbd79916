import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/core/calendar/day.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { commitMessage, titlesOf } from "../../../src/core/publish/commitMessage.ts";
import { engines } from "../../../src/engines.ts";
import { noteOf } from "../../support/notebook.ts";

const tomak = (number: number): Note => noteOf(`토막글/2025-05-01-토막글-${number}.md`, `# 오늘의 토막글 ${number}\n`);
const til = (title: string): Note => noteOf(`TIL/2025-05-01-${title}.md`, `---\ntitle: ${title}\n---\n`);
const retro = noteOf("회고/2025-04-회고.md", "# 2025년 4월 회고\n");

describe("titlesOf", () => {
  it.each<[string, readonly Note[], readonly Note[]]>([
    ["토막글 95", [tomak(95)], []],
    ["토막글 95, 96", [tomak(95), tomak(96)], []],
    ["TIL: 만료 키", [til("만료 키")], []],
    ["토막글 95, TIL 2개: 만료 키, 파티션", [til("만료 키"), tomak(95), til("파티션")], []],
    ["2025년 4월 회고", [retro], []],
    ["노트: 메모", [noteOf("메모.md", "# 메모\n")], []],
    ["토막글 95, 지움: 만료 키", [tomak(95)], [til("만료 키")]],
    // Renamed, or numbered anew: it went and came.
    ["TIL: 만료 키", [til("만료 키")], [{ ...til("만료 키"), path: "만료.md" }]],
    ["토막글 96", [tomak(96)], [tomak(95)]],
    ["", [], []],
  ])("%s", (text, written, deleted) => {
    expect(titlesOf({ written, deleted })).toBe(text);
  });

  it("counts the titles that do not fit", () => {
    const titles = [
      "가비지 컬렉션의 세대",
      "카프카 컨슈머 리밸런싱",
      "스프링 트랜잭션 전파",
      "레디스 만료 키",
      "포스트그레스 인덱스",
    ];
    expect(titlesOf({ written: [tomak(95), ...titles.map(til)], deleted: [] })).toBe(
      "토막글 95, TIL 5개: 가비지 컬렉션의 세대, 카프카 컨슈머 리밸런싱, 스프링 트랜잭션 전파, 레디스 만료 키 외 1개",
    );
  });

  it("is one line of at most 72 characters, whatever the titles", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 50 }), { maxLength: 25 }), (titles) => {
        const written = titles.map((title) => ({ ...til("글"), title }));
        const text = titlesOf({ written, deleted: written.slice(0, 3) });
        expect([...text].length).toBeLessThanOrEqual(72);
        expect(text).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe("commitMessage", async () => {
  const render = await engines.loadTemplates();
  const day = parseDay("2025-05-01") ?? expect.fail();
  const message = (template: string, written: readonly Note[] = [til("만료 키")]) =>
    commitMessage(template, { written, deleted: [] }, day, render);

  it("fills the person's template", () => {
    expect(message("docs({{ day }}): {{ titles }}")).toEqual({ ok: true, text: "docs(2025-05-01): TIL: 만료 키" });
    expect(message("{{ year }}.{{ month_number }}.{{ day_number }} {{ count }}편")).toEqual({
      ok: true,
      text: "2025.5.1 1편",
    });
  });

  it("has particles follow the last word", () => {
    expect(message('{{ titles | josa: "을/를" }} 적음')).toEqual({ ok: true, text: "TIL: 만료 키를 적음" });
    expect(message('{{ titles | josa: "을/를" }} 적음', [til("파티션")])).toEqual({
      ok: true,
      text: "TIL: 파티션을 적음",
    });
  });

  it("is never empty, and says which template cannot be read", () => {
    expect(message("{% if false %}x{% endif %}")).toEqual({ ok: true, text: "TIL: 만료 키" });
    expect(message("{{ titles }}", [])).toEqual({ ok: true, text: "노트 폴더의 기록" });
    expect(message("{{ nothing }}")).toMatchObject({ ok: false });
  });
});
