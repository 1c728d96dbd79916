import { describe, expect, it } from "vitest";
import { guessLayout } from "../../../src/core/import/guessLayout.ts";
import { renderNotePath } from "../../../src/core/note/notePath.ts";
import { engines } from "../../../src/engines.ts";
import { noteOf, settingsWith } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const own = settingsWith();
const CURRENT = [own.tomak.path, own.til.path];

/** Notes of six days, named by a function of the day. */
function notes(nameOf: (date: string, index: number) => string, extra: readonly string[] = []) {
  const days = ["2025-04-29", "2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03", "2025-05-04"];
  return [...days.map((date, index) => nameOf(date, index)), ...extra].map((path) => noteOf(path, "글\n"));
}

describe("how a repository names its notes", () => {
  it.each([
    [
      "a Jekyll site",
      (date: string, index: number) => `_posts/${date}-글-${index}.md`,
      "_posts/{{ date }}-{{ slug }}.md",
      "_posts/{{ date }}-{{ slug }}.md",
    ],
    [
      "a file a day",
      (date: string) => `${date.slice(0, 4)}/${date.slice(5, 7)}/${date}.md`,
      "{{ year }}/{{ month }}/{{ date }}.md",
      "{{ year }}/{{ month }}/{{ date }}-{{ slug }}.md",
    ],
    [
      "digits alone",
      (date: string) => `TIL/${date.replaceAll("-", "")}.md`,
      "TIL/{{ year }}{{ month }}{{ day }}.md",
      "TIL/{{ year }}{{ month }}{{ day }}-{{ slug }}.md",
    ],
    [
      "dots and a title",
      (date: string, index: number) => `${date.replaceAll("-", ".")} 글 ${index}.md`,
      "{{ year }}.{{ month }}.{{ day }} {{ slug }}.md",
      "{{ year }}.{{ month }}.{{ day }} {{ slug }}.md",
    ],
    [
      "the day alone below its month",
      (date: string) => `${date.slice(0, 4)}/${date.slice(5, 7)}/${date.slice(8)}.md`,
      "{{ year }}/{{ month }}/{{ day }}.md",
      "{{ year }}/{{ month }}/{{ day }}-{{ slug }}.md",
    ],
    ["TIL behind each day", (date: string) => `${date}_TIL.md`, "{{ date }}_TIL.md", "{{ date }}_TIL-{{ slug }}.md"],
  ])("is seen: %s", async (_, nameOf, tomakPath, tilPath) => {
    const layout = guessLayout(notes(nameOf), "plain", CURRENT);
    expect(layout).toMatchObject({ tomakPath, tilPath, noteCount: 6 });
    const render = await engines.loadTemplates();
    const variables = { kind: "tomak", date: day("2025-05-05"), title: "오늘의 토막글 7", number: 7 } as const;
    const path = renderNotePath(tomakPath, variables, render);
    if (!path.ok) throw new Error(path.problem.reason);
    expect(noteOf(path.path).date?.text).toBe("2025-05-05");
  });

  it("is seen where the day stands in the front matter", () => {
    const posts = [..."가나다라마바"].map((name) =>
      noteOf(`content/posts/${name}.md`, "---\ndate: 2025-05-01\n---\n글\n"),
    );
    expect(guessLayout(posts, "hugo", CURRENT)).toMatchObject({
      name: "Hugo 블로그",
      source: "front-matter",
      tilPath: "content/posts/{{ slug }}.md",
    });
  });

  it("tells what it is and where its days come from", () => {
    const posts = notes((date, index) => `_posts/${date}-글-${index}.md`, ["about.md"]);
    expect(guessLayout(posts, "chirpy", CURRENT)).toMatchObject({
      name: "Jekyll 블로그",
      source: "name",
      noteCount: 7,
    });
    expect(
      guessLayout(
        notes((date) => `TIL/${date}.md`),
        "plain",
        CURRENT,
      )?.name,
    ).toBe("TIL 저장소");
  });

  it.each([
    ["there are too few", notes((date) => `${date}.md`).slice(0, 4)],
    ["notes have no days", notes((_, index) => `글-${index}.md`)],
    ["every file is named in its own way", notes((date, index) => `${"가나다라마바".charAt(index)}/${date}.md`)],
    [
      "it is ours already",
      notes((date, index) => `TIL/${date.slice(0, 4)}/${date.slice(5, 7)}/${date}-글-${index}.md`),
    ],
    ["folders count something else", notes((date, index) => `week${index}/${date}.md`)],
  ])("is not, when %s", (_, some) => {
    expect(guessLayout(some, "plain", CURRENT)).toBeUndefined();
  });
});
