import { describe, expect, it } from "vitest";
import { type Period, parsePeriod } from "../../../src/core/calendar/period.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { expectGolden } from "../../support/golden.ts";
import { addNote, type MemoryNotebook, memoryNotebook, type SettingValues } from "../../support/notebook.ts";

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

const til = (date: string, title: string, tags: string, more = ""): Record<string, string> => ({
  [`TIL/${date}-${title}.md`]: `---\ntitle: ${title}\ntags: [${tags}]\n${more}---\n\n- ${title}의 글\n`,
});

const files = {
  ...til("2025-01-03", "락", "DB, 자바"),
  ...til("2025-01-04", "인덱스", "DB"),
  ...til("2025-02-01", "첫째", "git"),
  ...til("2025-02-02", "둘째", "git", "link: https://a.kr/b\n"),
  ...til("2025-02-03", "별", "git", "star: true\n"),
  ...til("2025-04-01", "하나", ""),
  ...til("2025-04-02", "둘", "", "link: https://a.kr/b\n"),
  ...til("2025-04-03", "셋", ""),
  ...til("2025-04-04", "넷", ""),
  ...til("2024-04-04", "작년", ""),
  "토막글/2025-06-01-토막글-9.md": "---\ntitle: 오늘의 토막글 9\n---\n\n- 하나\n",
  "책/2025/읽은 책.md": "---\nkind: book\n---\n\n- 해만 아는 노트\n",
  "회고/2025-01-회고.md":
    "---\ntitle: 2025년 1월 회고\ndate: 2025-02-01\n---\n\n## 1월에 해낸 것들\n\n- 해낸 것\n\n## 1월을 돌아보며 배운 것들\n\n- 첫째로 배운 것\n  - 안쪽\n- 둘째로 배운 것\n- 셋째로 배운 것\n- 넷째로 배운 것\n\n## 1월 동안 쓴 TIL\n\n**락**\n",
  "글/봄 회고.md":
    "---\ntitle: 2025년 3월 회고\n---\n\n## 3월에 해낸 것들\n\n![그림](a.png)\n\n해낸 것을 글로 적었다.\n\n```\n# 코드\n```\n\n## 3월을 돌아보며 배운 것들\n\n",
};

async function compile(of: string, values: SettingValues = {}): Promise<string> {
  const plan = await planRetro(await memoryNotebook(files, values), period(of));
  if (plan.action !== "create") throw new Error(`not created: ${JSON.stringify(plan)}`);
  return plan.draft.text;
}

describe("a retro of months", () => {
  it.each(["2025", "2025-H1", "2025-Q1"])("of %s lists what each month was about, not its notes", async (of) => {
    const text = await compile(of);
    expectGolden(text, new URL(`golden/yearly-${of}.md`, import.meta.url));
    expect(text).not.toContain("의 글");
  });

  it("of months without any retro is made of titles", async () => {
    const text = await compile("2025-Q2");
    expect(text).toContain("### 4월\n\nTIL 4편 · 쓴 날 4일\n\n- 하나\n- [둘](https://a.kr/b)\n- 셋\n");
    expect(text).toContain("### 6월\n\n토막글 1편 · 쓴 날 1일\n");
    expect(text).not.toContain("- 넷\n");
  });

  it("on a site names a month's retro without linking to its file", async () => {
    const text = await compile("2025-Q1", { "retro.site": "jekyll" });
    expect(text).toContain("### 1월\n\n2025년 1월 회고 · TIL 2편");
  });

  it("shows all its numbers and pictures to a template", async () => {
    const template =
      "{{ stats.characters }} {{ stats.before.text }}\n{{ calendar_text }}\n{{ calendar_svg }}\n{{ mermaid }}";
    const notebook = await memoryNotebook({ ...files, ".tomaknote/templates/retro-year.md": template });
    const plan = await planRetro(notebook, period("2025"));
    if (plan.action !== "create") throw new Error(plan.action);
    expect(plan.draft.text).toMatch(/^\d+ 지난해보다 10편 많음\n\| 달 \|/);
    expect(plan.draft.text).toContain("</svg>\n```mermaid\nxychart-beta\n");
  });
});

describe("a retro of months made again", () => {
  async function made(): Promise<MemoryNotebook> {
    const notebook = await memoryNotebook(files);
    const plan = await planRetro(notebook, period("2025"));
    if (plan.action !== "create") throw new Error(plan.action);
    notebook.files.put(plan.base.path, plan.base.text);
    addNote(notebook, plan.draft.path, plan.draft.text.replace("### 2월\n", "손으로 쓴 줄\n\n### 2월\n"));
    return notebook;
  }

  async function again(notebook: MemoryNotebook) {
    const plan = await planRetro(notebook, period("2025"));
    if (plan.action !== "update") throw new Error(plan.action);
    const post = await notebook.readText(plan.path);
    const merge = plan.merge(post);
    const after = applyEdits(post, merge.edits);
    expect(plan.merge(after).edits).toEqual([]);
    return { merge, after };
  }

  it("changes nothing when nothing changed", async () => {
    expect((await again(await made())).merge.edits).toEqual([]);
  });

  it("takes up what a month's new retro says in the place of its titles", async () => {
    const notebook = await made();
    const retro = "---\ntitle: 2025년 2월 회고\n---\n\n## 2월을 돌아보며 배운 것들\n\n- 새로 배운 것\n";
    addNote(notebook, "회고/2025-02-회고.md", retro);
    const { after } = await again(notebook);
    expect(after).toContain(
      "손으로 쓴 줄\n\n### 2월\n\n[2025년 2월 회고](2025-02-회고.md) · TIL 3편 · 쓴 날 3일 · 태그 git\n\n- 새로 배운 것\n\n### 3월\n",
    );
    expect(after.match(/^### /gm)).toHaveLength(6);
  });

  it("adds a month in its place, and brings the table and the numbers up to date", async () => {
    const notebook = await made();
    addNote(notebook, "TIL/2025-05-05-새.md", "- 글\n");
    const { after, merge } = await again(notebook);
    expect(merge.added).toEqual(["TIL/2025-05-05-새.md"]);
    expect([...after.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      ...["달마다 쓴 날", "1월", "2월", "3월", "4월", "5월", "6월"],
    ]);
    expect(after).toContain("| 5월 | 1일 | □□□□■");
    expect(after).toContain("TIL 10편");
  });
});
