import { describe, expect, it } from "vitest";
import { noteHistories } from "../../../../src/core/recall/history/noteHistories.ts";
import type { Happening, RecallEvent, Recalled } from "../../../../src/core/recall/history/recallEvent.ts";
import { postStates } from "../../../../src/core/recall/topics/postStates.ts";
import { topicReason } from "../../../../src/core/recall/topics/topicReason.ts";
import { type PostState, topicsOf } from "../../../../src/core/recall/topics/topics.ts";
import { dayRule, memoryNotebook, noteOf, type SettingValues } from "../../../support/notebook.ts";
import { day } from "../../calendar/days.ts";

const til = noteOf("TIL/2026-07-15-스캔.md", "---\ntitle: KEYS 대신 SCAN\n---\n\n- 운영\n");
const other = noteOf("TIL/2026-07-22-프로브.md", "---\ntitle: 프로브\n---\n\n- 살아 있음\n");
const today = day("2026-11-21");

const review = (recalled: Recalled): Happening => ({ event: "review", recalled, asked: "title" });
const known = review("known");
const hazy = review("hazy");
const unknown = review("unknown");
const added: Happening = { event: "topic", state: "added" };
const removed: Happening = { event: "topic", state: "removed" };
const post = (path: string): Happening => ({ event: "post", post: path });

/** One a week, the last of them a week ago. */
function events(note: { path: string; title: string }, happenings: readonly Happening[]): readonly RecallEvent[] {
  const week = 7 * 24 * 3_600_000;
  const now = Date.parse("2026-11-21T12:00:00+09:00");
  return happenings.map((happening, index) => ({
    ...{ note: note.path, title: note.title, gist: "", at: now - (happenings.length - index) * week },
    ...happening,
  }));
}

function topics(
  happenings: readonly Happening[],
  states: Readonly<Record<string, PostState>> = {},
  more: readonly RecallEvent[] = [],
) {
  const histories = noteHistories([...events(til, happenings), ...more], [til, other]);
  const notes = new Map([til, other].map((note) => [note.path, note]));
  return topicsOf(
    histories,
    (id) => notes.get(id),
    (path) => states[path] ?? "missing",
  );
}

const reasons = (...all: Parameters<typeof topics>): readonly string[] =>
  topics(...all).map((topic) => topicReason(topic, today, dayRule()));

describe("a note is a topic", () => {
  it.each<[string, readonly Happening[]]>([
    ["모르겠어요 · 1주 전", [unknown]],
    ["모르겠어요 · 3주 전", [unknown, known, known]],
    ["두 번 놓쳤어요 · 1주 전", [unknown, known, unknown]],
    ["두 번 가물가물했어요 · 1주 전", [hazy, hazy]],
    ["세 번 가물가물했어요 · 1주 전", [known, hazy, hazy, hazy]],
    ["두 번 가물가물했어요 · 2주 전", [hazy, hazy, known]],
    ["직접 골랐어요", [added]],
    ["모르겠어요 · 1주 전", [added, unknown]],
    ["모르겠어요 · 1주 전", [unknown, unknown, removed, unknown]],
    ["직접 골랐어요", [unknown, removed, known, added]],
  ])("%s", (reason, happenings) => {
    expect(reasons(happenings)).toEqual([reason]);
  });

  it.each<[string, readonly Happening[]]>([
    ["known all along", [known, known]],
    ["hazy once", [hazy]],
    ["hazy twice with a time between on which it was known", [hazy, known, hazy]],
    ["put away", [unknown, hazy, hazy, removed]],
    ["put away and known or hazy once since", [unknown, removed, known, hazy]],
    ["nothing but a post", [post("글.md")]],
  ])("but not when %s", (_, happenings) => {
    expect(topics(happenings)).toEqual([]);
  });

  it("with the draft that was begun, until that is published", () => {
    const begun = [unknown, post("_drafts/글.md")];
    expect(topics(begun, { "_drafts/글.md": "draft" })).toMatchObject([
      { post: { post: "_drafts/글.md", state: "draft" } },
    ]);
    const moved = [...begun, post("_posts/2026-11-20-글.md")];
    expect(topics(moved, { "_posts/2026-11-20-글.md": "published" })).toEqual([]);
    expect(topics(begun, { "_drafts/글.md": "published" })).toEqual([]);
  });

  it("without a draft that is gone", () => {
    expect(topics([unknown, post("_drafts/글.md")])).toMatchObject([{ unknown: 1 }]);
    expect(topics([unknown, post("_drafts/글.md")])[0]).not.toHaveProperty("post");
  });

  it("again when it is missed after it was published", () => {
    const again = [unknown, post("_posts/글.md"), known, unknown];
    expect(reasons(again, { "_posts/글.md": "published" })).toEqual(["모르겠어요 · 1주 전"]);
  });

  it("those that became one last come first", () => {
    const more = events(other, [unknown, known]);
    expect(topics([unknown], {}, more).map(({ note }) => note.title)).toEqual(["KEYS 대신 SCAN", "프로브"]);
    expect(topics([unknown, known, known], {}, more).map(({ note }) => note.title)).toEqual([
      "프로브",
      "KEYS 대신 SCAN",
    ]);
  });

  it("only while the note is there", () => {
    const histories = noteHistories(events({ path: "없는.md", title: "없는" }, [unknown]), [til]);
    expect(
      topicsOf(
        histories,
        () => undefined,
        () => "missing",
      ),
    ).toEqual([]);
  });
});

describe("a post that was begun", () => {
  const states = async (
    files: Readonly<Record<string, string>>,
    posts: readonly string[],
    values: SettingValues = {},
  ) => {
    const notebook = await memoryNotebook(files, values);
    return Object.fromEntries(await postStates(notebook, [events(til, posts.map(post))]));
  };

  it("is told by its folder on Jekyll", async () => {
    const found = await states(
      { "_config.yml": "", "_drafts/가.md": "가\n", "_posts/2026-11-01-나.md": "나\n", "메모/다.md": "다\n" },
      ["_drafts/가.md", "_posts/2026-11-01-나.md", "메모/다.md", "_posts/없음.md"],
    );
    expect(Object.values(found)).toEqual(["draft", "published", "draft", "missing"]);
  });

  it("is told by its front matter elsewhere", async () => {
    const found = await states(
      {
        ...{
          "hugo.toml": "",
          "content/posts/가.md": "---\ndraft: true\n---\n",
          "content/posts/나.md": "---\ndraft: false\n---\n",
        },
        ...{ "content/posts/다.md": "+++\ndraft = true\n+++\n", "content/posts/라.md": "---\npublished: false\n---\n" },
        "메모/마.md": "마\n",
      },
      ["content/posts/가.md", "content/posts/나.md", "content/posts/다.md", "content/posts/라.md", "메모/마.md"],
    );
    expect(Object.values(found)).toEqual(["draft", "published", "draft", "draft", "draft"]);
  });

  it("is out unless it says otherwise where posts have a place of the person's own", async () => {
    const files = { "_config.yml": "", "글/가.md": "가\n", "글/나.md": "---\ndraft: true\n---\n" };
    const found = await states(files, ["글/가.md", "글/나.md"], { "publish.path": "글/{{ slug }}.md" });
    expect(Object.values(found)).toEqual(["published", "draft"]);
  });

  it("is told as publishing tells it: elsewhere than its place, and in every spelling of yes", async () => {
    const files = {
      "글/2026/2026-11-01-가.md": "가\n",
      "글/2026-11-01-나.md": "나\n",
      "글/2026/2026-11-02-다.md": "---\ndraft: yes\n---\n",
    };
    const found = await states(files, Object.keys(files), { "publish.path": "글/{{ year }}/{{ slug }}.md" });
    expect(Object.values(found)).toEqual(["published", "draft", "draft"]);
  });

  it("is told by the site it lies in, where the notebook holds several", async () => {
    const files = { "hugo.toml": "", "blog/_config.yml": "", "blog/_posts/2026-11-01-가.md": "가\n" };
    expect(Object.values(await states(files, ["blog/_posts/2026-11-01-가.md"]))).toEqual(["published"]);
  });

  it("is out when it has an address, and is looked for in the notebook alone", async () => {
    const found = await states({ ["글/가.md".normalize("NFD")]: "가\n" }, [
      "https://velog.io/@a/b",
      "글/가.md",
      "../밖.md",
    ]);
    expect(Object.values(found)).toEqual(["published", "published", "missing"]);
  });
});
